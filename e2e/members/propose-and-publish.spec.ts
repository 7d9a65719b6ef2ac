import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { fill, openPart } from '../support/form'
import { expect, test } from '../support/installation'
import { ownerAndEditor } from '../support/owner-and-editor'

const OWNER = {
  name: 'Owner',
  email: 'owner-of-it@example.org',
  password: 'teapot under seven umbrellas',
}
const JOINER = { email: 'joiner@example.org', password: 'nine slow ferries crossing' }
const EDITOR = {
  name: 'Editor',
  email: 'editor-of-it@example.org',
  password: 'four quiet lanterns drifting',
}
const CAMPAIGN = '/campaigns/amazon-cut-the-ties'
const TITLE = 'Leaflets at the north gate'
const ENTRY = /\/entries\/[0-9a-f-]{36}(\?|$)/

test.describe.configure({ mode: 'serial' })

let owner: Page
let joiner: Page
let editor: Page
let url: string
let entry: string

test.beforeAll(async ({ browser, installation }) => {
  url = installation.url
  const people = { owner: OWNER, editor: EDITOR }
  ;({ owner, editor } = await ownerAndEditor(browser, installation, {
    workspace: 'Two of us',
    ...people,
  }))
  joiner = await (await browser.newContext()).newPage()
})

test.afterAll(async () => {
  await owner.context().close()
  await joiner.context().close()
  await editor.context().close()
})

const save = (page: Page) =>
  page.getByRole('button', { name: 'Save changes', exact: true }).last().click()

test('an owner invites a contributor by an address, who joins with it once', async () => {
  await owner.goto(`${url}/members`)
  await expectAccessible(owner)
  await fill(owner, { 'Their e-mail address': JOINER.email })
  await owner.getByRole('button', { name: 'Create invitation' }).last().click()
  const address = owner.locator('input[readonly]')
  await expect(address).toHaveValue(/\/invitation\//)
  const invitation = await address.inputValue()
  await expect(owner.getByRole('region', { name: 'Invited' })).toContainText(JOINER.email)

  await joiner.goto(invitation)
  await expect(joiner.getByRole('heading', { name: 'Join Two of us' })).toBeVisible()
  await expectAccessible(joiner)
  const { email, password } = JOINER
  await fill(joiner, { 'E-mail address': email, 'Your name': 'Joiner', Password: password })
  await joiner.getByRole('button', { name: 'Join' }).last().click()
  await joiner.waitForURL(/\/campaigns/)
  await owner.goto(invitation)
  await expect(owner.getByText('This invitation cannot be used')).toBeVisible()
})

test('a contributor proposes and cannot publish; an editor publishes it from the queue', async () => {
  await joiner.goto(`${url}${CAMPAIGN}/entries/new`)
  await fill(joiner, { 'What it is': 'Picket', Title: TITLE, When: '20 Feb 2026' })
  await expect(joiner.getByRole('button', { name: 'Publish' })).toHaveCount(0)
  await joiner.getByRole('button', { name: 'Send to review', exact: true }).last().click()
  await joiner.waitForURL(ENTRY)
  entry = joiner.url().replace(/\?.*/, '')
  const said = joiner.locator(':focus')
  await expect(said).toContainText('Sent to review.')
  await expect(joiner.getByRole('button', { name: 'Publish' })).toBeHidden()

  await editor.goto(`${url}${CAMPAIGN}`)
  await expect(editor.getByRole('heading', { name: '1 entry in review' })).toBeVisible()
  await editor.getByRole('link', { name: TITLE }).first().click()
  await editor.waitForURL(ENTRY)
  await expectAccessible(editor)
  await editor.getByRole('button', { name: 'Publish' }).click()
  await expect(editor.locator(':focus')).toContainText('Published.')
  await expect(editor.getByText('Waiting for review')).toBeHidden()
  await joiner.goto(entry)
  await expect(joiner.getByRole('link', { name: 'Edit', exact: true })).toBeHidden()
  await owner.goto(`${url}${CAMPAIGN}`)
  await expect(owner.getByRole('heading', { name: '1 entry in review' })).toBeHidden()
})

test('of two who edit at once the second sees both texts and keeps what should stay', async () => {
  // The joiner's own drafts may be edited by them; what is published is an editor's.
  const second = await owner.context().newPage()
  await owner.goto(`${entry}/edit`)
  await second.goto(`${entry}/edit`)
  await fill(owner, { Title: 'Leaflets at both gates' })
  await openPart(second, 'Tags and notes for members')
  await fill(second, { Title: 'Leaflets at the gates', 'Private note': 'Ask for the count' })
  await save(owner)
  await owner.waitForURL(ENTRY)
  await save(second)
  const both = second.getByRole('region', { name: 'Title' })
  await expect(both).toContainText('Leaflets at the gates')
  await expect(both).toContainText('Leaflets at both gates')
  const title = second.getByRole('textbox', { name: 'Title' })
  await expect(title).toHaveValue('Leaflets at the gates')
  await expectAccessible(second)
  const kept = 'Leaflets at both gates, north and south'
  await title.fill(kept)
  await save(second)
  await second.waitForURL(ENTRY)
  await expect(second.getByRole('heading', { name: kept })).toBeVisible()
  await expect(second.getByText('Ask for the count').first()).toBeVisible()
})
