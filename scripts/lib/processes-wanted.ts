import { availableParallelism, totalmem } from 'node:os'
import { Trouble } from './trouble'

const MOST = 16
const GIGABYTE = 2 ** 30
/** What the database, readers of links and the system need, and what each process may come to use. */
const forTheRest = GIGABYTE
const forEach = 0.75 * GIGABYTE

/** A machine, as far as it says how many processes it carries. */
type Machine = { cores: number; memory: number }

function thisMachine(): Machine {
  // 0, or more than there is, where nothing narrows it.
  const narrowed = process.constrainedMemory() || Infinity
  return { cores: availableParallelism(), memory: Math.min(totalmem(), narrowed) }
}

/**
 * How many processes of the app there are to be: one, or as many as THROUGHLINE_PROCESSES says; `cores` is one for
 * each core, as far as the memory carries them.
 *
 * @throws Trouble where the setting is no such number.
 */
export function processesWanted(
  setting = process.env.THROUGHLINE_PROCESSES,
  machine = thisMachine(),
): number {
  if (!setting) return 1
  if (setting !== 'cores') {
    const wanted = Number(setting)
    if (/^\d+$/.test(setting) && wanted >= 1 && wanted <= MOST) return wanted
    throw new Trouble(
      `THROUGHLINE_PROCESSES is "${setting}". It must be a number from 1 to ${MOST}, or “cores” for one for each core.`,
    )
  }
  const carried = Math.floor((machine.memory - forTheRest) / forEach)
  return Math.max(1, Math.min(machine.cores, carried, MOST))
}
