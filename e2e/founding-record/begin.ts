import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { source, speakers } from '../support/facts'
import { fill, fillRow } from '../support/form'
import { expect } from '../support/installation'
import { tab } from './tab'

const PASSWORD = 'four quiet lanterns drifting'

/** By the one-time link, which is void afterwards. */
export async function setUpTheFirstOwner(page: Page, setupLink: string | null): Promise<void> {
  expect(setupLink).not.toBeNull()
  await page.goto(setupLink ?? '')
  await expectAccessible(page)
  await fill(page, {
    'Name of your group or coalition': 'Workers for change',
    'Your name': 'An organizer',
    'E-mail address': 'organizer@example.org',
    Password: 'short',
  })
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByText(/Fix .+ to continue/)).toBeVisible()
  await expect(page.getByLabel('Your name')).toHaveValue('An organizer')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByRole('heading', { name: 'Campaigns', level: 1 })).toBeVisible()
  expect((await page.request.get(setupLink ?? '')).status()).toBe(404)
}

/** Ends with the list of campaigns. */
export async function signOutAndIn(page: Page): Promise<void> {
  await page.getByText('An organizer').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expectAccessible(page)
  await fill(page, { 'E-mail address': 'organizer@example.org', Password: PASSWORD })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Campaigns', level: 1 })).toBeVisible()
  await expectAccessible(page)
}

/** Ends on the page of the campaign. */
export async function makeTheCampaign(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'New campaign' }).first().click()
  await expect(page.getByRole('heading', { name: 'New campaign' })).toBeVisible()
  await expectAccessible(page)
  await fill(page, {
    Title: 'Amazon, cut the ties',
    Summary:
      'Workers and advocates ask Amazon and AWS to end their work for immigration enforcement.',
    'Time zone': 'America/Los_Angeles',
  })
  await page.getByRole('button', { name: 'Create campaign' }).click()
  await expect(page.getByRole('heading', { name: 'Amazon, cut the ties', level: 1 })).toBeVisible()
  await expectAccessible(page)
}

/** With what they are to one another and to the campaign. */
export async function addTheOrganizations(page: Page): Promise<void> {
  await tab(page, 'Organizations')
  for (const [name, kind, parent, role] of [
    ['Amazon', 'Company', '', 'Target'],
    ['AWS', 'Division', 'Amazon', 'Target'],
    ['Ring', 'Division', 'Amazon', 'Secondary target'],
    ['ICE', 'Agency', '', 'Counterparty'],
    ['CBP', 'Agency', '', 'Counterparty'],
    ['Palantir', 'Vendor', '', 'Counterparty'],
    ['Flock', 'Vendor', '', 'Counterparty'],
    ['FOX 13 Seattle', 'Media', '', 'Press'],
  ] as const) {
    await fill(page, { Name: name, Kind: kind, 'Part of': parent, Role: role })
    await page.getByRole('button', { name: 'Add the organization' }).click()
    await expect(page.getByRole('link', { name, exact: true }).first()).toBeVisible()
  }
  await expectAccessible(page)
}

/** With its text and its picture. */
export async function addTheSource(page: Page): Promise<void> {
  await tab(page, 'Sources')
  await page.getByRole('link', { name: 'Add a source' }).first().click()
  await fill(page, {
    Title: source.title,
    Publisher: source.publisher,
    Published: '13 Feb 2026',
    Accessed: '14 Feb 2026',
    'Captured text': `${speakers.map(({ words, name }) => `"${words}," said ${name}.`).join('\n')}\nThe rally was on Thursday.`,
  })
  await fillRow(page, {
    group: 'Pictures in this source',
    row: 'Picture 1',
    add: 'Add a picture',
    fields: { Caption: source.caption, Credit: 'FOX 13 Seattle' },
  })
  await page.getByRole('button', { name: 'Add the source' }).click()
  await expect(page.getByRole('heading', { name: source.title })).toBeVisible()
  await expect(page.getByText('Feb. 13, 2026')).toBeVisible()
  await expectAccessible(page)
}
