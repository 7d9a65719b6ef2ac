import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programsFolder, root } from '../lib/paths'
import type { innerRequests } from './inner-request'

type InnerRequest = ReturnType<typeof innerRequests>

/** How long to wait before a process that ended is started again, in ms: it grows up to a minute. */
const shortest = 500
const longest = 60_000

/**
 * A process of its own for what readers of links ask, with its own connections to the database: a
 * link of a hundred thousand entries takes seconds to write, in which nothing else in its process
 * goes on. While it is not there, `fallback` answers.
 *
 * It is reached over a socket in a folder that only this user can enter, since it believes what it
 * is told about a request.
 *
 * @param order.path of the socket, where several processes of the app share it
 * @param order.isOurs whether it is started here; else another process of the app does that
 */
export function readersProcess(
  fallback: InnerRequest,
  { path, isOurs }: { path: string | undefined; isOurs: boolean },
): {
  start: () => void
  ask: InnerRequest
  close: () => void
} {
  const folder = path === undefined ? mkdtempSync(join(tmpdir(), 'throughline-')) : null
  const socketPath = path ?? join(folder ?? '', 'readers.sock')
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  let child: ChildProcess | null = null
  // Of another one's it is not known; where it is not, asking it fails at once.
  let isReady = !isOurs
  let closed = false
  let pause = shortest
  let timer: NodeJS.Timeout | undefined

  const start = () => {
    const began = Date.now()
    child = spawn(process.execPath, [...process.execArgv, join(programsFolder, 'readers.js')], {
      cwd: root,
      env: { ...process.env, THROUGHLINE_SOCKET: socketPath, THROUGHLINE_PROCESS: 'readers' },
      // The channel tells it when we are gone, however we ended.
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child.once('message', () => (isReady = true))
    child.once('error', (error) => console.error(error))
    child.once('exit', () => {
      isReady = false
      if (closed) return
      pause = Date.now() - began > longest ? shortest : Math.min(2 * pause, longest)
      console.error(`The readers' process ended; it is started again in ${pause / 1_000} s.`)
      timer = setTimeout(start, pause)
    })
  }
  const askIt: InnerRequest = ({ method = 'GET', url, headers }) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      request({ socketPath, agent, method, path: url, headers, setHost: false })
        .once('response', resolve)
        .once('error', reject)
        .end()
    })

  return {
    start,
    ask: async (question) => {
      if (!isReady) return fallback(question)
      try {
        return await askIt(question)
      } catch (error) {
        // It ended under the question, which can be put again: nothing here writes.
        if (closed) throw error
        return fallback(question)
      }
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      agent.destroy()
      if (child?.connected) child.disconnect()
      if (folder) rmSync(folder, { recursive: true, force: true })
    },
  }
}
