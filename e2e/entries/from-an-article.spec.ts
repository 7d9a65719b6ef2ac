import { expectAccessible } from '../support/accessibility'
import { expect, test } from '../support/installation'
import { signIn } from '../support/sign-in'

const READER = { email: 'articles@example.org', password: 'seven kettles by the sea' }
const ARTICLE = [
  'Drivers rally at Harbor Depot',
  'TOLEDO, Ohio — About 200 drivers rallied outside the Harbor Depot in Toledo on Tuesday, demanding that Brightline end its contract with StaffQuick, an agency for temporary workers.',
  '“We want our work back,” said Ana Ruiz, a driver for nine years.',
  'Brightline did not immediately respond to a request for comment from The Daily Bell.',
].join('\n\n')
const SECOND = [
  'Dozens protest outside depot',
  'Dozens of drivers rallied outside the Harbor Depot in Toledo on Wednesday, demanding that Brightline end its contract with StaffQuick.',
  '“They never asked us,” said Omar Diaz, a dispatcher.',
].join('\n\n')

test.describe.configure({ mode: 'serial' })

test('an article becomes published entries in a few presses', async ({ installation, page }) => {
  const words = ['--email', READER.email, '--name', 'Reader', '--password', READER.password]
  await installation.cli('setup', ...words, '--workspace', 'Who read', '--sample')
  await signIn(page, installation.url, READER)
  const campaign = `${installation.url}/campaigns/amazon-cut-the-ties`
  let presses = 0
  const press = async (name: string | RegExp) => {
    presses += 1
    await page.getByRole('button', { name }).last().click()
  }

  await test.step('pasted, with the day it was published', async () => {
    await page.goto(`${campaign}/entries/new`)
    await page.getByRole('link', { name: 'From an article' }).click()
    await page.getByLabel('Article').fill(ARTICLE)
    await page.getByText('Published, publisher, web address').click()
    await page.getByLabel('Published', { exact: true }).fill('5 Mar 2026')
    await page.getByLabel('Publisher').fill('The Daily Bell')
    await expectAccessible(page)
    await press('Find entries')
    await page.waitForURL(/\/capture$/)
    await expect(
      page.getByText('Proposes 2 entries. Nothing is logged until you accept it.'),
    ).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('each draft stands beside the words that it rests on', async () => {
    const rally = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: /^Rally at the Harbor Depot/ }) })
    await expect(rally).toContainText('3 Mar 2026')
    await expect(rally).toContainText('Ana Ruiz, driver for nine years')
    await rally.focus()
    const marked = page
      .getByRole('region', { name: 'The article, word for word' })
      .locator('mark[aria-current]')
    await expect(marked.filter({ hasText: 'We want our work back' })).toHaveCount(1)
  })

  await test.step('all are published at once, and are there once', async () => {
    await press(/^Publish all 2/)
    await expect(page.getByText('Proposes 2 entries; 2 logged.')).toBeVisible()
    expect(presses).toBeLessThanOrEqual(12)
    await page.reload()
    await expect(page.getByRole('button', { name: /^Publish/ })).toHaveCount(0)
    await page.goto(`${campaign}/story`)
    await expect(
      page.getByRole('link', { name: 'Rally at the Harbor Depot', exact: true }),
    ).toHaveCount(1)
  })

  await test.step('a second report is added to the entry that is there', async () => {
    await page.goto(`${campaign}/capture`)
    await page.getByLabel('Article').fill(SECOND)
    await page.getByText('Published, publisher, web address').click()
    await page.getByLabel('Published', { exact: true }).fill('5 Mar 2026')
    await press('Find entries')
    await page.waitForURL(/\/capture$/)
    await expect(page.getByText('The record may have this already')).toBeVisible()
    await press('Add this source to it')
    await expect(page.getByText('Logged', { exact: true })).toBeVisible()
    await page.getByRole('link', { name: 'Rally at the Harbor Depot' }).first().click()
    await expect(page.getByText('sources differ', { exact: false }).first()).toBeVisible()
    await expect(page.getByText('Omar Diaz').first()).toBeVisible()
  })
})

test('what the share sheet of a phone hands over waits in the form', async ({
  installation,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, installation.url, READER)
  await page.goto(
    `${installation.url}/capture?title=Drivers%20rally&text=About%20200%20drivers%20rallied%20in%20Toledo%20on%202%20March%202026.&url=https%3A%2F%2Fexample.org%2Fa`,
  )
  await page.waitForURL(/campaigns\/amazon-cut-the-ties\/capture/)
  await expect(page.getByLabel('Article')).toHaveValue(/About 200 drivers rallied/)
  await page.getByRole('button', { name: 'Find entries' }).last().click()
  await page.waitForURL(/sources\/[0-9a-f-]{36}\/capture$/)
  await expect(page.getByRole('heading', { name: /^Rally in Toledo/ })).toBeVisible()
})
