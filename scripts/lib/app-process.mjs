import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { quiet } from './run.mjs'
import { Trouble } from './trouble.mjs'

/**
 * The app's process.
 *
 * @typedef {{ pid: number, ended: Promise<'app'>, stop: () => Promise<void> }} App
 */

/** Longer than the app itself takes to let its visitors finish. */
const patience = 13_000

/**
 * The arguments with which Node runs the app. A page is many short-lived objects: with more room
 * for the young, a sixth of the time that making a shared page takes is saved.
 */
export const appArguments = ['--max-semi-space-size=64', join(root, 'scripts', 'serve.mjs')]

/**
 * Starts the app and waits until it listens.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<App>}
 */
export async function startApp(environment) {
  const child = spawn(process.execPath, appArguments, {
    cwd: root,
    env: { ...process.env, ...quiet, ...environment },
    // The channel tells it when we are gone, however we ended.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Ctrl-C reaches us alone, and we stop it in order.
    detached: true,
  })
  /** @type {Promise<'app'>} */
  const ended = new Promise((resolve) => {
    child.on('exit', () => resolve('app'))
    child.on('error', () => resolve('app'))
  })
  /** @type {Promise<{ listening: true } | { trouble: string }>} */
  const message = new Promise((resolve) => child.once('message', resolve))
  const first = await Promise.race([message, ended])
  if (first === 'app') {
    throw new Trouble('The app ended before it was ready. What it said stands above.')
  }
  if ('trouble' in first) {
    await ended
    throw new Trouble(first.trouble)
  }
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    const limit = setTimeout(() => child.kill('SIGKILL'), patience)
    await ended
    clearTimeout(limit)
  }
  return { pid: child.pid ?? 0, ended, stop }
}
