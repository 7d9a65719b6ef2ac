import type { Browser, Page } from '@playwright/test'
import type { Installation } from './installation'
import { signIn } from './sign-in'

type Person = { email: string; password: string; name: string }

/**
 * A workspace of two with the founding campaign: its owner and an editor, each signed in with a
 * browser context of their own, which the caller closes.
 */
export async function ownerAndEditor(
  browser: Browser,
  { cli, url }: Installation,
  { workspace, ...people }: { workspace: string; owner: Person; editor: Person },
): Promise<{ owner: Page; editor: Page }> {
  const words = ({ email, name, password }: Person) => [
    ...['--email', email, '--name', name, '--password', password, '--workspace', workspace],
  ]
  await cli('setup', ...words(people.owner), '--sample')
  await cli('member', 'add', ...words(people.editor), '--role', 'editor')
  const owner = await (await browser.newContext()).newPage()
  const editor = await (await browser.newContext()).newPage()
  await signIn(owner, url, people.owner)
  await signIn(editor, url, people.editor)
  return { owner, editor }
}
