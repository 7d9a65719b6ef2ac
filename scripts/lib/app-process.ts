import cluster, { type Worker } from 'node:cluster'
import { join } from 'node:path'
import { programsFolder, root } from './paths'
import { quiet, type Environment } from './run'
import { Trouble } from './trouble'

/** A process of the app. */
export type App = {
  pid: number
  ended: Promise<'app'>
  /** Resolves when a page costs no more than later on, or it has ended. */
  warm: Promise<unknown>
  stop: () => Promise<void>
  /** Hands it a message; what it says itself is heard by `hear`. */
  tell: (message: object) => void
  hear: (listener: (message: object) => void) => void
}

/** What it says of itself; everything else is meant for the other processes. */
type Said = { listening?: true; warm?: true; trouble?: string }

/** The program of the app, compiled. */
export const serveApi = join(programsFolder, 'serve.js')

/** Longer than the app itself takes to let its visitors finish. */
const patience = 13_000

/**
 * With which options Node runs the app. A page is many short-lived objects: with more room
 * for the young, a sixth of the time that making a shared page takes is saved.
 */
const options = ['--max-semi-space-size=64']

/** The arguments with which Node runs the app. */
export const appArguments = [...options, serveApi]

// Each process takes what comes to the port when it has time: one that is at work on a page takes nothing,
// which dealing by turns would not know. Set before anything else of the cluster.
cluster.schedulingPolicy = cluster.SCHED_NONE

/** Starts a process of the app and waits until it listens. Several share one port. */
export async function startApp(environment: Environment): Promise<App> {
  cluster.setupPrimary({
    ...{ exec: serveApi, args: [], execArgv: options, cwd: root },
    // The channel tells it when we are gone, however we ended.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const worker = cluster.fork({ ...process.env, ...quiet, ...environment })
  const child = worker.process
  const ended: Promise<'app'> = new Promise((resolve) => {
    child.on('exit', () => resolve('app'))
    child.on('error', () => resolve('app'))
  })
  const first = await Promise.race([
    said(worker, ({ listening, trouble }) => listening ?? trouble),
    ended,
  ])
  if (first === 'app') {
    throw new Trouble('The app ended before it was ready. What it said stands above.')
  }
  if (typeof first === 'string') {
    await ended
    throw new Trouble(first)
  }
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    const limit = setTimeout(() => child.kill('SIGKILL'), patience)
    await ended
    clearTimeout(limit)
  }
  return {
    pid: child.pid ?? 0,
    ended,
    warm: Promise.race([said(worker, ({ warm }) => warm), ended]),
    stop,
    // One that ends at this moment hears nothing, which is no fault.
    tell: (message) => void (worker.isConnected() && child.send(message, () => {})),
    hear: (listener) => worker.on('message', (message: object) => listener(message)),
  }
}

/** The first thing that it says of which `read` makes something. */
function said<T>(worker: Worker, read: (message: Said) => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const listener = (message: Said) => {
      const found = read(message)
      if (found === undefined) return
      worker.off('message', listener)
      resolve(found)
    }
    worker.on('message', listener)
  })
}
