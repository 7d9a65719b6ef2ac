import 'server-only'
import pg from 'pg'

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
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** The one answer to what is missing, hidden, or another workspace's. */
export function notFound(what: string): AppError {
  return new AppError('not_found', `This ${what} does not exist, or you may not see it.`)
}

/**
 * Whether an error is a database's refusal with one of these Prisma codes (P2002: a unique value
 * exists; P2003: something refers to it; P2010: any failed statement written in SQL; P2025: the row
 * is not there; P2034: a write conflict), whoever sent the statement. Codes, never message texts.
 */
export function isDatabaseError(error: unknown, ...codes: string[]): boolean {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return false
  if (codes.includes(error.code)) return true
  const state = error instanceof pg.DatabaseError ? error.code : undefined
  if (state === undefined) return false
  return codes.includes('P2010') || codes.some((code) => SQL_STATES[code]?.includes(state))
}

const SQL_STATES: Readonly<Record<string, readonly string[]>> = {
  P2002: ['23505'],
  P2003: ['23001', '23503'],
  P2034: ['40001', '40P01'],
}
