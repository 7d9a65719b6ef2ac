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

/** @param {string} output which may hold warnings of Node as well */
function addressIn(output) {
  const line = output.split('\n').find((text) => text.startsWith('{')) ?? '{}'
  return /** @type {{ url?: string | null }} */ (JSON.parse(line)).url ?? null
}
