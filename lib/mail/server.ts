import { parseUrl } from '../url'

/** By which server mail is sent, and from which address. */
export type MailServer = {
  host: string
  port: number
  /** TLS from the first byte; otherwise it is begun before anything else is said. */
  secure: boolean
  /** Whether nothing is said without TLS: everywhere but on this machine itself. */
  needsTls: boolean
  login: { user: string; pass: string } | null
  from: string
}

const EXAMPLE =
  'smtps://user:password@mail.example.org or smtp://user:password@mail.example.org:587'

/**
 * Reads the mail server from the configuration; null where there is none.
 *
 * @param url `smtps://…` or `smtp://…`, with name and password where it asks for them.
 * @param from the address that mail is from.
 * @throws RangeError with a sentence that repeats neither: an address holds a password.
 */
export function readMailServer(url = '', from = ''): MailServer | null {
  if (url === '' && from === '') return null
  if (url === '')
    throw new RangeError(
      `THROUGHLINE_MAIL_FROM is set, but THROUGHLINE_SMTP_URL is not: ${EXAMPLE}.`,
    )
  if (!/^[^\s@<>,"]+@[^\s@<>,"]+$/.test(from))
    throw new RangeError(
      'THROUGHLINE_MAIL_FROM must be one e-mail address, such as record@example.org: mail is sent from it.',
    )
  const parsed = parseUrl(url)
  const isWhole = parsed && /^smtps?:$/.test(parsed.protocol) && parsed.hostname !== ''
  if (!isWhole || !/^\/?$/.test(parsed.pathname) || parsed.search !== '' || parsed.hash !== '')
    throw new RangeError(`THROUGHLINE_SMTP_URL must be an address such as ${EXAMPLE}.`)
  const secure = parsed.protocol === 'smtps:'
  const host = parsed.hostname.replace(/^\[|\]$/g, '')
  const user = decoded(parsed.username)
  return {
    ...{ host, secure, from, needsTls: !isThisMachine(host) },
    port: Number(parsed.port) || (secure ? 465 : 587),
    login: user ? { user, pass: decoded(parsed.password) } : null,
  }
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
