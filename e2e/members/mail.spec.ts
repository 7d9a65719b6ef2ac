import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { countEffort } from '../support/effort'
import { fill } from '../support/form'
import { expect, test } from '../support/installation'
import { ownerAndEditor } from '../support/owner-and-editor'
import { signIn } from '../support/sign-in'

const OWNER = {
  name: 'Writes First',
  email: 'writes@example.org',
  password: 'teapot under seven umbrellas',
}
const EDITOR = {
  name: 'Reads Mail',
  email: 'reads@example.org',
  password: 'four quiet lanterns drifting',
}
const JOINER = { email: 'joins.by@example.org', password: 'nine slow ferries crossing' }
const MOVED = 'reads.elsewhere@example.org'
const FRESH = 'nine paper boats on the stairs'

test.use({ sendsMail: true })
test.describe.configure({ mode: 'serial' })

let owner: Page
let editor: Page
let phone: Page
let url: string

test.beforeAll(async ({ browser, installation }) => {
  url = installation.url
  const people = { owner: OWNER, editor: EDITOR }
  ;({ owner, editor } = await ownerAndEditor(browser, installation, {
    workspace: 'Post',
    ...people,
  }))
})

test.afterAll(async () => {
  await owner.context().close()
  await editor.context().close()
})

test('a mention reaches by mail, which quotes nothing, and in the app', async ({ smtp }) => {
  await editor.goto(`${url}/account`)
  const settings = editor.getByRole('region', { name: 'Notifications' })
  await settings.getByLabel('As they come').check()
  await settings.getByRole('button', { name: 'Save' }).click()
  await expect(settings.getByText('Saved.')).toBeVisible()
  await expectAccessible(editor)

  await owner.goto(`${url}/campaigns/amazon-cut-the-ties/story`)
  await owner
    .getByRole('link', { name: /^Rally at/ })
    .first()
    .click()
  await owner.waitForURL(/\/entries\//)
  const comments = owner.getByRole('region', { name: 'Comments' })
  await comments.getByLabel('New comment').fill('@Reads Mail, is this the right day?')
  await comments.getByRole('button', { name: 'Add comment' }).click()
  await expect(comments.getByRole('article')).toContainText('right day')

  await expect.poll(() => smtp?.received.length, { timeout: 60_000 }).toBe(1)
  const mail = smtp?.received[0]
  expect(mail?.to).toEqual([EDITOR.email])
  expect(mail?.text).toContain('- 1 mention of you')
  for (const word of ['right day', 'Rally', 'Amazon', 'Writes First', 'Post'])
    expect(mail?.text).not.toContain(word)
  await editor.goto(/\S+\/notifications\S*/.exec(mail?.text ?? '')?.[0] ?? '')
  await expect(editor.getByRole('main')).toContainText('Writes First mentioned you')
})

test('a forgotten password is replaced by a link that comes by mail', async ({ smtp }) => {
  await editor.context().clearCookies()
  await editor.goto(`${url}/sign-in`)
  await editor.getByRole('link', { name: 'Forgot your password?' }).click()
  await expectAccessible(editor)
  await editor.getByLabel('E-mail address').fill(EDITOR.email)
  await editor.getByRole('button', { name: 'Send me a link' }).click()
  await expect(editor.getByText('a link is on its way')).toBeVisible()
  await expect.poll(() => smtp?.received.length, { timeout: 60_000 }).toBe(2)
  await editor.goto(/\S+\/reset\/\S+/.exec(smtp?.received[1]?.text ?? '')?.[0] ?? '')
  await editor.getByLabel('New password').fill(FRESH)
  await editor.getByRole('button', { name: 'Set the password' }).click()
  await editor.waitForURL(/\/sign-in/)
  await signIn(editor, url, { ...EDITOR, password: FRESH })
})

test('a new e-mail address counts once the link that comes by mail is opened', async ({ smtp }) => {
  await editor.goto(`${url}/account`)
  const names = editor.getByRole('region', { name: 'Name and e-mail address' })
  await names.getByLabel('E-mail address').fill(MOVED)
  await names.getByLabel('Your password, to change the address').fill(FRESH)
  await names.getByRole('button', { name: 'Change the address' }).click()
  await expect(names.getByText(`A link was sent to ${MOVED}.`)).toBeVisible()
  const mail = smtp?.received.at(-1)
  expect(mail?.to).toEqual([MOVED])
  await editor.goto(/\S+\/confirm-address\/\S+/.exec(mail?.text ?? '')?.[0] ?? '')
  await expect(editor.getByText(`Once you confirm, you sign in with ${MOVED}.`)).toBeVisible()
  await expectAccessible(editor)
  await editor.getByRole('button', { name: 'Use this address' }).click()
  await editor.waitForURL(/\/account$/)
  await expect(names.getByLabel('E-mail address')).toHaveValue(MOVED)
  const told = smtp?.received.at(-1)
  expect([told?.to, told?.text.includes(MOVED)]).toEqual([[EDITOR.email], false])
  await editor.context().clearCookies()
  await signIn(editor, url, { ...EDITOR, email: MOVED, password: FRESH })
})

test('an invitation by mail leads to a first entry on a phone with a few taps', async ({
  browser,
  smtp,
}) => {
  await owner.goto(`${url}/members`)
  await fill(owner, { 'Their e-mail address': JOINER.email })
  await owner.getByLabel('Mail it to them').check()
  await expectAccessible(owner)
  await owner.getByRole('button', { name: 'Create invitation' }).last().click()
  await expect(owner.getByText('It was mailed to them')).toBeVisible()
  const mail = smtp?.received.at(-1)
  expect(mail?.to).toEqual([JOINER.email])
  for (const word of ['Post', 'Writes First', 'Amazon']) expect(mail?.text).not.toContain(word)

  const screen = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
  phone = await (await browser.newContext(screen)).newPage()
  await phone.goto(/\S+\/invitation\/\S+/.exec(mail?.text ?? '')?.[0] ?? '')
  const effort = await countEffort(phone)
  const began = Date.now()
  const { email, password } = JOINER
  await fill(phone, { 'E-mail address': email, 'Your name': 'Joins Late', Password: password })
  await phone.getByRole('button', { name: 'Join' }).last().click()
  await phone.waitForURL(/\/campaigns$/)
  await phone
    .getByRole('main')
    .getByRole('link', { name: /cut the ties/ })
    .first()
    .click()
  await phone.getByRole('link', { name: /^Log/ }).first().click()
  await phone.waitForURL(/\/entries\/new/)
  await fill(phone, { 'What it is': 'Picket', Title: 'Leaflets at the gate', When: '20 Feb 2026' })
  await phone.getByRole('button', { name: 'Send to review', exact: true }).last().click()
  await phone.waitForURL(/\/entries\/[0-9a-f-]{36}/)
  await expect(phone.getByText('Leaflets at the gate').first()).toBeVisible()
  const seconds = Math.round((Date.now() - began) / 1000)
  console.table([{ what: 'From an invitation to a first entry', ...effort, seconds }])
  expect(effort.clicks).toBeLessThanOrEqual(6)
})

test('a removed member’s open tab shows nothing more', async () => {
  await owner.goto(`${url}/members`)
  await owner.getByLabel('Change role or remove: Joins Late').click()
  await owner.getByRole('button', { name: 'Remove', exact: true }).last().click()
  await expect(owner.getByRole('region', { name: 'Members' })).not.toContainText('Joins Late')
  await phone.goto(phone.url())
  await expect(phone).toHaveURL(/\/sign-in/)
  await expect(phone.getByText('Leaflets at the gate')).toHaveCount(0)
  await phone.context().close()
})
