import { randomUUID } from 'node:crypto'
import type { Family } from './families'

/** What one of the processes that share a port has counted; one that is alone has no name. */
export type Counted = { process: string | null; families: Family[] }

type Message = { wantsCounts?: string; counts?: { id: string; of: Counted } }
type Channel = {
  send?: (message: Message) => unknown
  on: (event: 'message', listener: (message: Message) => void) => unknown
}

/** How long the others may take, in ms: one that is at work for longer is missing this time. */
const patience = 1_000

/**
 * Lets the processes that share a port tell each other what they counted, over the supervisor: whoever
 * asks for the numbers reaches one of them and wants those of all.
 *
 * @param order.count how many there are
 * @param order.own what this one has counted
 * @returns asks all of them, this one too
 */
export function countedTogether({
  name,
  count,
  own,
  channel = process,
}: {
  name: string
  count: number
  own: () => Family[]
  channel?: Channel
}): () => Promise<Counted[]> {
  const waiting = new Map<string, (of: Counted) => void>()
  const mine = (): Counted => ({ process: count > 1 ? name : null, families: own() })
  if (count > 1)
    channel.on('message', ({ wantsCounts, counts }) => {
      if (wantsCounts) channel.send?.({ counts: { id: wantsCounts, of: mine() } })
      if (counts) waiting.get(counts.id)?.(counts.of)
    })
  return async () => {
    if (count === 1) return [mine()]
    const id = randomUUID()
    const found = [mine()]
    await new Promise<void>((resolve) => {
      // A process that does not answer is left out rather than waited for.
      const limit = setTimeout(resolve, patience)
      waiting.set(id, (of) => {
        found.push(of)
        if (found.length < count) return
        clearTimeout(limit)
        resolve()
      })
      channel.send?.({ wantsCounts: id })
    })
    waiting.delete(id)
    return found.sort((a, b) => Number(a.process) - Number(b.process))
  }
}
