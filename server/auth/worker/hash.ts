// Hashes passwords, in a thread of its own (../hashing.ts): one after the other.
import { getPriority, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { hashSync, verifySync } from '@node-rs/argon2'
import type { HashAnswer, HashOrder } from '../hashing'

// Where all want the processor, members' pages go first. Linux alone gives a thread a priority of
// its own; elsewhere the whole app would yield to other programs.
if (process.platform === 'linux') setPriority(Math.min(19, getPriority() + 10))

parentPort?.on('message', (order: HashOrder) => parentPort?.postMessage(answerTo(order)))

function answerTo({ id, password, ...order }: HashOrder): HashAnswer {
  try {
    if (order.task === 'hash') return { id, result: hashSync(password, order.cost) }
    return { id, result: verifySync(order.stored, password) }
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) }
  }
}
