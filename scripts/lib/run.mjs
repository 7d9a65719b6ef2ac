import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

/** What keeps the tools that we call from calling anybody. */
export const quiet = {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  npm_config_update_notifier: 'false',
  npm_config_fund: 'false',
  npm_config_audit: 'false',
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set()

/** Ends the programs that run now. */
export function stopChildren() {
  for (const child of children) child.kill()
}

/**
 * Runs a program to its end and collects what it says.
 *
 * @param {string} program
 * @param {string[]} options
 * @param {NodeJS.ProcessEnv} [environment] added to ours
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, options, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, {
      cwd: root,
      env: { ...process.env, ...quiet, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a script with another name there.
      shell: process.platform === 'win32' && program === 'npm',
    })
    /** @type {Buffer[]} */
    const said = []
    child.stdout.on('data', (chunk) => said.push(chunk))
    child.stderr.on('data', (chunk) => said.push(chunk))
    children.add(child)
    child.on('error', reject)
    child.on('close', (code) => {
      children.delete(child)
      resolve({ code: code ?? 1, output: Buffer.concat(said).toString('utf8') })
    })
  })
}

/**
 * The last lines of what a program said.
 *
 * @param {string} output
 * @param {number} [count]
 */
export function lastLines(output, count = 12) {
  return output.trimEnd().split('\n').slice(-count).join('\n')
}
