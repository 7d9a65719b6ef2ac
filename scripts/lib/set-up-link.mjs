import { run } from './run.mjs'
import { commandLine, hasCommands } from './server-command.mjs'

/**
 * Prints the one-time link with which the first person sets Throughline up; nothing once there is
 * an account.
 *
 * @param {NodeJS.ProcessEnv} environment
 */
export async function printSetUpLink(environment) {
  if (!hasCommands()) return
  const { code, output } = await run(
    process.execPath,
    commandLine(['setup-link', '--json']),
    environment,
  )
  const url = code === 0 ? addressIn(output) : null
  if (url) console.log(`Set it up within 30 minutes at ${url}`)
  else if (code !== 0) console.error(`No set-up link could be made: ${output.trim()}`)
}

/** @param {string} output */
function addressIn(output) {
  const line = output.trim().split('\n').at(-1) ?? ''
  try {
    return /** @type {{ url?: string }} */ (JSON.parse(line)).url ?? null
  } catch {
    return null
  }
}
