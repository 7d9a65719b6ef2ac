import { join } from 'node:path'
import { programsFolder } from './paths'

/**
 * What Node needs to run the operators' commands, once `ensureCommands` has compiled them: they are
 * part of the server's code, and server-only modules load under this condition alone.
 */
export function commandLine(words: string[]) {
  return ['--conditions=react-server', join(programsFolder, 'commands.js'), ...words]
}
