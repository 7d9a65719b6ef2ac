// Holds one PostgreSQL server on behalf of the process at the other end of its standard input.
// When that process is gone, however it ended, the input ends and the server is stopped: no orphan.
import { spawn } from 'node:child_process'
import { openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { KeeperOrder } from './cluster'

const order = JSON.parse(process.argv[2] ?? '') as KeeperOrder

const log = openSync(order.log, 'a', 0o600)
const server = spawn(order.program, ['-D', order.folder, ...order.options], {
  ...order.user,
  // A session of its own, so that Ctrl-C at the terminal reaches the supervisor alone.
  detached: true,
  stdio: ['ignore', log, log],
})

let ready = false
let stopping = false
function stop() {
  if (stopping) return
  stopping = true
  // The "fast" shutdown: open transactions are rolled back, what was committed is on disk.
  server.kill('SIGINT')
}

server.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
server.on('exit', (code) => {
  if (order.throwAway && ready) rmSync(order.throwAway, { recursive: true, force: true })
  process.exit(stopping ? 0 : code || 1)
})

process.stdin.on('data', () => {})
process.stdin.on('end', stop)
process.stdin.on('error', stop)
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})
process.on('SIGTERM', stop)
process.on('SIGINT', () => {})
process.on('SIGHUP', () => {})

const waiting = setInterval(() => {
  if (!isReady()) return
  clearInterval(waiting)
  ready = true
  process.stdout.write(`ready ${server.pid}\n`)
}, 25)

function isReady() {
  try {
    const lines = readFileSync(join(order.folder, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}
