import type { Page } from '@playwright/test'
import { expect } from '../support/installation'

/** Goes to a page of the campaign by its tab. */
export async function tab(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Campaign' })
    .getByRole('link', { name, exact: true })
    .click()
  await expect(
    page.getByRole('navigation', { name: 'Campaign' }).getByRole('link', { name, exact: true }),
  ).toHaveAttribute('aria-current', 'page')
}
