// The process that answers readers of links. Started by serve.ts, which alone can reach its socket
// and has cleaned each request; it ends with it.
import { createServer } from 'node:http'
import { rmSync } from 'node:fs'
import { setPriority } from 'node:os'
import next from 'next'
import conf from '../next.config'
import { root } from './lib/paths'

const { HOST = '127.0.0.1', PORT = '3000', THROUGHLINE_SOCKET = '' } = process.env

// Where both want the processor, members go first.
setPriority(5)
const app = next({ dev: false, dir: root, hostname: HOST, port: Number(PORT), conf })
const handle = app.getRequestHandler()
await app.prepare()
const server = createServer((request, response) => {
  handle(request, response).catch((error: unknown) => {
    console.error(error)
    response.destroy()
  })
})
if (process.platform !== 'win32') rmSync(THROUGHLINE_SOCKET, { force: true })
server.listen(THROUGHLINE_SOCKET, () => process.send?.({ listening: true }))
process.on('disconnect', () => process.exit(0))
process.on('unhandledRejection', (error) => console.error(error))
// Ctrl-C and an end in order are told to serve.ts, which lets its visitors finish first.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
