import 'server-only'
import { createHmac } from 'node:crypto'
import { INTERNET, postPublicly, type Internet, type Sent } from './post-publicly'

/** A message to one address: its id stays the same however often it is sent. */
export type Message = { id: string; url: string; secret: string; body: string }

/** Sends a message, signed as in Standard Webhooks: HMAC-SHA-256 over id, moment and body. */
export async function postMessage(
  message: Message,
  now: Date,
  internet: Internet = INTERNET,
): Promise<Sent> {
  const headers = { 'content-type': 'application/json', ...signatureOf(message, now) }
  return postPublicly({ url: message.url, headers, body: message.body }, internet)
}

/** The headers by which whoever gets a message knows whose it is and how old. */
function signatureOf(
  { id, secret, body }: Omit<Message, 'url'>,
  now: Date,
): Record<string, string> {
  const seconds = String(Math.floor(now.getTime() / 1_000))
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${signature}`,
  }
}

/** How a secret of a webhook begins, as Standard Webhooks has it. */
export const SECRET_PREFIX = 'whsec_'
