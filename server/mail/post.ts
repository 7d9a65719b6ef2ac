import 'server-only'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { MailServer } from '@/lib/mail/server'
import { env } from '../env'
import type { Handing, Posted } from './due'

/** A message to one person. Its id stays the same however often it is tried. */
export type Mail = { id: string; to: string; subject: string; text: string }

/** Hands one message over. */
export type Post = (mail: Mail, handing: Handing) => Promise<Posted>

const PATIENCE_MS = 15_000

/** Sends one message through the configured server. Nothing of it is retried here. */
export const postMail: Post = async (mail, handing) => {
  const server = env().mail
  if (!server) return { state: 'not yet', trouble: 'No mail server is configured.' }
  // More than one address, or the beginning of a header, is no address.
  if (!/^[^\s<>,;"]+@[^\s<>,;"]+$/.test(mail.to))
    return { state: 'never', trouble: 'The address cannot be written to.' }
  let connection: SMTPConnection
  try {
    connection = await connect(server, PATIENCE_MS)
  } catch (error) {
    return { state: 'not yet', trouble: troubleOf(error, 'connection') }
  }
  try {
    const raw = await written(mail, server.from)
    if (!(await handing())) return { state: 'withdrawn' }
    return await hand(connection, { from: server.from, to: [mail.to] }, raw)
  } finally {
    connection.close()
  }
}

/** Connects and signs in, as before a message, and says nothing more; why it cannot, or null. */
export async function mailTrouble(
  server: MailServer,
  patienceMs = PATIENCE_MS,
): Promise<string | null> {
  try {
    const connection = await connect(server, patienceMs)
    connection.quit()
    return null
  } catch (error) {
    return troubleOf(error, 'connection')
  }
}

function connect(
  { host, port, secure, needsTls, login }: MailServer,
  patienceMs: number,
): Promise<SMTPConnection> {
  const connection = new SMTPConnection({
    ...{ host, port, secure, requireTLS: needsTls && !secure },
    // A server on this machine may offer TLS with a certificate that nobody signed.
    ignoreTLS: !needsTls && !secure,
    // The name of this machine is nobody's business.
    name: env().url.hostname,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
  })
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      connection.close()
      reject(error)
    }
    // Stays for what is told later: an error that nobody hears would end the app.
    connection.on('error', fail)
    connection.connect((error) => {
      if (error) return fail(error)
      if (!login) return resolve(connection)
      connection.login({ credentials: login, ...login }, (refused) => {
        if (refused) fail(refused)
        else resolve(connection)
      })
    })
  })
}

/** The message as it is sent: plain text, with headers that keep programs from answering it. */
function written({ id, to, subject, text }: Mail, from: string): Promise<Buffer> {
  return new MailComposer({
    from: { name: 'Throughline', address: from },
    to: { name: '', address: to },
    ...{ subject, text, textEncoding: 'quoted-printable' },
    messageId: `<${id}@${env().url.hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}

type Envelope = { from: string; to: string[] }

function hand(connection: SMTPConnection, envelope: Envelope, raw: Buffer): Promise<Posted> {
  return new Promise((resolve) => {
    const failed = (error: unknown) =>
      resolve({ state: stateOf(error), trouble: troubleOf(error, 'message') })
    connection.once('error', failed)
    connection.send(envelope, raw, (error) => {
      if (error) return failed(error)
      connection.quit()
      resolve({ state: 'sent' })
    })
  })
}

type Failure = {
  permanent?: unknown
  responseCode?: unknown
  code?: unknown
  originalCode?: unknown
}

const failure = (error: unknown): Failure =>
  typeof error === 'object' && error !== null ? error : {}

// Without an answer of the server nobody knows what it did with what it had.
function stateOf(error: unknown): 'not yet' | 'never' | 'unknown' {
  const { permanent } = failure(error)
  if (typeof permanent !== 'boolean') return 'unknown'
  return permanent ? 'never' : 'not yet'
}

// In our own words: what a server answers may repeat an address.
function troubleOf(error: unknown, refused: 'connection' | 'message'): string {
  const { responseCode, code, originalCode } = failure(error)
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return 'The mail server refused the name or the password.'
  if (code === 'EDNS' || originalCode === 'ENOTFOUND')
    return 'The name of the mail server was not found.'
  if (code === 'ETLS')
    return 'No connection with TLS could be made, or the certificate of the mail server is not trusted.'
  if (typeof responseCode === 'number')
    return `The mail server refused the ${refused} (${responseCode}).`
  if (code === 'ETIMEDOUT') return 'The mail server did not answer in time.'
  return 'No connection to the mail server could be made, or it ended early.'
}
