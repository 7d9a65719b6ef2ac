import { spawn, type ChildProcess } from 'node:child_process'
import { root } from './paths'

/** What keeps the tools that we call from calling anybody. */
export const quiet = {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  npm_config_update_notifier: 'false',
  npm_config_fund: 'false',
  npm_config_audit: 'false',
}

const children: Set<ChildProcess> = new Set()

/** Variables of a program's environment. */
export type Environment = Record<string, string | undefined>

/** Ends the programs that run now. */
export function stopChildren() {
  for (const child of children) child.kill()
}

/**
 * Runs a program to its end and collects what it says.
 *
 * @param environment added to ours
 */
export function run(
  program: string,
  options: string[],
  environment: Environment = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, {
      cwd: root,
      env: { ...process.env, ...quiet, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a script with another name there.
      shell: process.platform === 'win32' && program === 'npm',
    })
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    children.add(child)
    child.on('error', reject)
    child.on('close', (code) => {
      children.delete(child)
      resolve({ code: code ?? 1, output: Buffer.concat(said).toString('utf8') })
    })
  })
}

/** The last lines of what a program said. */
export function lastLines(output: string, count: number = 12) {
  return output.trimEnd().split('\n').slice(-count).join('\n')
}
