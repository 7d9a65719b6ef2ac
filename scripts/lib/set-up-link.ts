import { run, type Environment } from './run'
import { commandLine } from './server-command'

/**
 * Prints the one-time link with which the first person sets Throughline up; nothing once there is
 * an account.
 */
export async function printSetUpLink(environment: Environment) {
  const { code, output } = await run(
    process.execPath,
    commandLine(['setup-link', '--json']),
    environment,
  )
  const url = code === 0 ? addressIn(output) : null
  if (url) console.log(`Set it up within 30 minutes at ${url}`)
  else if (code !== 0) console.error(`No set-up link could be made: ${output.trim()}`)
}

/** @param output which may hold warnings of Node as well */
function addressIn(output: string) {
  const line = output.split('\n').find((text) => text.startsWith('{')) ?? '{}'
  return (JSON.parse(line) as { url?: string | null }).url ?? null
}
