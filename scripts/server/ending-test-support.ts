// A process that starts another one and does nothing more, to be killed by ending.test.ts; the other one
// writes the file that it is told when it ends in order.
import cluster from 'node:cluster'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { endInOrder } from './ending'

const [file = ''] = process.argv.slice(2)

if (cluster.isPrimary) {
  cluster.fork().once('message', () => console.log('ready'))
} else {
  const server = createServer()
  endInOrder(server, async () => {
    // As a database would answer: later than the moment at which the other one is gone.
    await sleep(100)
    writeFileSync(file, 'written')
  })
  server.listen(0, '127.0.0.1', () => process.send?.('ready'))
}
