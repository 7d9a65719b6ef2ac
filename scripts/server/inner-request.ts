import {
  createServer,
  request as send,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http'
import { Duplex } from 'node:stream'

/**
 * Puts questions to a request handler without a network: a server and a client of Node, joined by
 * a pipe in memory, so that the handler sees an ordinary request and we an ordinary answer.
 */
export function innerRequests(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): (question: {
  method?: string
  url: string
  headers: OutgoingHttpHeaders
}) => Promise<IncomingMessage> {
  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      console.error(error)
      response.destroy()
    })
  })
  return ({ method = 'GET', url, headers }) =>
    new Promise((resolve, reject) => {
      const [near, far] = pipe()
      server.emit('connection', far)
      send({ method, path: url, headers, setHost: false, createConnection: () => near })
        .once('response', resolve)
        .once('error', reject)
        .end()
    })
}

class End extends Duplex {
  /** Handlers ask where a request comes from. */
  remoteAddress = '127.0.0.1'
  other: End | null = null
  #readOn: (() => void) | null = null

  _read() {
    const readOn = this.#readOn
    this.#readOn = null
    readOn?.()
  }

  _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.other?.accept(chunk, done)
  }

  _final(done: () => void) {
    this.other?.push(null)
    done()
  }

  _destroy(error: Error | null, done: (error: Error | null) => void) {
    done(error)
    const { other } = this
    if (other && !other.destroyed) process.nextTick(() => other.destroy())
  }

  accept(chunk: Buffer, done: () => void) {
    if (this.destroyed || this.push(chunk)) done()
    else this.#readOn = done
  }
}

/** @returns what is written to one is read from the other */
function pipe(): [End, End] {
  const near = new End()
  const far = new End()
  near.other = far
  far.other = near
  return [near, far]
}

export async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const chunks = []
  for await (const chunk of answer) chunks.push(chunk)
  return Buffer.concat(chunks)
}
