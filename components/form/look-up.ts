/** How long it waits before it asks again, in ms: a server that is busy answers a moment later. */
const PAUSES_MS = [700, 2_000, 4_000]

/** Said in place of what was found, where nothing could be asked. */
export const NOT_LOOKED_UP = 'The list could not be reached just now. Try again in a moment.'

/**
 * What an address answers with (`{ items }`). A server that is away or busy is asked again.
 *
 * @returns null where it could not be asked, which is not the same as finding nothing
 */
export async function lookUp<Item>(
  address: string,
  signal: AbortSignal,
  pauses = PAUSES_MS,
): Promise<Item[] | null> {
  for (const pause of [...pauses, null]) {
    const answer = await fetch(address, { signal }).catch(() => null)
    if (answer?.ok) return ((await answer.json()) as { items: Item[] }).items
    const isRefused = answer !== null && answer.status < 500
    if (pause === null || isRefused || signal.aborted) return null
    // A busy server needs a moment; somebody who types on ends the wait.
    await new Promise((resolve) => setTimeout(resolve, pause))
    if (signal.aborted) return null
  }
  return null
}
