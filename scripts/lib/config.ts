import { isIP } from 'node:net'
import { readMailServer } from '../../lib/mail/server'
import { parseUrl } from '../../lib/url'
import { Trouble } from './trouble'

/**
 * Where the app listens and by which address people reach it.
 */
export type Config = { host: string; port: number; url: string | null }

/** @returns port 0 asks for any free port; url is null when it follows from the port */
export function readConfig(): Config {
  const host = process.env.HOST || '127.0.0.1'
  const text = process.env.PORT || '3000'
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new Trouble(`PORT is "${text}". It must be a number from 0 to 65535.`)
  }
  checkMail()
  return { host, port, url: readUrl(host) }
}

// The app reads it for itself; a start is the moment to say what is wrong with it.
function checkMail() {
  const { THROUGHLINE_SMTP_URL, THROUGHLINE_MAIL_FROM } = process.env
  try {
    readMailServer(THROUGHLINE_SMTP_URL, THROUGHLINE_MAIL_FROM)
  } catch (error) {
    throw new Trouble(error instanceof Error ? error.message : String(error))
  }
}

function readUrl(host: string) {
  const text = process.env.THROUGHLINE_URL
  if (!text) {
    if (isLoopback(host)) return null
    throw new Trouble(
      `HOST is ${host}, so other machines can reach Throughline. Set THROUGHLINE_URL to the address that people will use, such as https://record.example.org`,
    )
  }
  const url = parseUrl(text)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/') {
    throw new Trouble(
      `THROUGHLINE_URL is "${text}". It must be an address without a path, such as https://record.example.org`,
    )
  }
  return url.origin
}

export function isLoopback(host: string) {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/** The address that people use, when none was configured. */
export function urlFor(config: Config, port: number) {
  return config.url ?? `http://localhost:${port}`
}

/**
 * The addresses of one database: as the role that owns its tables and brings them up to date, and as
 * the role by which the app works. Both are equal where an operator's database has one role.
 */
export type DatabaseUrls = {
  owner: string
  app: string
  /** The same as `app` without a pooler between. */
  direct?: string
}

/** The database that the operator gave us with DATABASE_URL, and with DATABASE_OWNER_URL if it has two roles. */
export function givenDatabase(): DatabaseUrls | null {
  const { DATABASE_URL: app, DATABASE_OWNER_URL: owner, DATABASE_DIRECT_URL: direct } = process.env
  checkPooler()
  if (app) return { app, owner: owner || direct || app, ...(direct && { direct }) }
  if (!owner && direct)
    throw new Trouble(
      'DATABASE_DIRECT_URL is set, but DATABASE_URL is not. Set DATABASE_URL to the same database, or unset both.',
    )
  if (!owner) return null
  throw new Trouble(
    'DATABASE_OWNER_URL is set, but DATABASE_URL is not. Set DATABASE_URL to the same database as the role that the app may use.',
  )
}

function checkPooler() {
  const { THROUGHLINE_POOLER: pooler, DATABASE_URL, DATABASE_DIRECT_URL } = process.env
  if (!pooler) return
  if (pooler !== 'transaction')
    throw new Trouble(
      `THROUGHLINE_POOLER is "${pooler}". It must be transaction, for a pooler that gives each transaction another connection, or unset.`,
    )
  if (DATABASE_URL && DATABASE_DIRECT_URL) return
  throw new Trouble(
    'THROUGHLINE_POOLER is set, so two addresses are needed: DATABASE_URL leads through the pooler, and DATABASE_DIRECT_URL to the same database without it.',
  )
}
