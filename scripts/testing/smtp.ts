import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A message as a mail server got it: to whom, its headers by lower-case name, and its text. */
type Received = { to: string[]; headers: Map<string, string>; text: string; raw: string }

/** A mail server that keeps what it gets. `refuse` answers the next messages with an error. */
export type TestSmtp = {
  url: string
  received: Received[]
  /** The code of the answer to a recipient, or nothing to take the message. */
  refuse: number | null
  /** Ends every connection without a word. */
  cut: () => void
  close: () => Promise<void>
}

/** Starts a mail server on this machine, without TLS unless the options say otherwise. */
export async function startSmtp(options: SMTPServerOptions = {}): Promise<TestSmtp> {
  const smtp: TestSmtp = {
    ...{ url: '', received: [], refuse: null },
    cut: () => {},
    close: () => Promise.resolve(),
  }
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onRcptTo: (_address, _session, done) => {
      if (smtp.refuse === null) return done()
      done(Object.assign(new Error('Refused.'), { responseCode: smtp.refuse }))
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8')
        const to = session.envelope.rcptTo.map(({ address }) => address)
        smtp.received.push({ to, raw, ...readMessage(raw) })
        done()
      })
    },
    ...options,
  })
  // A connection that a test cuts is no failure of the server.
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  smtp.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  smtp.cut = () => sockets.forEach((socket) => socket.destroy())
  smtp.close = () => new Promise((resolve) => server.close(() => resolve()))
  return smtp
}

function readMessage(raw: string): Pick<Received, 'headers' | 'text'> {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )
  return { headers, text: fromQuotedPrintable(body.join('\r\n\r\n')) }
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n').trimEnd()
}
