import { fill } from '../support/form'
import { expect, test } from '../support/installation'

const PASSWORD = 'four quiet lanterns drifting'
const EMAIL = 'organizer@example.org'
const FORM = '/campaigns/amazon-cut-the-ties/entries/new'
const HEIGHT = 700

test('a name is picked by keyboard at every height of the window, and Enter logs nothing', async ({
  emptyInstallation: { url, cli },
  page,
}) => {
  const words = ['--email', EMAIL, '--name', 'An organizer', '--password', PASSWORD]
  await cli('setup', ...words, '--workspace', 'Workers for change', '--sample')
  await page.setViewportSize({ width: 1280, height: HEIGHT })
  await page.goto(`${url}/sign-in`)
  await fill(page, { 'E-mail address': EMAIL, Password: PASSWORD })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Campaigns', level: 1 })).toBeVisible()
  await page.goto(`${url}${FORM}`)

  // Before script it is a select, whose keys are the browser's own.
  const kind = page.locator('input').and(page.getByRole('combobox', { name: 'What it is' }))
  await kind.press('ArrowDown')
  const used = page.getByRole('group', { name: 'Most used in this campaign' })
  await expect(used.getByRole('option').first()).toBeVisible()
  await kind.pressSequentially('contract')
  await kind.press('Enter')
  await expect(kind).toHaveValue('Contract change')
  await expect(kind).toHaveAttribute('aria-expanded', 'false')
  await expect(page.getByLabel('Change', { exact: true })).toBeVisible()
  await kind.fill('no such kind')
  await kind.press('Tab')
  await expect(kind).toHaveValue('Contract change')

  await page.getByRole('button', { name: 'Add an organization' }).click()
  const name = page.locator('input[name="organizations.0.name"]')

  for (let top = HEIGHT - 50; top > 0; top -= 50) {
    await name.fill('')
    await name.evaluate((field, height) => {
      field.blur()
      window.scrollBy(0, field.getBoundingClientRect().top - height)
    }, top)
    await name.focus()
    await name.pressSequentially('ama')
    await expect(page.getByRole('option', { name: 'Amazon', exact: true })).toBeVisible()
    await name.press('ArrowDown')
    await expect(name).toHaveAttribute('aria-activedescendant', /./)
    await name.press('Enter')
    await expect(name).toHaveValue('Amazon')
    await name.press('Enter')
  }

  await fill(page, { Title: 'Half a title' })
  await page.getByLabel('Title').press('Enter')
  await page.getByLabel('When').press('Enter')
  await expect(page).toHaveURL(`${url}${FORM}`)
  await page.goto(`${url}/campaigns/amazon-cut-the-ties/table`)
  await expect(page.getByText('Half a title')).toHaveCount(0)
})
