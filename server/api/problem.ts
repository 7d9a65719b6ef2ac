import 'server-only'
import { STATUS_CODES } from 'node:http'
import { LooksAlikeError } from '../alike'
import { ConflictError } from '../conflict'
import { AppError, isDatabaseError, type AppErrorCode } from '../errors'

/** What a program is told when something fails (RFC 9457), in the words that a form would show. */
export type Problem = {
  type: 'about:blank'
  title: string
  status: number
  detail: string
  /** Which fields of what was sent are wrong, by JSON pointers (RFC 6901). */
  errors?: { pointer: string; detail: string }[]
  /** The version that the record has now. */
  version?: number
  /** The fields that somebody else changed meanwhile, with both texts. */
  conflicts?: { field: string; label: string; yours: string; theirs: string }[]
  /** Entries that look like the one that was sent. */
  alike?: { id: string; kind: string; title: string; place: string; edtf: string }[]
}

type Issue = { path: PropertyKey[]; message: string }

/** What was sent is not what the schema takes. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'

  constructor(readonly issues: Issue[]) {
    super(
      issues.length === 1 ? 'One field is not right.' : `${issues.length} fields are not right.`,
    )
  }
}

/** A change that does not say which version it was made from, or names one that is no longer current. */
export class StaleVersion extends Error {
  override readonly name = 'StaleVersion'

  constructor(
    readonly why: 'missing' | 'stale',
    readonly version: number,
  ) {
    super(
      why === 'missing'
        ? 'Say in If-Match which version you have read: the ETag of the record.'
        : 'Somebody else saved this meanwhile. Read it again, then send your change.',
    )
  }
}

const STATUS: Record<AppErrorCode, number> = {
  ...{ not_found: 404, forbidden: 403, invalid: 422, conflict: 409, unavailable: 503 },
}

/** A problem of a status; its title is the status in words. */
export function problem(status: number, detail: string, more: Partial<Problem> = {}): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? '', status, detail, ...more }
}

/** What went wrong, as a program is told. What nobody foresaw gets a reference that stands in the log. */
export function problemOf(error: unknown): Problem {
  if (error instanceof InvalidInput)
    return problem(422, error.message, { errors: error.issues.map(pointed) })
  if (error instanceof StaleVersion)
    return problem(error.why === 'missing' ? 428 : 412, error.message, { version: error.version })
  if (error instanceof ConflictError)
    return problem(412, error.message, { version: error.version, conflicts: error.conflicts })
  if (error instanceof LooksAlikeError) return problem(409, error.message, { alike: error.entries })
  if (error instanceof AppError) {
    const errors = error.path.length > 0 ? [pointed(error)] : undefined
    return problem(STATUS[error.code], error.message, errors && { errors })
  }
  if (error instanceof RangeError) return problem(400, error.message)
  if (isDatabaseError(error, 'P2002'))
    return problem(
      409,
      'Something with the same name was saved a moment ago. Read it, then try again.',
    )
  if (isDatabaseError(error, 'P2024', 'P2028'))
    return problem(503, 'Too much is being saved at this moment. Try again in a few seconds.')
  const reference = crypto.randomUUID().slice(0, 8)
  console.error(`[${reference}]`, error)
  return problem(
    500,
    `This failed. If it keeps failing, tell your operator the reference ${reference}.`,
  )
}

function pointed({ path, message }: Issue) {
  const parts = path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))
  return { pointer: parts.map((part) => `/${part}`).join(''), detail: message }
}
