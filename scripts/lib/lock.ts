import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { identityOf, until } from './processes'

/**
 * A lock of one living process. It is kept in a file; that of a killed process counts for nothing.
 */
export type Lock = { release: () => void; tookOver: boolean }

/** Takes the lock, or returns the number of the process that holds it. */
export async function takeLock(file: string): Promise<Lock | number> {
  const mine = identityOf(process.pid) ?? String(process.pid)
  const own = `${file}.${process.pid}`
  let tookOver = false
  try {
    writeFileSync(own, mine, { mode: 0o600 })
    for (;;) {
      if (link(own, file)) break
      const holder = read(file)
      const pid = Number.parseInt(holder, 10)
      if (pid !== process.pid && Number.isInteger(pid) && identityOf(pid) === holder) return pid
      tookOver = true
      setAside(file, holder)
    }
    // Two that found the same dead holder may both have come this far; the file knows which stays.
    if (tookOver) {
      await until(() => false, 150)
      const holder = read(file)
      if (holder !== mine) return Number.parseInt(holder, 10)
    }
  } finally {
    rmSync(own, { force: true })
  }
  return {
    tookOver,
    release: () => {
      if (read(file) === mine) rmSync(file, { force: true })
    },
  }
}

/** Does work that only one process may do at a time; the others wait. */
export async function withLock<T>(
  file: string,
  onWait: (holder: number) => void,
  work: () => Promise<T>,
): Promise<T> {
  let hasSaid = false
  for (;;) {
    const lock = await takeLock(file)
    if (typeof lock !== 'number') {
      try {
        return await work()
      } finally {
        lock.release()
      }
    }
    if (!hasSaid) onWait(lock)
    hasSaid = true
    await until(() => identityOf(lock) === null || read(file) === '', 5_000)
  }
}

function link(from: string, to: string) {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function read(file: string) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** @param holder of the dead process */
function setAside(file: string, holder: string) {
  const aside = `${file}.${process.pid}.old`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  // Somebody was quicker, and this is a living lock: back with it.
  if (read(aside) !== holder) link(aside, file)
  rmSync(aside, { force: true })
}
