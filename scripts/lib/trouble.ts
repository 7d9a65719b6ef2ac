/**
 * A failure that the person at the console can mend: its message says how, and is shown alone.
 * Any other error is a fault of ours and is shown with its stack.
 */
export class Trouble extends Error {
  /** @param message what is wrong and what to do */
  constructor(message: string) {
    super(message)
    this.name = 'Trouble'
  }
}

const fullDisk =
  'The disk is full. Free some space (THROUGHLINE_DATA names the folder of the data), then start again.'

/** Turns known causes (full disk, missing rights) into a Trouble; others stay as they are. */
function explain(error: unknown): unknown {
  if (error instanceof Trouble || !(error instanceof Error)) return error
  const { code, path } = error as NodeJS.ErrnoException
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

/** Whether a program's words say that the disk is full. */
export function isFullDisk(text: string) {
  return /No space left on device|ENOSPC|not enough space/i.test(text)
}

/** Prints an error as the console should see it and returns the exit code. */
export function report(error: unknown): 1 {
  const known = explain(error)
  if (known instanceof Trouble) console.error(known.message)
  else console.error(known)
  return 1
}
