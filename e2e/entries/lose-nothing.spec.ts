import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { fill, openPart } from '../support/form'
import { expect, test, type Installation } from '../support/installation'

const PASSWORD = 'four quiet lanterns drifting'
const EMAIL = 'organizer@example.org'

test('what is typed survives a closed tab and a lost connection, and nothing is logged twice', async ({
  emptyInstallation: installation,
  page,
  context,
  browser,
}) => {
  const form = await signedIn(installation, page)

  await test.step('a town that is picked brings its clocks', async () => {
    await page.goto(form)
    await fill(page, { 'What it is': 'Rally' })
    const place = page.getByRole('combobox', { name: 'Where' })
    await place.pressSequentially('Amazon Spheres, seatt')
    await page
      .getByRole('option', { name: /Seattle/ })
      .first()
      .click()
    await expect(place).toHaveValue('Amazon Spheres, Seattle')
    await expect(page.getByText('local time: America/Los Angeles')).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('an entry like it is shown beside the form', async () => {
    await fill(page, { Title: 'Rally at the Spheres', When: '12 Feb 2026' })
    await expect(page.getByText('This looks like an entry you already have')).toBeVisible()
    await expect(page.getByRole('link', { name: /Rally at the Amazon Spheres/ })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('a closed tab', async () => {
    await expect.poll(() => keptWords(page)).toBe(1)
    await page.goto('about:blank')
    await page.goto(form)
    await page.getByRole('button', { name: 'Restore draft' }).click()
    await expect(page.getByLabel('Title')).toHaveValue('Rally at the Spheres')
    await expect(page.getByLabel('What it is')).toHaveValue('Rally')
    await expect(page.getByRole('combobox', { name: 'Where' })).toHaveValue(
      'Amazon Spheres, Seattle',
    )
  })

  await test.step('a lost connection', async () => {
    await context.setOffline(true)
    await openPart(page, 'Summary')
    await page.getByLabel('More about it').fill('Typed on the train')
    await page.getByRole('button', { name: 'Save as draft', exact: true }).last().click()
    await expect(page.getByText('The server could not be reached')).toBeVisible()
    await expect(page.getByText('You are offline')).toBeVisible()
    await expect(page.getByLabel('More about it')).toHaveValue('Typed on the train')
    await context.setOffline(false)
  })

  await test.step('an ended session', async () => {
    const cookies = await context.cookies()
    await context.clearCookies()
    await page.getByRole('button', { name: 'Save as draft', exact: true }).last().click()
    await expect(page.getByText('You are signed out')).toBeVisible()
    await expect(page.getByLabel('More about it')).toHaveValue('Typed on the train')
    await context.addCookies(cookies)
  })

  await test.step('the save asks whether it is another one, and then saves it', async () => {
    await page.getByRole('button', { name: 'Save as draft', exact: true }).last().click()
    await expect(page.getByText('There is already an entry that looks like this one')).toBeVisible()
    await page.getByLabel('This is a different one').check()
    await page.getByRole('button', { name: 'Save as draft', exact: true }).last().click()
    await expect(page.getByRole('link', { name: 'Log another like this' })).toBeVisible()
    await expect(page.getByText('Typed on the train')).toBeVisible()
    expect(await keptWords(page)).toBe(0)
  })

  await test.step('a kind that is chosen before the script arrives', async () => {
    const slow = await context.newPage()
    let release = () => {}
    const released = new Promise<void>((resolve) => (release = resolve))
    await slow.route('**/_next/static/**/*.js', async (route) => {
      await released
      await route.continue()
    })
    await slow.goto(form, { waitUntil: 'commit' })
    await slow.getByLabel('What it is').selectOption({ label: 'Rally' })
    release()
    await expect(slow.getByRole('combobox', { name: 'What it is' })).toHaveValue('Rally')
    await expect(slow.getByLabel('Crowd size')).toBeVisible()
    await slow.close()
  })

  await test.step('another one begins like it', async () => {
    await page.getByRole('link', { name: 'Log another like this' }).click()
    await expect(page.getByRole('combobox', { name: 'Where' })).toHaveValue(
      'Amazon Spheres, Seattle',
    )
    await expect(page.getByLabel('Title')).toHaveValue('')
  })

  await test.step('all of it without script', async () => {
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await context.storageState(),
    })
    const scriptless = await plain.newPage()
    await scriptless.goto(form)
    await scriptless.getByLabel('What it is').selectOption('No reply')
    await scriptless.getByRole('button', { name: 'Show its fields' }).click()
    await expect(scriptless.getByLabel('Channel')).toBeVisible()
    await scriptless.getByLabel('What it is').selectOption('Rally')
    await scriptless.getByLabel('Title').fill('Rally at the Amazon Spheres')
    await scriptless.getByLabel('When', { exact: true }).fill('13 Feb 2026')
    await scriptless.getByLabel('Where', { exact: true }).fill('Amazon Spheres, Seattle')
    await scriptless.getByRole('button', { name: 'Save as draft', exact: true }).last().click()
    await expect(scriptless.getByText('This looks like an entry you already have')).toBeVisible()
    await scriptless.getByLabel('This is a different one').check()
    await scriptless.getByRole('button', { name: 'Save as draft', exact: true }).last().click()
    await expect(scriptless.getByRole('link', { name: 'Edit', exact: true })).toBeVisible()
    await plain.close()
  })
})

async function signedIn({ url, cli }: Installation, page: Page): Promise<string> {
  const words = ['--email', EMAIL, '--name', 'An organizer', '--password', PASSWORD]
  await cli('setup', ...words, '--workspace', 'Workers for change', '--sample')
  await page.goto(`${url}/sign-in`)
  await fill(page, { 'E-mail address': EMAIL, Password: PASSWORD })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Campaigns', level: 1 })).toBeVisible()
  return `${url}/campaigns/amazon-cut-the-ties/entries/new`
}

function keptWords(page: Page): Promise<number> {
  return page.evaluate(
    () => Object.keys(localStorage).filter((name) => name.startsWith('throughline-draft ')).length,
  )
}
