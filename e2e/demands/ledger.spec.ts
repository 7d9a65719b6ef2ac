import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { fill, fillRow } from '../support/form'
import { expect, test } from '../support/installation'

const PASSWORD = 'teapot under seven umbrellas'
const EMAIL = 'ledger@example.org'
const CAMPAIGN = '/campaigns/amazon-cut-the-ties'
const RALLY = '2026-02-13'

test.describe.configure({ mode: 'serial' })

let page: Page
let home: string

test.beforeAll(async ({ browser, installation }) => {
  const words = ['--email', EMAIL, '--name', 'Keeper', '--password', PASSWORD]
  await installation.cli('setup', ...words, '--workspace', 'Keepers', '--sample')
  page = await (await browser.newContext({ locale: 'en-US' })).newPage()
  home = `${installation.url}${CAMPAIGN}`
  await page.goto(`${installation.url}/sign-in`)
  await page.getByLabel('E-mail').fill(EMAIL)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/campaigns/)
})

test.afterAll(() => page.context().close())

/** The days from the rally to a day; by default to today in the campaign's own zone. */
function daysSince(day: string, until?: string): number {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format()
  return (Date.parse(until ?? today) - Date.parse(day)) / 86_400_000
}

/** The cell of a demand at a target, in the ledger or on the demand's page. */
function cell(demand: string | null, target: string) {
  const scope =
    demand === null
      ? page.getByRole('main')
      : page.getByRole('listitem').filter({ hasText: demand })
  return scope
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: target }) })
    .first()
}

test('Ring is met on the evidence of its answer, all others are open with their days', async () => {
  await page.goto(`${home}/demands`)
  const ring = cell('Amazon cuts its partnership with Flock', 'Ring')
  await expect(ring).toContainText('Met by 13 Feb 2026')
  await expect(ring.getByRole('link', { name: /Ring cancels its partnership/ })).toBeVisible()
  await expect(ring.getByRole('img')).toHaveAccessibleName(/^Raised on 13 Feb 2026; met by/)
  const silence = `No reply recorded for ${daysSince(RALLY)} days.`
  for (const [demand, target] of [
    ['Amazon cuts its partnership with Flock', 'Amazon'],
    ['Amazon cuts its partnership with Palantir', 'Amazon'],
    ['AWS ends its contracts with ICE', 'AWS'],
    ['AWS ends its contracts with CBP', 'AWS'],
  ] as const) {
    await expect(cell(demand, target)).toContainText('Open since 13 Feb 2026')
    await expect(cell(demand, target)).toContainText(silence)
  }
  await expectAccessible(page)
})

test('the standings of another day are those of that day', async () => {
  await page.goto(`${home}/demands?asOf=2026-02-12`)
  await expect(cell('Flock', 'Ring')).toContainText('No entry raises it yet.')
  await page.getByLabel('Status on').fill('2026-02-20')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(cell('Flock', 'Amazon')).toContainText('No reply recorded for 7 days.')
  await expect(cell('Flock', 'Ring')).toContainText('Met')
  await page.goto(`${home}/demands/4?asOf=2026-01-01`)
  await expect(page.getByText('No entries raise, repeat or answer it yet.')).toBeVisible()
})

test('the inquiry says what it is, and keeps what came of it later', async () => {
  await page.goto(`${home}/demands`)
  const asked = page.getByRole('region', { name: 'Requests for comment' })
  await expect(asked).toContainText('FOX 13 Seattle asked: request for comment')
  const said = /Did not immediately respond\. No reply recorded for at least \d+ days\./
  await expect(asked.getByText(said)).toHaveCount(2)
  await asked
    .getByRole('link', { name: /Follow it up/ })
    .first()
    .click()
  await asked.getByText('Record the outcome').first().click()
  const form = asked
    .locator('form')
    .filter({ has: page.getByLabel('Outcome', { exact: true }) })
    .first()
  await fill(form, { Outcome: 'Declined', When: 'one of these days' })
  await form.getByRole('button', { name: 'Record it' }).last().click()
  await expect(form.getByLabel('When')).toHaveAttribute('aria-invalid', 'true')
  await fill(form, { When: '3 Mar 2026' })
  await form.getByRole('button', { name: 'Record it' }).last().click()
  await expect(asked.getByText(/Declined on 3 Mar 2026, after at least 18 days\./)).toBeVisible()
  await asked.getByText('All that is recorded (2)').click()
  await asked.getByRole('button', { name: 'Withdraw' }).last().click()
  await expect(asked.getByText(said)).toHaveCount(2)
})

