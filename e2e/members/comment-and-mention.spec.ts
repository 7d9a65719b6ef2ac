import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { expect, test } from '../support/installation'
import { ownerAndEditor } from '../support/owner-and-editor'

const OWNER = {
  name: 'Asks First',
  email: 'talks@example.org',
  password: 'teapot under seven umbrellas',
}
const EDITOR = {
  name: 'Reads It All',
  email: 'answers@example.org',
  password: 'four quiet lanterns drifting',
}
const ASKED = 'Is “dozens” the reporter’s word? @Reads It All'

test.describe.configure({ mode: 'serial' })

let owner: Page
let editor: Page
let url: string

test.beforeAll(async ({ browser, installation }) => {
  url = installation.url
  const people = { owner: OWNER, editor: EDITOR }
  ;({ owner, editor } = await ownerAndEditor(browser, installation, {
    workspace: 'Talk',
    ...people,
  }))
})

test.afterAll(async () => {
  await owner.context().close()
  await editor.context().close()
})

const comments = (page: Page) => page.getByRole('region', { name: 'Comments' })

test('a question about a quote reaches whom it mentions', async () => {
  await owner.goto(`${url}/campaigns/amazon-cut-the-ties/story`)
  await owner
    .getByRole('link', { name: /^Rally at/ })
    .first()
    .click()
  await owner.waitForURL(/\/entries\//)
  await comments(owner).getByLabel('About').selectOption({ index: 1 })
  await comments(owner).getByLabel('New comment').fill(ASKED)
  await comments(owner).getByRole('button', { name: 'Add comment' }).click()
  await expect(comments(owner).getByRole('article')).toContainText(ASKED)
  await expect(comments(owner).getByRole('article')).toContainText('About “')
  await expect(comments(owner).getByLabel('New comment')).toHaveValue('')
  await expectAccessible(owner)

  await editor.goto(`${url}/campaigns`)
  await editor.getByRole('link', { name: 'Notifications, 1 new' }).click()
  await expect(editor.getByRole('main')).toContainText('Asks First mentioned you')
  await expectAccessible(editor)
  await editor.getByRole('button', { name: 'Open', exact: true }).click()
  await editor.waitForURL(/\/entries\/[^#]*#comment-/)
  await expect(comments(editor).getByText(ASKED)).toBeInViewport()
  await expect(editor.getByRole('link', { name: /Notifications, / })).toHaveCount(0)
})

test('it is answered, resolved, deleted and brought back', async () => {
  await comments(editor).getByText('Reply', { exact: true }).click()
  await comments(editor).getByLabel('Your reply').fill('Yes, in the second paragraph.')
  await comments(editor).getByRole('button', { name: 'Send reply' }).click()
  await expect(comments(editor).getByRole('article')).toContainText('in the second paragraph')
  await owner.reload()
  await expect(comments(owner).getByRole('article')).toContainText('in the second paragraph')
  await comments(owner).getByRole('button', { name: 'Resolve' }).click()
  await comments(owner).getByText('1 resolved thread').click()
  await expect(comments(owner).getByRole('article')).toContainText('Resolved by Asks First')
  await comments(owner).getByRole('button', { name: 'Delete' }).first().click()
  await expect(comments(owner)).toContainText('This comment was deleted.')
  await comments(owner).getByRole('button', { name: 'Restore' }).click()
  await expect(comments(owner)).toContainText(ASKED)
})

test('it is found by its words, and stands on no link', async ({ browser, installation }) => {
  await owner.goto(`${url}/search?q=second+paragraph`)
  await expect(owner.getByRole('region', { name: 'In comments' })).toContainText('second paragraph')
  const which = ['--campaign', 'amazon-cut-the-ties', '--workspace', 'Talk']
  const share = await installation.cli('share', 'create', ...which)
  const reader = await (await browser.newContext()).newPage()
  await reader.goto((share as { url: string }).url)
  await expect(reader.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await reader.content()).not.toContain('second paragraph')
  await reader.context().close()
})

test('a follow-up that is handed over waits for its member until it is done', async () => {
  const campaign = `${url}/campaigns/amazon-cut-the-ties`
  await owner.goto(campaign)
  await owner.getByText('Set a follow-up').first().click()
  await owner.getByLabel('Ask again on').first().fill('2099-04-01')
  await owner.getByRole('button', { name: 'Set it' }).last().click()
  const due = owner.getByRole('region', { name: 'Due' })
  await due.getByText('Assign to a member').click()
  await due.getByLabel('Member').selectOption({ label: 'Reads It All' })
  await due.getByLabel('By').fill('2099-03-01')
  await due.getByRole('button', { name: 'Assign' }).last().click()
  await expect(due.getByText('Assigned to Reads It All')).toBeVisible()
  await expectAccessible(owner)

  await editor.goto(`${url}/campaigns`)
  const waiting = editor.getByRole('region', { name: 'Waiting for me' })
  await expect(waiting.getByRole('listitem')).toContainText('from Asks First')
  await expectAccessible(editor)
  await editor.getByRole('link', { name: /^Notifications, \d+ new/ }).click()
  await expect(editor.getByRole('main')).toContainText('Asks First assigned this to you')
  await editor.goto(`${url}/campaigns`)
  await waiting.getByRole('link').click()
  await editor.waitForURL(/#due$/)
  const dueHere = editor.getByRole('region', { name: 'Due' })
  await dueHere.getByRole('button', { name: 'Done' }).last().click()
  await expect(dueHere.getByText('Done: Wed 1 Apr 2099')).toBeVisible()
  await editor.goto(`${url}/campaigns`)
  await expect(waiting).toHaveCount(0)
})
