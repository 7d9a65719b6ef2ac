import { AppError, type AppErrorCode } from '@/server/errors'

const STATUS: Record<AppErrorCode, number> = {
  ...{ not_found: 404, forbidden: 403, invalid: 400, conflict: 409, unavailable: 503 },
}

/**
 * The answer to whoever asked for a file, with the sentence that says why there is none.
 *
 * @throws what is no AppError again.
 */
export function refused(error: unknown): Response {
  if (!(error instanceof AppError)) throw error
  return new Response(error.message, {
    status: STATUS[error.code],
    headers: { 'cache-control': 'private, no-store', vary: 'cookie' },
  })
}
