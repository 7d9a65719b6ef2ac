import { expectAccessible } from '../support/accessibility'
import { fill } from '../support/form'
import { expect, test } from '../support/installation'
import { ownerAndEditor } from '../support/owner-and-editor'

const OWNER = {
  name: 'Keeps The Morning',
  email: 'morning@example.org',
  password: 'teapot under seven umbrellas',
}
const EDITOR = {
  name: 'Works Both Shifts',
  email: 'both@example.org',
  password: 'four quiet lanterns drifting',
}
const CAMPAIGN = '/campaigns/amazon-cut-the-ties'

test('somebody in two workspaces goes from one to the other, and sees of each its own', async ({
  browser,
  installation,
}) => {
  const { cli, url } = installation
  const people = { owner: OWNER, editor: EDITOR }
  const { owner, editor } = await ownerAndEditor(browser, installation, {
    workspace: 'Morning shift',
    ...people,
  })
  await cli(
    ...['setup', '--email', 'night@example.org', '--name', 'Keeps The Night'],
    ...['--password', OWNER.password, '--workspace', 'Night shift'],
  )
  await cli(
    ...['member', 'add', '--email', EDITOR.email, '--name', EDITOR.name, '--role', 'viewer'],
    ...['--password', EDITOR.password, '--workspace', 'Night shift'],
  )
  const goTo = async (from: string, to: string) => {
    await editor.getByText(from, { exact: true }).first().click()
    await editor.getByRole('button', { name: `Go to ${to}` }).click()
    // The menu that was opened names both; the summary names the one that is shown.
    await expect(editor.getByRole('banner').locator('summary').first()).toHaveText(to)
  }
  const answer = async () => (await editor.goto(`${url}${CAMPAIGN}`))?.status()

  await editor.goto(`${url}/campaigns`)
  await goTo('Morning shift', 'Night shift')
  await expect(editor.getByRole('link', { name: /cut the ties/ })).toHaveCount(0)
  expect(await answer()).toBe(404)
  await editor.goto(`${url}/campaigns`)
  await expectAccessible(editor)

  await test.step('an address of another workspace leads there', async () => {
    await editor.goto(`${url}${CAMPAIGN}`)
    await editor.getByRole('button', { name: 'Morning shift' }).click()
    await expect(editor).toHaveURL(`${url}${CAMPAIGN}`)
    await expect(editor.getByRole('heading', { name: 'Latest' })).toBeVisible()
  })

  await test.step('a page that was opened before writes into its own workspace alone', async () => {
    const earlier = await editor.context().newPage()
    await earlier.goto(`${url}/campaigns/new`)
    await fill(earlier, { Title: 'Of the morning', 'Time zone': 'America/Los_Angeles' })
    await goTo('Morning shift', 'Night shift')
    await earlier.getByRole('button', { name: 'Create campaign' }).click()
    await expect(earlier.getByText('This page belongs to “Morning shift”')).toBeVisible()
    await goTo('Night shift', 'Morning shift')
    await earlier.getByRole('button', { name: 'Create campaign' }).click()
    await expect(earlier.getByRole('heading', { name: 'Of the morning' })).toBeVisible()
    await earlier.close()
  })
  for (const page of [owner, editor]) await page.context().close()
})
