import 'server-only'
import { systemViewer } from '../auth/viewers'
import { flag, required, text, type Command } from './command'
import { setup, setupLink } from './setup-commands'
import { sampleIn } from './sample-commands'
import { firstLineOfInput } from './standard-input'

/** Makes a new one-time set-up link; the start script reads its JSON. */
export const setupLinkCommand: Command = {
  usage: '',
  does: 'creates a one-time link to set up the first owner; earlier links stop working',
  options: {},
  words: [],
  run: async () => {
    const url = await setupLink()
    return { json: { url }, lines: [url ?? 'Throughline is already set up. Sign in instead.'] }
  },
}

/** Makes an owner and a workspace without a browser. */
export const setupCommand: Command = {
  usage: '--email <address> --name <name> --password <password> --workspace <name> [--sample]',
  does: 'creates an owner and a workspace; “--password -” reads the password from standard input',
  options: { email: text, name: text, password: text, workspace: text, sample: flag },
  words: [],
  run: async (options) => {
    const typed = required(options, 'password')
    const { workspaceId } = await setup({
      email: required(options, 'email'),
      name: required(options, 'name'),
      // What is on the command line can be seen by other programs while it runs.
      password: typed === '-' ? await firstLineOfInput() : typed,
      workspace: required(options, 'workspace'),
    })
    const lines = [`Workspace “${required(options, 'workspace')}” created.`]
    if (!options.sample) return { json: { workspace: workspaceId }, lines }
    const sample = await sampleIn(systemViewer(workspaceId))
    return {
      json: { workspace: workspaceId, sample: sample.json },
      lines: [...lines, ...sample.lines],
    }
  },
}
