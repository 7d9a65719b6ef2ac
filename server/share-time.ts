import 'server-only'
import { setImmediate } from 'node:timers/promises'

/**
 * Shares a process with others during a long work: what this returns is asked between its steps, and
 * waits until others were answered whenever they have been kept waiting for some time.
 *
 * @param most milliseconds for which they may be kept waiting
 */
export function sharing(most = 20): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < most) return
    await setImmediate()
    since = performance.now()
  }
}
