import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { expect, test } from '../support/installation'
import { signIn } from '../support/sign-in'

const OWNER = { email: 'keys@example.org', password: 'teapot under seven umbrellas' }

/** Gives the browser of a page a device that has the passkeys of one person. */
async function plugIn(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
}

test('a passkey is added, signs in without a name, and opens nothing once it is removed', async ({
  page,
  installation,
}) => {
  const words = ['--email', OWNER.email, '--name', 'Owner', '--password', OWNER.password]
  await installation.cli('setup', ...words, '--workspace', 'Key group')
  const { url } = installation
  await plugIn(page)
  await signIn(page, url, OWNER)
  await page.goto(`${url}/account`)
  await page.getByRole('link', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name').fill('My phone')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('Added.')).toBeVisible()
  await expect(page.getByText('My phone', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('This device has a passkey of your account already.')).toBeVisible()
  await expectAccessible(page)

  const leave = () => page.context().clearCookies()
  const enter = async () => {
    await page.goto(`${url}/sign-in`)
    await page.getByRole('button', { name: 'Use a passkey' }).click()
  }
  await leave()
  await page.goto(`${url}/sign-in`)
  await expectAccessible(page)
  await enter()
  await page.waitForURL(/\/campaigns/)

  await page.goto(`${url}/passkeys`)
  await page.getByRole('button', { name: 'Remove My phone' }).click()
  await expect(page.getByText('My phone', { exact: true })).toBeHidden()
  await leave()
  await enter()
  await expect(page.getByText('This passkey opens nothing here.').first()).toBeVisible()
})
