import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { identityOf, until } from './processes.mjs'

/**
 * A lock of one living process. It is kept in a file; that of a killed process counts for nothing.
 *
 * @typedef {{ release: () => void, tookOver: boolean }} Lock
 */

/**
 * Takes the lock, or returns the number of the process that holds it.
 *
 * @param {string} file
 * @returns {Promise<Lock | number>}
 */
export async function takeLock(file) {
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

/**
 * Does work that only one process may do at a time; the others wait.
 *
 * @template T
 * @param {string} file
 * @param {(holder: number) => void} onWait
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, onWait, work) {
  let told = false
  for (;;) {
    const lock = await takeLock(file)
    if (typeof lock !== 'number') {
      try {
        return await work()
      } finally {
        lock.release()
      }
    }
    if (!told) onWait(lock)
    told = true
    await until(() => identityOf(lock) === null || read(file) === '', 5_000)
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function link(from, to) {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/**
 * @param {string} file
 * @param {string} holder of the dead process
 */
function setAside(file, holder) {
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
