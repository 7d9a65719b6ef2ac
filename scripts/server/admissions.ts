import { Admission, type Limits } from './admission'
import { WriteBudget } from './write-budget'

/** How much strangers and readers may have worked on at once, so that members find room. */
const readers = { atOnce: 4, perNetwork: 2, waiting: 400, patience: 20_000 }
const strangers = { atOnce: 3, perNetwork: 2, waiting: 100, patience: 5_000 }
/** How much a network without a session may send: who signs in at one hour in one house must get in. */
const sent = { atOnce: 30, oneMore: 2_000 }

/**
 * Who is let in, and how much a network may send, in one of several processes that share a port: all of
 * them together let in exactly what one would, but each at least one at a time.
 *
 * @param number which of them this is, counted from 1
 */
export function admissionsOf(
  processes: number,
  number: number,
): {
  admissions: { reader: Admission; stranger: Admission }
  budget: WriteBudget
} {
  // What cannot be divided goes to the first ones.
  const part = (all: number) =>
    Math.max(1, Math.floor(all / processes) + (number <= all % processes ? 1 : 0))
  const partOf = ({ atOnce, perNetwork, waiting, patience }: Limits): Limits => ({
    atOnce: part(atOnce),
    perNetwork: part(perNetwork),
    waiting: part(waiting),
    patience,
  })
  return {
    admissions: {
      reader: new Admission(partOf(readers)),
      stranger: new Admission(partOf(strangers)),
    },
    budget: new WriteBudget({
      atOnce: part(sent.atOnce),
      oneMore: sent.oneMore * processes,
    }),
  }
}
