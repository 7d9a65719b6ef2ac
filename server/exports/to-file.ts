import 'server-only'
import { constants } from 'node:fs'
import { access, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { AppError } from '../errors'
import type { Sink } from './asked'

/**
 * Writes a file that is there whole or not at all, for its owner's eyes alone.
 *
 * @throws AppError `invalid` where there is a file of that name, or no folder for it.
 */
export async function toFile<T>(path: string, work: (sink: Sink) => Promise<T>): Promise<T> {
  if (await exists(path))
    throw new AppError('invalid', `There is a file ${path} already. Name another one.`)
  const unfinished = `${path}.unfinished`
  const file = await opened(unfinished)
  try {
    const done = await work(sinkOf(file))
    await file.sync()
    await file.close()
    await rename(unfinished, path)
    return done
  } catch (error) {
    await file.close().catch(() => {})
    await rm(unfinished, { force: true })
    throw error
  }
}

/** Writes to an open file, piece after piece. */
export function sinkOf(file: FileHandle): Sink {
  return async (piece) => {
    await file.appendFile(piece)
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  )
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w', 0o600)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : ''
    throw new AppError('invalid', `The file ${path} cannot be written (${String(reason)}).`)
  }
}
