import 'server-only'

export type AppErrorCode = 'not_found' | 'conflict' | 'forbidden' | 'invalid' | 'unavailable'

/**
 * A failure that a person can be told about. Thrown inside a mutation it rolls the transaction
 * back; the action gate turns it into words once. `not_found` is also the answer to what is hidden.
 */
export class AppError extends Error {
  override readonly name = 'AppError'

  constructor(
    readonly code: AppErrorCode,
    message: string,
    /** For `invalid`: the path of the field in the input that the message belongs to. */
    readonly path: PropertyKey[] = [],
  ) {
    super(message)
  }
}

/** The one answer to what is missing, hidden, or another workspace's. */
export function notFound(what: string): AppError {
  return new AppError('not_found', `This ${what} does not exist, or you may not see it.`)
}

/**
 * Whether an error is a database's refusal with one of these Prisma codes (P2002: a unique value
 * exists; P2025: the row is not there; P2034: a write conflict). Codes, never message texts.
 */
export function isDatabaseError(error: unknown, ...codes: string[]): boolean {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return false
  return codes.includes(error.code) || (codes.includes('P2002') && isTwiceInSql(error))
}

// Of a statement written in SQL Prisma says only that it failed, and passes on what PostgreSQL said.
function isTwiceInSql(error: Error): boolean {
  const meta = 'meta' in error ? (error.meta as RawMeta | undefined) : undefined
  return meta?.driverAdapterError?.cause?.originalCode === UNIQUE_VIOLATION
}

type RawMeta = { driverAdapterError?: { cause?: { originalCode?: string } } }

const UNIQUE_VIOLATION = '23505'
