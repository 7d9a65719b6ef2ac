import { createServer, request as send } from 'node:http'
import { Duplex } from 'node:stream'

/**
 * Puts questions to a request handler without a network: a server and a client of Node, joined by
 * a pipe in memory, so that the handler sees an ordinary request and we an ordinary answer.
 *
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse)
 *   => Promise<void>} handle
 * @returns {(question: { method?: string, url: string,
 *   headers: import('node:http').OutgoingHttpHeaders }) => Promise<import('node:http').IncomingMessage>}
 */
export function innerRequests(handle) {
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
  /** @type {End | null} */
  other = null
  /** @type {(() => void) | null} */
  #readOn = null

  _read() {
    const readOn = this.#readOn
    this.#readOn = null
    readOn?.()
  }

  /**
   * @param {Buffer} chunk
   * @param {string} _encoding
   * @param {() => void} done
   */
  _write(chunk, _encoding, done) {
    this.other?.take(chunk, done)
  }

  /** @param {() => void} done */
  _final(done) {
    this.other?.push(null)
    done()
  }

  /**
   * @param {Error | null} error
   * @param {(error: Error | null) => void} done
   */
  _destroy(error, done) {
    done(error)
    const { other } = this
    if (other && !other.destroyed) process.nextTick(() => other.destroy())
  }

  /**
   * @param {Buffer} chunk
   * @param {() => void} done
   */
  take(chunk, done) {
    if (this.destroyed || this.push(chunk)) done()
    else this.#readOn = done
  }
}

/** @returns {[End, End]} what is written to one is read from the other */
function pipe() {
  const near = new End()
  const far = new End()
  near.other = far
  far.other = near
  return [near, far]
}

/**
 * @param {import('node:http').IncomingMessage} answer
 * @returns {Promise<Buffer>}
 */
export async function bodyOf(answer) {
  const chunks = []
  for await (const chunk of answer) chunks.push(chunk)
  return Buffer.concat(chunks)
}
