// The floor that shares are measured against: Node's HTTP server with the same bytes in memory.
// node bare-server.mjs <port> <file> <file.gz>
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [port, file = '', packedFile = ''] = process.argv.slice(2)
const plain = readFileSync(file)
const packed = readFileSync(packedFile)
const type = { 'content-type': 'text/html; charset=utf-8', etag: '"tag"' }

createServer((request, response) => {
  if (request.headers['if-none-match'] === '"tag"') response.writeHead(304, type).end()
  else if (request.headers['accept-encoding']?.includes('gzip')) {
    const length = packed.length
    response
      .writeHead(200, { ...type, 'content-encoding': 'gzip', 'content-length': length })
      .end(packed)
  } else response.writeHead(200, { ...type, 'content-length': plain.length }).end(plain)
}).listen(Number(port), '127.0.0.1')
