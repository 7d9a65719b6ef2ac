import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
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
const FRESH = 'nine paper boats on the stairs'

test.use({ sendsMail: true })
test.describe.configure({ mode: 'serial' })

let owner: Page
let editor: Page
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
