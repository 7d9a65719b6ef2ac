import 'server-only'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

type Cost = { memoryCost: number; timeCost: number; parallelism: number }
type Task = { task: 'hash'; cost: Cost } | { task: 'verify'; stored: string }

/** What is sent to the thread, and what it answers (worker/hash.ts). */
export type HashOrder = { id: number; password: string } & Task
export type HashAnswer = { id: number } & ({ result: string | boolean } | { failure: string })

type Pending = { resolve: (result: string | boolean) => void; reject: (error: Error) => void }

let thread: Worker | null = null
let lastId = 0
const pending = new Map<number, Pending>()

/**
 * Hashes or compares a password in a thread of its own, not in the few that Node shares among files,
 * DNS and compression, and at a lower priority than the thread that renders pages.
 */
async function inThread(password: string, task: Task): Promise<string | boolean> {
  const worker = (thread ??= start())
  const id = (lastId += 1)
  try {
    return await new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject })
      // A command must not exit before it has its answer.
      worker.ref()
      worker.postMessage({ id, password, ...task } satisfies HashOrder)
    })
  } finally {
    pending.delete(id)
    if (pending.size === 0) worker.unref()
  }
}

export async function hashInThread(password: string, cost: Cost): Promise<string> {
  return String(await inThread(password, { task: 'hash', cost }))
}

export async function verifyInThread(stored: string, password: string): Promise<boolean> {
  return (await inThread(password, { task: 'verify', stored })) === true
}

function start(): Worker {
  // Compiled beforehand, as the HTTP server is (scripts/compile.mjs).
  const program = join(/* turbopackIgnore: true */ process.cwd(), 'dist', 'hash.js')
  const worker = new Worker(/* turbopackIgnore: true */ program, { execArgv: [], env: {} })
  worker.on('message', (answer: HashAnswer) => {
    const waiting = pending.get(answer.id)
    if ('result' in answer) waiting?.resolve(answer.result)
    else waiting?.reject(new Error(answer.failure))
  })
  // What waits for this thread fails, and the next password starts another. A thread that breaks
  // reports an error and then its exit, when what is pending may already wait for its successor.
  const over = (error: Error) => {
    if (thread !== worker) return
    thread = null
    for (const { reject } of pending.values()) reject(error)
  }
  worker.once('error', over)
  worker.once('exit', (code) => over(new Error(`The thread that hashes ended with ${code}.`)))
  worker.unref()
  return worker
}
