/**
 * A failure that the person at the console can mend: its message says how, and is shown alone.
 * Any other error is a fault of ours and is shown with its stack.
 */
export class Trouble extends Error {
  /** @param {string} message what is wrong and what to do */
  constructor(message) {
    super(message)
    this.name = 'Trouble'
  }
}

const fullDisk =
  'The disk is full. Free some space (THROUGHLINE_DATA names the folder of the data), then start again.'

/**
 * Turns known causes (full disk, missing rights) into a Trouble; others stay as they are.
 *
 * @param {unknown} error
 * @returns {unknown}
 */
function explain(error) {
  if (error instanceof Trouble || !(error instanceof Error)) return error
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error)
  if (code === 'ENOSPC' || code === '53100' || isFullDisk(error.message)) {
    return new Trouble(fullDisk)
  }
  if (code === 'EDQUOT') {
    return new Trouble('The disk quota of this user is used up. Free some space, then start again.')
  }
  if ((code === 'EACCES' || code === 'EPERM' || code === 'EROFS') && path) {
    return new Trouble(
      `The file or folder ${path} cannot be written or read by this user. Change its owner or rights, or name another folder with THROUGHLINE_DATA.`,
    )
  }
  return error
}

/**
 * Whether a program's words say that the disk is full.
 *
 * @param {string} text
 */
export function isFullDisk(text) {
  return /No space left on device|ENOSPC|not enough space/i.test(text)
}

/**
 * Prints an error as the console should see it and returns the exit code.
 *
 * @param {unknown} error
 * @returns {1}
 */
export function report(error) {
  const known = explain(error)
  if (known instanceof Trouble) console.error(known.message)
  else console.error(known)
  return 1
}
