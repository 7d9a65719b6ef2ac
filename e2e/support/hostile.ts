import { randomUUID } from 'node:crypto'
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { hiddenFields, send, signIn } from '../../bench/lib/forms.mjs'
import type { Installation } from './installation'

/** What was answered, with the body as text. */
export type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

/** Asks as a program would: no redirect is followed, and every header may be set. */
export function ask(
  url: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (answer) => {
      text(answer).then(
        (body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
        reject,
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
type Asked = { method?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer }

/** Sends lines as they are, and gives the whole answer as it came. */
export async function askInLines(url: string, ...lines: string[]): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`)
  return text(socket)
}

/** A workspace of its own, and the cookie of its owner. */
export async function ownerOf(installation: Installation, ...more: string[]) {
  const workspace = `Coalition ${randomUUID()}`
  const account = { email: `${randomUUID()}@example.org`, password: 'teapot under seven umbrellas' }
  await installation.cli(
    ...['setup', '--email', account.email, '--name', 'First Owner', '--password', account.password],
    ...['--workspace', workspace, ...more],
  )
  const cookie: string = await signIn(installation.url, account)
  return { workspace, cookie, ...account }
}

/** Sends the form of a page that has this field, as a browser without script does. */
export async function sendForm(
  page: string,
  { field, fields, headers = {} }: FormToSend,
): Promise<{ status: number; location: string | null; body: string }> {
  const { body } = await ask(page, { headers })
  const hidden: [string, string][] = hiddenFields(body, field)
  const answer: Response = await send(page, headers, [...hidden, ...fields])
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    body: await answer.text(),
  }
}
type FormToSend = {
  field: string
  fields: [string, string][]
  headers?: Record<string, string>
}
