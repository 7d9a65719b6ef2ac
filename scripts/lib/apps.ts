import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp, type App } from './app-process'
import { keepRunning, type Restart } from './restarts'
import type { Environment } from './run'

/** The processes of the app, which share one port. */
export type Apps = {
  pids: () => number[]
  /** Starts those that are missing, and each again whenever it ends. */
  keep: (
    common: Pick<Restart<never>, 'isStopping' | 'sleep' | 'say'>,
    onStarted: () => void,
  ) => Promise<void>
  stop: () => Promise<void>
}

/**
 * Starts the first of the app's processes. It has what there is one of: the jobs, and the process for
 * readers of links. The others answer requests alone, and begin once the first is warm, since two
 * that start at once would both be late.
 *
 * @param count how many there are to be
 */
export async function startApps(environment: Environment, count: number): Promise<Apps> {
  const running: App[] = []
  const folder = mkdtempSync(join(tmpdir(), 'throughline-'))
  const socket =
    process.platform === 'win32'
      ? `\\\\.\\pipe\\throughline-${process.pid}`
      : join(folder, 'readers.sock')

  const start = async (index: number) => {
    const app = await startApp({
      ...environment,
      THROUGHLINE_PROCESSES: String(count),
      THROUGHLINE_PROCESS: String(index + 1),
      THROUGHLINE_READERS: socket,
    })
    // Each hears what the others say; which of it is for it, it knows itself.
    app.hear((message) => {
      for (const other of running) if (other !== app) other.tell(message)
    })
    running[index] = app
    return app
  }
  const partOf = (app: { ended: Promise<unknown> }, index: number) => ({
    name: count === 1 ? 'app' : `app’s process ${index + 1}`,
    ended: app.ended,
  })
  const first = await start(0)

  return {
    pids: () => running.map(({ pid }) => pid),
    keep: async (common, onStarted) => {
      const keepOne = (app: { ended: Promise<unknown> }, index: number) =>
        void keepRunning(partOf(app, index), {
          ...common,
          start: async () => partOf(await start(index), index),
          onStarted,
        })
      keepOne(first, 0)
      let before = first
      for (let index = 1; index < count; index++) {
        await before.warm
        if (common.isStopping()) return
        const app = await start(index).catch(() => null)
        // One that could not be started is tried again like one that ended.
        keepOne(app ?? { ended: Promise.resolve() }, index)
        if (app) [before] = [app, onStarted()]
      }
    },
    stop: async () => {
      await Promise.all(running.map((app) => app.stop()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
