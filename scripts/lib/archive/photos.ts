import { constants } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Brings the photos of an archive up to date. A file of a photo is written once and never changed,
 * so it is enough to know which are there.
 *
 * @param gone since when each that is no longer in use is not
 * @returns the same, as it is now
 */
export async function archivePhotos(
  from: string,
  to: string,
  gone: Readonly<Record<string, string>>,
  at: string,
): Promise<Record<string, string>> {
  const live = new Set(await filesIn(from))
  const archived = await filesIn(to)
  const known = new Set(archived)
  for (const file of live) if (!known.has(file)) await add(join(from, file), join(to, file))
  return Object.fromEntries(
    archived.filter((file) => !live.has(file)).map((file) => [file, gone[file] ?? at]),
  )
}

/** Removes the photos that were in use at no moment since. @returns those that still count as gone */
export async function forgetPhotos(
  folder: string,
  gone: Readonly<Record<string, string>>,
  since: string,
): Promise<Record<string, string>> {
  const left: Record<string, string> = {}
  for (const [file, at] of Object.entries(gone)) {
    if (at < since) await rm(join(folder, file), { force: true })
    else left[file] = at
  }
  return left
}

/** The files of photos, each with its workspace before it. */
async function filesIn(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const workspace of await readdir(folder, { withFileTypes: true }).catch(() => []))
    if (workspace.isDirectory())
      for (const name of await readdir(join(folder, workspace.name)))
        if (/^[\da-f]{32}-\d{1,4}\.(?:webp|jpg)$/.test(name))
          found.push(`${workspace.name}/${name}`)
  return found
}

/** A second name for the same bytes where one disk has both, which costs no space. */
async function add(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  try {
    await link(from, to)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    // It went between two looks.
    if (code === 'ENOENT' || code === 'EEXIST') return
    await copyFile(from, `${to}.new`, constants.COPYFILE_FICLONE)
    await flush(`${to}.new`)
    await rename(`${to}.new`, to)
  }
}

/** A copy that has its name is never looked at again, so it must outlast a loss of power. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
