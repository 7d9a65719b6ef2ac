import 'server-only'
import { z } from 'zod'
import { readMailServer, type MailServer } from '@/lib/mail/server'

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  DATABASE_DIRECT_URL: z.string().default(''),
  THROUGHLINE_POOLER: z.string().default(''),
  THROUGHLINE_PROCESSES: z.coerce.number().int().min(1).catch(1),
  THROUGHLINE_SECRET: z.base64().refine((text) => Buffer.from(text, 'base64').length >= 32),
  THROUGHLINE_URL: z.url(),
  THROUGHLINE_DATA: z.string().min(1).default('.throughline'),
  THROUGHLINE_TRUSTED_PROXIES: z.string().default(''),
  THROUGHLINE_OWN_DATABASE: z.string().default(''),
  THROUGHLINE_BACKUPS: z.coerce.number().int().min(0).max(1_000).default(3),
  THROUGHLINE_BACKUP_FOLDER: z.string().default(''),
  THROUGHLINE_DATABASE_WAIT_MS: z.coerce.number().int().min(100).max(600_000).default(2_000),
  THROUGHLINE_SMTP_URL: z.string().default(''),
  THROUGHLINE_MAIL_FROM: z.string().default(''),
  THROUGHLINE_PUSH_SERVICES: z.string().default(''),
})

type Env = {
  databaseUrl: string
  /** The same database without a pooler between, for what needs a connection of its own. */
  directUrl: string
  /** How long a request waits for a connection to the database before it is refused, in milliseconds. */
  databaseWaitMs: number
  /** Whether a pooler between gives each transaction another connection (scripts/lib/pooler.ts). */
  pooled: boolean
  /** How many processes of the app share this machine. */
  processes: number
  secret: Buffer
  url: URL
  secure: boolean
  /** The folder of what is not in the database. */
  dataFolder: string
  /** The addresses of proxies, as the operator wrote them; empty where there are none. */
  trustedProxies: string
  /** Whether the database is one of the operator's own. */
  ownDatabase: boolean
  /** How many daily backups are kept, and where. */
  backups: { retained: number; folder: string }
  /** By which server mail is sent; null where nothing is. */
  mail: MailServer | null
  /** Hosts of push services beside those that browsers use; `*.` before a name stands for those below it. */
  pushServices: string[]
}

let cached: Env | undefined

/**
 * The configuration, read once and checked. The start script and the command line set it.
 *
 * @throws Error that names the variable which is missing or malformed, never its value.
 */
export function env(): Env {
  if (cached) return cached
  const parsed = schema.safeParse(process.env)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))].join(', ')
    throw new Error(
      `The configuration is missing or malformed: ${names}. Use npm start or npm run cli, which set it.`,
    )
  }
  const url = new URL(parsed.data.THROUGHLINE_URL)
  cached = {
    databaseUrl: parsed.data.DATABASE_URL,
    directUrl: parsed.data.DATABASE_DIRECT_URL || parsed.data.DATABASE_URL,
    pooled: parsed.data.THROUGHLINE_POOLER === 'transaction',
    processes: parsed.data.THROUGHLINE_PROCESSES,
    databaseWaitMs: parsed.data.THROUGHLINE_DATABASE_WAIT_MS,
    secret: Buffer.from(parsed.data.THROUGHLINE_SECRET, 'base64'),
    url,
    secure: url.protocol === 'https:',
    dataFolder: parsed.data.THROUGHLINE_DATA,
    trustedProxies: parsed.data.THROUGHLINE_TRUSTED_PROXIES,
    ownDatabase: parsed.data.THROUGHLINE_OWN_DATABASE === 'yes',
    backups: {
      retained: parsed.data.THROUGHLINE_BACKUPS,
      folder: parsed.data.THROUGHLINE_BACKUP_FOLDER || `${parsed.data.THROUGHLINE_DATA}/backups`,
    },
    mail: readMailServer(parsed.data.THROUGHLINE_SMTP_URL, parsed.data.THROUGHLINE_MAIL_FROM),
    pushServices: parsed.data.THROUGHLINE_PUSH_SERVICES.toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  }
  return cached
}

/** Lets the configuration be read anew: each file of tests has one of its own. */
export function forgetEnv(): void {
  cached = undefined
}

/** Points fontconfig, by which sharp sets text, to fonts of ours, unless an operator pointed it elsewhere. */
export function setTextWith(fontsConf: string): void {
  process.env.FONTCONFIG_FILE ??= fontsConf
}
