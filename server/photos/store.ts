import 'server-only'
import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '../env'
import { isUuid } from '../ids'
import { PhotoRefused } from './refused'

/**
 * Where files of pictures are: small, so that another kind of store can take its place. A name is
 * a workspace's id and a file's own name, which is never what somebody typed.
 */
export type PhotoStore = {
  /**
   * Keeps a file, there whole or not at all, also when the machine stops at this moment.
   *
   * @throws PhotoRefused `full` when there is no space.
   */
  write: (workspaceId: string, file: string, bytes: Uint8Array) => Promise<void>
  /** A file's bytes, or null where there is none. */
  read: (workspaceId: string, file: string) => Promise<Buffer | null>
  /** Removes files; those that are not there are removed already. */
  remove: (workspaceId: string, files: readonly string[]) => Promise<void>
  /** All files of a workspace, each with the moment of its last change. */
  list: (workspaceId: string) => Promise<{ file: string; at: Date }[]>
  /** How many bytes the files of all workspaces are. */
  bytes: () => Promise<number>
}

/** The store of this installation: the folder `photos` in its data folder. */
export function photoStore(): PhotoStore {
  return localStore(join(env().dataFolder, 'photos'))
}

/** A store in a folder of this machine. */
function localStore(folder: string): PhotoStore {
  const placeOf = (workspaceId: string) => {
    if (!isUuid(workspaceId)) throw new RangeError('This is no workspace.')
    return join(/* turbopackIgnore: true */ folder, workspaceId)
  }
  const pathOf = (workspaceId: string, file: string) => {
    if (!/^[0-9a-f]{32}-\d{1,4}\.(webp|jpg)$/.test(file)) throw new RangeError('This is no file.')
    return join(placeOf(workspaceId), file)
  }
  return {
    write: async (workspaceId, file, bytes) => {
      const path = pathOf(workspaceId, file)
      const unfinished = join(placeOf(workspaceId), `${randomBytes(8).toString('hex')}.unfinished`)
      await mkdir(placeOf(workspaceId), { recursive: true, mode: 0o700 })
      try {
        await writeDown(unfinished, bytes)
        await rename(unfinished, path)
        await flush(placeOf(workspaceId), constants.O_RDONLY)
      } catch (error) {
        await rm(unfinished, { force: true })
        throw isFull(error) ? new PhotoRefused('full') : error
      }
    },
    read: async (workspaceId, file) =>
      readFile(pathOf(workspaceId, file)).catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return null
        throw error
      }),
    remove: async (workspaceId, files) => {
      for (const file of files) await rm(pathOf(workspaceId, file), { force: true })
    },
    list: async (workspaceId) => {
      const names = await readdir(placeOf(workspaceId)).catch(() => [])
      const found = []
      for (const file of names) {
        const { mtime } = await stat(join(placeOf(workspaceId), file)).catch(() => ({
          mtime: null,
        }))
        if (mtime) found.push({ file, at: mtime })
      }
      return found
    },
    bytes: async () => {
      const all = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
      let sum = 0
      for (const one of all.filter((entry) => entry.isFile()))
        sum += await stat(join(one.parentPath, one.name)).then(
          ({ size }) => size,
          () => 0,
        )
      return sum
    },
  }
}

async function writeDown(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

// The name of a renamed file is in its folder, which has to reach the disk too.
async function flush(path: string, flags: number): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, flags)
  await folder.sync().finally(() => folder.close())
}

function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '')
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
