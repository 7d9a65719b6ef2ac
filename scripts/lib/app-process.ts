import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { programsFolder, root } from './paths'
import { quiet, type Environment } from './run'
import { Trouble } from './trouble'

/** The app's process. */
export type App = { pid: number; ended: Promise<'app'>; stop: () => Promise<void> }

/** The program of the app, compiled. */
export const serveApi = join(programsFolder, 'serve.js')

/** Longer than the app itself takes to let its visitors finish. */
const patience = 13_000

/**
 * The arguments with which Node runs the app. A page is many short-lived objects: with more room
 * for the young, a sixth of the time that making a shared page takes is saved.
 */
export const appArguments = ['--max-semi-space-size=64', serveApi]

/** Starts the app and waits until it listens. */
export async function startApp(environment: Environment): Promise<App> {
  const child = spawn(process.execPath, appArguments, {
    cwd: root,
    env: { ...process.env, ...quiet, ...environment },
    // The channel tells it when we are gone, however we ended.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Ctrl-C reaches us alone, and we stop it in order.
    detached: true,
  })
  const ended: Promise<'app'> = new Promise((resolve) => {
    child.on('exit', () => resolve('app'))
    child.on('error', () => resolve('app'))
  })
  const message: Promise<{ listening: true } | { trouble: string }> = new Promise((resolve) =>
    child.once('message', resolve),
  )
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
