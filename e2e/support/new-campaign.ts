import { expect, type Page } from '@playwright/test'
import { fill } from './form'
import type { Installation } from './installation'
import { signIn } from './sign-in'

const WRITER = { email: 'organizer@example.org', password: 'four quiet lanterns drifting' }

/**
 * Sets up an empty installation and begins a campaign of which nothing is known yet: every name is
 * typed in full.
 *
 * @returns its path; the browser is signed in and shows it.
 */
export async function newCampaign({ url, cli }: Installation, page: Page): Promise<string> {
  const words = ['--email', WRITER.email, '--name', 'An organizer', '--password', WRITER.password]
  await cli('setup', ...words, '--workspace', 'Workers for change')
  await signIn(page, url, WRITER)
  await page.getByRole('link', { name: 'New campaign' }).first().click()
  await fill(page, { Title: 'Amazon, cut the ties', 'Time zone': 'America/Los_Angeles' })
  await page.getByRole('button', { name: 'Create campaign' }).click()
  await expect(page.getByRole('heading', { name: 'Amazon, cut the ties', level: 1 })).toBeVisible()
  return new URL(page.url()).pathname
}
