import 'server-only'
import { AppError } from '../errors'

/** What a refused read or write was refused with; anything else that went wrong is thrown on. */
export async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const error: unknown = await work.then(
    () => new Error('Nothing was refused.'),
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error
  throw error
}
