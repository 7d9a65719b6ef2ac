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
 */
export function readersProcess(fallback: InnerRequest): {
  start: () => void
  ask: InnerRequest
  close: () => void
} {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-'))
  const socketPath =
    process.platform === 'win32'
      ? `\\\\.\\pipe\\throughline-${process.pid}`
      : join(folder, 'readers.sock')
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  let child: ChildProcess | null = null
  let isReady = false
  let closed = false
  let pause = shortest
  let timer: NodeJS.Timeout | undefined

  const start = () => {
    const began = Date.now()
    child = spawn(process.execPath, [...process.execArgv, join(programsFolder, 'readers.js')], {
      cwd: root,
      env: { ...process.env, THROUGHLINE_SOCKET: socketPath },
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
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
