import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility'
import { expect, test } from '../support/installation'
import { ownerAndEditor } from '../support/owner-and-editor'

const OWNER = {
  name: 'Keeps It Close',
  email: 'close@example.org',
  password: 'teapot under seven umbrellas',
}
const EDITOR = {
  name: 'Asks To Join',
  email: 'joins@example.org',
  password: 'four quiet lanterns drifting',
}
const CAMPAIGN = '/campaigns/amazon-cut-the-ties'

let owner: Page
let editor: Page
let url: string

test.beforeAll(async ({ browser, installation }) => {
  url = installation.url
  const people = { owner: OWNER, editor: EDITOR }
  ;({ owner, editor } = await ownerAndEditor(browser, installation, {
    workspace: 'Close',
    ...people,
  }))
})

test.afterAll(async () => {
  await owner.context().close()
  await editor.context().close()
})

test('a campaign is open to the members whom its settings name, and is nowhere for the others', async () => {
  await editor.goto(`${url}${CAMPAIGN}/story`)
  await expect(editor.getByRole('heading', { level: 1 })).toBeVisible()

  await owner.goto(`${url}${CAMPAIGN}/edit`)
  const access = owner.getByRole('region', { name: 'Who can open it' })
  await access.getByLabel('Only these members').check()
  await access.getByRole('button', { name: 'Save who can open it' }).click()
  await expect(access.getByText('Saved.')).toBeVisible()
  await expect(owner.getByText('Restricted', { exact: true })).toBeVisible()
  await expectAccessible(owner)

  for (const path of ['', '/story', '/edit', '/table', '/demands', '/shares', '/print']) {
    const answer = await editor.goto(`${url}${CAMPAIGN}${path}`)
    expect([path, answer?.status()]).toEqual([path, 404])
  }
  await editor.goto(`${url}/campaigns`)
  await expect(editor.getByRole('main')).not.toContainText('cut the ties')
  // Nothing else cites its source.
  await editor.goto(`${url}/search?q=rally`)
  await expect(editor.locator('main a[href^="/sources/"]')).toHaveCount(0)
  await expect(editor.locator('main a[href*="/entries/"]')).toHaveCount(0)

  await owner.goto(`${url}${CAMPAIGN}/shares`)
  await expect(owner.getByText('This campaign is restricted')).toBeVisible()
  await owner.goto(`${url}${CAMPAIGN}/edit`)
  await access.getByLabel('Asks To Join (editor)').check()
  await access.getByRole('button', { name: 'Save who can open it' }).click()
  await expect(access.getByText('Saved.')).toBeVisible()
  await editor.goto(`${url}${CAMPAIGN}/story`)
  await expect(editor.getByRole('heading', { level: 1 })).toBeVisible()
})
