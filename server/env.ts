import 'server-only'
import { z } from 'zod'

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  THROUGHLINE_SECRET: z.base64().refine((text) => Buffer.from(text, 'base64').length >= 32),
  THROUGHLINE_URL: z.url(),
  THROUGHLINE_DATA: z.string().min(1).default('.throughline'),
})

/** `dataFolder` is the folder of what is not in the database. */
type Env = { databaseUrl: string; secret: Buffer; url: URL; secure: boolean; dataFolder: string }

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
    secret: Buffer.from(parsed.data.THROUGHLINE_SECRET, 'base64'),
    url,
    secure: url.protocol === 'https:',
    dataFolder: parsed.data.THROUGHLINE_DATA,
  }
  return cached
}
