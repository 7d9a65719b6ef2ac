import { Trouble } from '../trouble'

/** What keeps an archive from being written, and what to do about it. */
export function inWords(error: unknown, folder: string, isAway: boolean): string {
  if (error instanceof Trouble) return error.message
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  if (isAway)
    return `The archive of the last days cannot reach the database (${code ?? message ?? String(error)}). Nothing is archived meanwhile; it is tried again every half minute.`
  return `The archive of the last days in ${folder} cannot be written (${code ?? message ?? String(error)}). Make room, or let this user write there; it is tried again every half minute.`
}
