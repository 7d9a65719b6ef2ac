import { gunzipSync } from 'node:zlib'
import { bodyOf } from './inner-request.mjs'
import { passedOn } from './kept-page.mjs'

/**
 * @typedef {{ status: number, headers: Record<string, string>, body: Buffer }} Refusal
 */

/**
 * Makes of an answer "there is nothing here" what all such requests get, byte for byte.
 *
 * @param {import('node:http').IncomingMessage} answer
 * @returns {Promise<Refusal>}
 */
export async function refusalOf(answer) {
  const bytes = await bodyOf(answer)
  const { 'content-encoding': coding, ...rest } = passedOn(answer.headers)
  const headers = { ...rest, 'cache-control': answer.headers['cache-control'] ?? 'no-store' }
  return { status: 404, headers, body: coding === 'gzip' ? gunzipSync(bytes) : bytes }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {Refusal} refusal
 */
export function sendRefusal({ method }, response, { status, headers, body }) {
  response.writeHead(status, { ...headers, 'content-length': body.length })
  if (method === 'HEAD') response.end()
  else response.end(body)
}
