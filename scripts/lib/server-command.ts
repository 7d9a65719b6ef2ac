import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths'

/** The operators' commands, which are part of the server's code. */
const program = join(root, 'server', 'cli', 'main.ts')

/** Whether the app has commands. */
export const hasCommands = () => existsSync(program)

/**
 * What Node needs to run the operators' commands: TypeScript, and the condition under which
 * server-only modules may be loaded.
 */
export function commandLine(words: string[]) {
  return ['--conditions=react-server', '--import', 'tsx', program, ...words]
}
