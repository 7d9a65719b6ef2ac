import type { IncomingMessage, ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { bodyOf } from './inner-request'
import { passedOn } from './cached-page'

export type Refusal = { status: number; headers: Record<string, string>; body: Buffer }

/** Makes of an answer "there is nothing here" what all such requests get, byte for byte. */
export async function refusalOf(answer: IncomingMessage): Promise<Refusal> {
  const bytes = await bodyOf(answer)
  const { 'content-encoding': coding, ...rest } = passedOn(answer.headers)
  const headers = { ...rest, 'cache-control': answer.headers['cache-control'] ?? 'no-store' }
  return { status: 404, headers, body: coding === 'gzip' ? gunzipSync(bytes) : bytes }
}

export function sendRefusal(
  { method }: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Refusal,
) {
  response.writeHead(status, { ...headers, 'content-length': body.length })
  if (method === 'HEAD') response.end()
  else response.end(body)
}
