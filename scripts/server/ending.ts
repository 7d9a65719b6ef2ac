import cluster from 'node:cluster'
import type { Server } from 'node:http'
import { drain } from './drain'

const drainLimit = 10_000

/**
 * Lets the visitors who are being served finish, then closes the rest and ends. Without a supervisor
 * nobody is waited for: the database is being stopped too.
 *
 * @param close what the process has; it is given two seconds
 */
export function endInOrder(server: Server, close: () => Promise<void>): void {
  let stopping = false
  const stop = (limit: number) => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(0), limit + 2_000).unref()
    void drain(server, limit).then(() => close().finally(() => process.exit(0)))
  }
  process.on('SIGTERM', () => stop(drainLimit))
  // Ctrl-C is said to all of us at once; the supervisor ends us in order.
  process.on('SIGINT', () => process.connected || stop(drainLimit))
  process.on('SIGHUP', () => process.connected || stop(drainLimit))
  process.on('disconnect', () => stop(0))
  // Node ends a process of a cluster at once when the one that started it is gone, unless it leaves
  // by its own wish. It does: what it still counts in memory is to be written first.
  if (cluster.worker) cluster.worker.exitedAfterDisconnect = true
}
