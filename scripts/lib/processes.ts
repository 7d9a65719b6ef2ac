import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether a process with this number is alive. */
export function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * A text that no two processes share, not even one that was given the same number later;
 * null when there is no such process.
 */
export function identityOf(pid: number): string | null {
  if (!isAlive(pid)) return null
  if (process.platform === 'win32') return String(pid)
  try {
    // The command name may hold spaces and brackets; the start time is the 20th field after it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z') return null
    return `${pid}:${fields[19]}`
  } catch {
    return `${pid}:${ps(pid, 'lstart')}`
  }
}

/** The command line of a process, or an empty text. */
export function commandOf(pid: number) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return process.platform === 'win32' ? '' : ps(pid, 'command')
  }
}

function ps(pid: number, field: string) {
  try {
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

/** Waits until a condition holds; resolves to false when it did not within the limit. */
export async function until(condition: () => boolean | Promise<boolean>, milliseconds: number) {
  const end = Date.now() + milliseconds
  for (;;) {
    if (await condition()) return true
    if (Date.now() > end) return false
    // Between two looks; the condition decides, not the time.
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
