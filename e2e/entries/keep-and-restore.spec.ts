import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { fill } from '../support/form'
import { expect, test } from '../support/installation'
import { signIn } from '../support/sign-in'

const ME = { email: 'keeping@example.org', password: 'teapot under seven umbrellas' }
const CAMPAIGN = '/campaigns/amazon-cut-the-ties'
const RALLY = 'Rally at the Amazon Spheres'
const ENTRY = /\/entries\/[0-9a-f-]{36}(\?|$)/

test.describe.configure({ mode: 'serial' })

let page: Page
let url: string

test.beforeAll(async ({ browser, installation }) => {
  const words = ['--email', ME.email, '--name', 'Keeper', '--password', ME.password]
  await installation.cli('setup', ...words, '--workspace', 'Keepers', '--sample')
  url = installation.url
  page = await (await browser.newContext()).newPage()
  await signIn(page, url, ME)
})

test.afterAll(() => page.context().close())

async function openEntry(title: string) {
  await page.goto(`${url}${CAMPAIGN}/table`)
  await page.getByRole('rowheader').getByRole('link', { name: title, exact: true }).click()
  await page.waitForURL(ENTRY)
}

const save = () => page.getByRole('button', { name: 'Save changes', exact: true }).last().click()
const undo = () => page.getByRole('button', { name: 'Undo' }).click()

test('an edit is kept field by field, and an earlier version comes back', async () => {
  await openEntry(RALLY)
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await fill(page, { Title: 'Rally at the Spheres, told otherwise' })
  await save()
  await page.waitForURL(ENTRY)
  await expect(page.getByRole('heading', { name: 'Rally at the Spheres, told' })).toBeVisible()
  const history = page.getByRole('region', { name: 'History' })
  await history.getByText(/^Version 2,/).click()
  await expect(history.getByRole('deletion').getByText(RALLY)).toBeVisible()
  await history.getByText(/^Version 1,/).click()
  await history.getByRole('button', { name: 'Restore version 1' }).click()
  await expect(page.getByRole('heading', { name: RALLY })).toBeVisible()
  await expect(history.getByText(/^Version 3,/)).toBeVisible()
  await expectAccessible(page)
})

test('what went to the trash comes back at once', async () => {
  await openEntry(RALLY)
  await page.getByText('More', { exact: true }).click()
  await page.getByRole('button', { name: 'Move to the trash' }).last().click()
  await expect(page.getByText(`“${RALLY}” is in the trash.`)).toBeVisible()
  await expectAccessible(page)
  await undo()
  await page.waitForURL(ENTRY)
  await expect(page.getByRole('heading', { name: RALLY })).toBeVisible()
  for (const list of ['/trash', '/people', '/sources', '/account']) {
    await page.goto(url + list)
    await expectAccessible(page)
  }
})

test('several are tagged and published from the table, and taken back', async () => {
  const drafts = ['A council puts off its vote', 'Cameras are counted in Ballard']
  for (const [index, Title] of drafts.entries()) {
    await page.goto(`${url}${CAMPAIGN}/entries/new`)
    await fill(page, { 'What it is': 'News', Title, When: `${3 + index * 20} Jan 2026` })
    await page.getByRole('button', { name: 'Save as draft', exact: true }).last().click()
    await page.waitForURL(ENTRY)
  }
  await page.goto(`${url}${CAMPAIGN}/table?status=draft`)
  const apply = async (action: string, done: string, tag = '') => {
    for (const title of drafts) await page.getByLabel(`Select ${title}`).check()
    await fill(page, { 'With selected entries': action, Tag: tag })
    await page.getByRole('button', { name: 'Apply to selected entries' }).last().click()
    await expect(page.getByText(`2 entries ${done}.`)).toBeVisible()
  }
  await apply('Add a tag', 'tagged', 'to look at')
  await expectAccessible(page)
  await apply('Publish', 'published')
  await expect(page.getByLabel(`Select ${drafts[0]}`)).toBeHidden()
  await undo()
  await expect(page.getByText('2 entries restored.')).toBeVisible()
  for (const title of drafts) await expect(page.getByLabel(`Select ${title}`)).toBeVisible()
})

test('an entry that looks like another leads to merging the two', async () => {
  await page.goto(`${url}${CAMPAIGN}/entries/new`)
  await fill(page, { 'What it is': 'Rally', Title: RALLY, When: '13 Feb 2026' })
  await page.getByLabel('This is a different one. Log it too').check()
  await page.getByRole('button', { name: 'Save as draft', exact: true }).last().click()
  await page.waitForURL(ENTRY)
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  const merge = page.getByRole('link', { name: /^Merge into/ })
  await expect(merge).toBeVisible()
  await expectAccessible(page)
  const address = await merge.getAttribute('href')
  await page.goto(`${url}${address}`)
  await expect(page.getByRole('heading', { name: `Merge ${RALLY} into ${RALLY}` })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Leave both as they are' }).click()
  await page.waitForURL(ENTRY)
})

test('two organizations become one with all their relations, and two again', async () => {
  await page.goto(`${url}/organizations`)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Flock', exact: true }).click()
  await page.getByRole('link', { name: 'Merge', exact: true }).click()
  await page.getByLabel('Which one is the same?').fill('Palantir')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Palantir' }).click()
  await expect(page.getByRole('heading', { name: 'Merge Palantir into Flock' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Merge', exact: true }).last().click()
  await expect(page.getByText('“Palantir” was merged into this.')).toBeVisible()
  const demand = page.getByRole('link', { name: /Amazon cuts its partnership with Palantir/ })
  await expect(demand).toBeVisible()
  await undo()
  await expect(demand).toBeHidden()
  await page.goto(`${url}/organizations`)
  await page.getByRole('link', { name: 'Palantir', exact: true }).click()
  await expect(demand).toBeVisible()
})
