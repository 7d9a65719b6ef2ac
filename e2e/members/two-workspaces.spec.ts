import { expectAccessible } from '../support/accessibility'
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
  await goTo('Night shift', 'Morning shift')
  expect(await answer()).toBe(200)
  for (const page of [owner, editor]) await page.context().close()
})
