import type { innerRequests } from './inner-request'
import { bodyOf } from './inner-request'

const ROUNDS = 20
/** A slow machine starts without the rest of it, in ms. */
const LONGEST = 3_000

/**
 * Renders a page until the code that renders pages is loaded and compiled, so that the first visitor
 * does not wait for it. What fails here fails nobody.
 *
 * @param headers that say which site is asked, as a browser's would
 */
export async function warmUp(
  ask: ReturnType<typeof innerRequests>,
  headers: Record<string, string>,
): Promise<void> {
  const until = Date.now() + LONGEST
  for (let round = 0; round < ROUNDS && Date.now() < until; round++) {
    try {
      await bodyOf(await ask({ url: '/sign-in', headers }))
    } catch (error) {
      console.error('Warming up failed.', error)
      return
    }
  }
}
