import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { expectAccessible } from '../support/accessibility'
import { fill } from '../support/form'
import { expect, test } from '../support/installation'
import { ownerAndEditor } from '../support/owner-and-editor'

const OWNER = {
  name: 'Owner',
  email: 'careful@example.org',
  password: 'teapot under seven umbrellas',
}
const EDITOR = {
  name: 'Editor',
  email: 'helper@example.org',
  password: 'four quiet lanterns drifting',
}
const GROUP = 'Careful group'

test.describe.configure({ mode: 'serial' })

let owner: Page
let editor: Page
let url: string
let secret: string
let recovery: string
let links: string[]

test.beforeAll(async ({ browser, installation }) => {
  url = installation.url
  const people = { owner: OWNER, editor: EDITOR }
  ;({ owner, editor } = await ownerAndEditor(browser, installation, {
    workspace: GROUP,
    ...people,
  }))
  const made = await Promise.all(
    ['First', 'Second'].map((label) =>
      installation.cli(
        ...['share', 'create', '--campaign', 'amazon-cut-the-ties', '--label', label],
        ...['--undecided', 'withheld', '--workspace', GROUP],
      ),
    ),
  )
  links = made.map((one) => (one as { url: string }).url)
})

test.afterAll(async () => {
  await owner.context().close()
  await editor.context().close()
})

const codeNow = (ahead = 0) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + ahead * 30_000 })

async function enterPassword(page: Page): Promise<void> {
  await page.goto(`${url}/sign-in`)
  await fill(page, { 'E-mail address': OWNER.email, Password: OWNER.password })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/sign-in\/code/)
}

test('an owner chooses a theme and a language, and turns on sign-in codes', async () => {
  await owner.goto(`${url}/account`)
  await expectAccessible(owner)
  const ends = owner.getByRole('region', { name: 'Where you are signed in' }).locator('time').last()
  await expect(ends).toHaveText(/^\d+ \p{L}{3,4} \d{4}, \d\d:\d\d UTC$/u)
  await owner.getByRole('radio', { name: 'Dark' }).check()
  await owner.getByLabel('Language and region').selectOption('en-US')
  await owner.getByRole('region', { name: 'Display and time' }).getByRole('button').click()
  await expect(owner.locator('[data-theme="dark"]')).toBeAttached()
  await expect(owner.locator(':root')).toHaveCSS('color-scheme', 'dark')
  await expect(owner.locator('body > [lang="en-US"]')).toBeAttached()
  await expect(ends).toHaveText(/^\p{L}{3} \d+, \d{4}, \d+:\d\d\s[AP]M [A-Z]{3}$/u)

  await owner.getByRole('link', { name: 'Set up sign-in codes' }).click()
  await expectAccessible(owner)
  const key = await owner.locator('p.select-all').textContent()
  secret = (key ?? '').replace(/\s/g, '')
  await fill(owner, { 'The code that the app shows now': codeNow() })
  await owner.getByRole('button', { name: 'Turn on sign-in codes' }).click()
  await owner.getByRole('button', { name: 'Create recovery codes' }).click()
  const codes = owner.locator('code')
  await expect(codes).toHaveCount(10)
  await expectAccessible(owner)
  recovery = (await codes.first().textContent()) ?? ''
})

test('sign-in then asks for a code, and takes each once', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage()
  await enterPassword(page)
  await expectAccessible(page)
  await page.goto(`${url}/campaigns`)
  await page.waitForURL(/\/sign-in/)
  await enterPassword(page)
  await fill(page, { Code: '000000' })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('This code is wrong or was used').first()).toBeVisible()
  await fill(page, { Code: codeNow(1) })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/campaigns/)

  const other = await (await browser.newContext()).newPage()
  await enterPassword(other)
  await fill(other, { Code: recovery })
  await other.getByRole('button', { name: 'Sign in' }).click()
  await other.waitForURL(/\/campaigns/)
  await page.context().close()
  await other.context().close()
})

test('a workspace that requires codes leads an editor to set them up', async () => {
  await owner.goto(`${url}/workspace`)
  await expectAccessible(owner)
  const settings = owner.getByRole('region', { name: 'Settings' })
  await settings.getByRole('radio', { name: /^Required/ }).check()
  await settings.getByRole('button', { name: 'Save' }).click()
  await expect(owner.getByText('Saved.')).toBeVisible()
  await editor.goto(`${url}/campaigns`)
  await editor.waitForURL(/\/sign-in-codes/)
  await expect(editor.getByText(`${GROUP} requires sign-in codes`)).toBeVisible()
  await owner.getByRole('radio', { name: 'Each member decides' }).check()
  await settings.getByRole('button', { name: 'Save' }).click()
  await expect(async () => {
    await editor.goto(`${url}/campaigns`)
    await expect(editor).toHaveURL(/\/campaigns/)
  }).toPass()
})

test('an owner locks the workspace down, after reading what that ends', async () => {
  await owner.goto(`${url}/workspace/access`)
  await expectAccessible(owner)
  await owner.getByRole('link', { name: 'lock the workspace down' }).click()
  // The editor's, and the two browsers that signed in with codes and only closed.
  await expect(owner.getByText('3 sessions of members end')).toBeVisible()
  await expectAccessible(owner)
  await owner.getByRole('button', { name: 'Lock down now' }).click()
  await expect(owner.getByText('The workspace is locked down.')).toBeVisible()
  await editor.goto(`${url}/campaigns`)
  await editor.waitForURL(/\/sign-in/)
  await owner.goto(`${url}/workspace/audit`)
  await expect(owner.getByText('lock-down').first()).toBeVisible()
  await expectAccessible(owner)
})

test('a lock-down pauses every link, and an owner lets them be read again one by one', async ({
  request,
}) => {
  const answers = () => Promise.all(links.map(async (link) => (await request.get(link)).status()))
  await expect.poll(answers).toEqual([404, 404])
  await owner.goto(`${url}/shares`)
  await expect(owner.getByText('2 links are paused')).toBeVisible()
  await owner.getByRole('button', { name: 'Resume “First”' }).click()
  await expect(owner.getByText('One link is paused')).toBeVisible()
  await expect.poll(answers).toEqual([200, 404])
  await expectAccessible(owner)
})
