import type { Browser, Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { demands, speakers } from '../support/facts'
import { fill, fillRow, openPart } from '../support/form'
import { expect } from '../support/installation'
import { tab } from './tab'

const DISPUTE = 'The gathering was not on its property.'
const REPLY = 'We disagree with how our services are described.'

/** That the demand at Ring is met. */
export async function confirmTheAnswer(page: Page): Promise<void> {
  await tab(page, 'Demands')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Confirm' }).first().click()
  await expect(
    page
      .getByRole('row', { name: /Amazon cuts its partnership with Flock/ })
      .or(page.getByRole('listitem').filter({ hasText: 'Flock' }))
      .filter({ hasText: 'Met' })
      .first(),
  ).toBeVisible()
  await expectAccessible(page)
}

/** In both orders. */
export async function readTheTimeline(page: Page): Promise<void> {
  await tab(page, 'Timeline')
  const titles = page.locator('[data-entry] h3')
  await expect(titles).toHaveCount(5)
  await expect(titles.last()).toHaveText('A firing after speaking out about Project Nimbus')
  await expect(page.getByText('sources differ on the date', { exact: true })).toBeVisible()
  await expect(page.getByText('about November 2025')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: /oldest first/i }).click()
  await expect(titles.first()).toHaveText('A firing after speaking out about Project Nimbus')
}

/** With who disputes it and what Amazon replies; nothing else of it changes. */
export async function editTheRally(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Rally at the Amazon Spheres', exact: true }).click()
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await expect(page.getByLabel('When', { exact: true })).toHaveValue('Fri 13 Feb 2026')
  await expectAccessible(page)
  await openPart(page, 'Summary')
  await fill(page, {
    'More about it':
      'Speakers asked Amazon to end its ties. The organizers say that they will go on.',
  })
  await openPart(page, 'Disputes and right of reply')
  await fillRow(page, {
    group: 'Who disputes this entry',
    row: 'Dispute 1',
    add: 'Add who disputes it',
    fields: { 'What is disputed, and why': DISPUTE, 'Who says so': 'A building manager' },
  })
  await fillRow(page, {
    group: 'Right of reply',
    row: 'Statement 1',
    add: 'Add an organization’s statement',
    fields: {
      Organization: 'Amazon',
      'Date of the statement': '16 Feb 2026',
      'Exact words': REPLY,
    },
  })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('The organizers say that they will go on.').first()).toBeVisible()
  await expect(page.getByRole('article').getByText(DISPUTE)).toBeVisible()
  for (const { words } of speakers)
    await expect(page.getByRole('article').getByText(words)).toBeVisible()
  await expect(page.getByText('Version 2')).toBeVisible()
}

/** For the press; gives its address. */
export async function makeALink(page: Page, url: string): Promise<string> {
  await tab(page, 'Shares')
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'Press' }).check()
  await fill(page, { 'What you call it': 'for the newsroom' })
  await page.getByRole('button', { name: 'Create link' }).click()
  const address = page.getByLabel('Address of “for the newsroom”')
  await expect(address).toHaveValue(new RegExp(`^${url}/s/`))
  await expectAccessible(page)
  return address.inputValue()
}

/** Without an account and with scripting off. */
export async function readTheLink(browser: Browser, link: string): Promise<void> {
  const reader = await browser.newContext({ javaScriptEnabled: false })
  const shared = await reader.newPage()
  await shared.goto(link)
  expect(await shared.content()).not.toContain('<script')
  await expect(shared.getByRole('heading', { name: 'Rally at the Amazon Spheres' })).toBeVisible()
  const demanded = shared.getByRole('region', { name: 'What is demanded' })
  for (const { wording } of demands) await expect(demanded.getByText(wording)).toBeVisible()
  for (const { words, name } of speakers) {
    await expect(shared.getByText(words)).toBeVisible()
    await expect(shared.getByText(name).first()).toBeVisible()
  }
  await expect(shared.getByText(`Disputed by A building manager: ${DISPUTE}`)).toBeVisible()
  const reply = shared.getByRole('group', { name: 'Right of reply' })
  await expect(reply).toContainText(`“${REPLY}”`)
  await expect(reply).toContainText('statement by Amazon, 16 Feb 2026')
  const timeline = shared.getByRole('region', { name: 'Timeline' })
  await expect(timeline.getByText('Fri 13 Feb 2026').first()).toBeVisible()
  await expect(timeline.getByText('Thu 12 Feb 2026').first()).toBeVisible()
  await reader.close()

  const scripted = await browser.newContext()
  const checked = await scripted.newPage()
  await checked.goto(link)
  await expectAccessible(checked)
  await scripted.close()
}

/** Nobody can tell it from one that never was. */
export async function endTheLink(
  page: Page,
  { url, link }: { url: string; link: string },
): Promise<void> {
  await page.getByRole('button', { name: 'Revoke “for the newsroom”' }).click()
  await expect(page.getByText('Revoked', { exact: true })).toBeVisible()
  const gone = await page.request.get(link)
  expect(gone.status()).toBe(404)
  expect(await gone.text()).not.toContain('Amazon')
  const never = await page.request.get(`${url}/s/${'0'.repeat(26)}`)
  expect(await gone.text()).toBe(await never.text())
}