/** Logs an answer of Amazon to the demand about Palantir. */
async function answer(title: string, date: string, stance: string) {
  await page.goto(home)
  await page.getByRole('link', { name: 'Log an entry' }).first().click()
  await fill(page, { 'What it is': 'Statement', Title: title, When: date })
  await fillRow(page, {
    ...{ group: 'Demands', row: 'Demand 1', add: 'Add a demand' },
    fields: {
      Demand: 'Amazon cuts its partnership with Palantir.',
      'Who answers': 'Amazon',
      'How the answer meets it': stance,
    },
  })
  await page.getByRole('button', { name: 'Publish', exact: true }).last().click()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
}

test('a proposal is rejected with a reason, one is changed and confirmed, and one reversed', async () => {
  await answer('Amazon says that it looks at it', '1 Mar 2026', 'Meets it')
  await page.goto(home)
  await expect(page.getByRole('region', { name: 'Needs your attention' })).toContainText(
    '1 proposal',
  )
  await expectAccessible(page)
  await page.goto(`${home}/demands/3`)
  await expect(cell(null, 'Amazon')).toContainText('Open')
  await expect(cell(null, 'Amazon')).toContainText('First answer after 16 days.')
  await page.getByText('Reject it').click()
  await page.getByLabel('Why it is rejected').fill('It promises nothing.')
  await page.getByRole('button', { name: 'Reject', exact: true }).last().click()
  await expect(page.getByText(/Rejected.*It promises nothing\./)).toBeVisible()
  await expect(cell(null, 'Amazon')).toContainText('Open')

  await answer('Amazon ends a part of it', '10 Mar 2026', 'Meets it')
  await page.goto(`${home}/demands/3`)
  await page.getByRole('link', { name: 'Change and confirm' }).click()
  await expect(page.getByLabel('Since when')).toHaveValue('10 Mar 2026')
  await fill(page, { Standing: 'Partly met', Note: 'One contract of two.' })
  await page.getByRole('button', { name: 'Assess' }).last().click()
  await expect(cell(null, 'Amazon')).toContainText('Partly met since 10 Mar 2026')
  await expect(page.getByRole('heading', { name: 'Proposed by responses' })).toBeHidden()

  await fill(page, { Standing: 'Reversed', 'Since when': '20 Mar 2026' })
  await page.getByRole('button', { name: 'Assess' }).last().click()
  await expect(cell(null, 'Amazon')).toContainText('Reversed since 20 Mar 2026')
  await expect(cell(null, 'Amazon')).toContainText('No supporting entry')
  await page.getByText('Days in each standing').click()
  await expect(page.getByRole('row', { name: /Partly met.*10 days/ })).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${home}/demands/3?asOf=2026-03-15`)
  await expect(cell(null, 'Amazon')).toContainText('Partly met')
})

test('a follow-up shows on the front page and in the secret calendar, and can be undone', async () => {
  await page.goto(`${home}/demands/1`)
  await page.getByText('Set a follow-up').click()
  await fill(page, { 'Ask again on': '2099-04-01', 'What to do': 'Write to them' })
  await page.getByRole('button', { name: 'Set it' }).last().click()
  await expect(page.getByText('Ask again on Wed 1 Apr 2099')).toBeVisible()
  await page.goto(home)
  const due = page.getByRole('region', { name: 'Due' })
  await expect(due).toContainText('Write to them')
  await page.getByText('Get an address for your calendar').click()
  await page.getByRole('button', { name: 'Create address' }).last().click()
  const address = await page.getByLabel('Your calendar address').inputValue()
  const feed = await page.request.get(address)
  expect(feed.headers()['content-type']).toContain('text/calendar')
  expect(await feed.text()).toContain('DTSTART;VALUE=DATE:20990401')
  await due.getByRole('button', { name: 'Done' }).last().click()
  await expect(due).toContainText('Done: Wed 1 Apr 2099')
  expect(await (await page.request.get(address)).text()).not.toContain('20990401')
  await due.getByRole('button', { name: 'Undo' }).last().click()
  await expect(due.getByRole('button', { name: 'Done' }).last()).toBeVisible()
  await page.getByRole('button', { name: 'Revoke this address' }).last().click()
  await expect(page.getByText('Get an address for your calendar')).toBeVisible()
  expect((await page.request.get(address)).status()).toBe(404)
})
