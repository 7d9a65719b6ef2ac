import { statfs } from 'node:fs/promises'

/** How often the disk is looked at, in ms. */
const every = 1_000
/** With less than this free nothing is saved any more: PostgreSQL needs 16 MB at a time, and ends without. */
const low = 48_000_000
/** With so much free it is saved again. The gap keeps it from changing its mind with each save. */
const enough = 80_000_000

/** What is known of the disk with the data at this moment. */
export type DiskWatch = {
  /** Whether it is too full for anything to be saved. */
  isFull: () => boolean
  close: () => void
}

/**
 * Looks once a second how much space the data has left, and says in the log when it is too little
 * and when it is enough again.
 *
 * @param order freeBytes: for tests
 */
export function diskWatch(
  folder: string,
  {
    freeBytes = freeIn,
    say = console.error,
    wait = every,
  }: {
    freeBytes?: (folder: string) => Promise<number>
    say?: (text: string) => void
    wait?: number
  } = {},
): DiskWatch {
  let full = false
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const look = async () => {
    // A folder that cannot be looked at is no reason to refuse what people save.
    const free = await freeBytes(folder).catch(() => Infinity)
    if (closed) return
    const megabytes = Math.floor(free / 1_000_000)
    if (!full && free < low) {
      full = true
      say(
        `The disk is full: ${megabytes} MB are left for ${folder}. Nothing is saved until there are ${enough / 1_000_000} MB; what was saved can be read. Free some space.`,
      )
    } else if (full && free >= enough) {
      full = false
      say(`There is space on the disk again: ${megabytes} MB. Saving goes on.`)
    }
    timer = setTimeout(() => void look(), wait)
    timer.unref()
  }
  void look()
  return {
    isFull: () => full,
    close: () => {
      closed = true
      clearTimeout(timer)
    },
  }
}

async function freeIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
