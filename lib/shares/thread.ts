import { dateBounds } from '../dates/edtf'
import type { EntryAround } from './record'

type Entry = EntryAround['thread']['entries'][number]

/**
 * What an entry of a thread is to the one that is read, as far as the record says it: that one answers what the
 * other raises, or which came first where their dates leave no doubt.
 */
export function relationTo(entries: readonly Entry[], at: number): string {
  const here = entries.findIndex((one) => one.here)
  const [one, read] = [entries[at], entries[here]]
  if (!one || !read || at === here) return 'This entry:'
  const isLater = isBefore(read, one)
  if (isLater && shares(one.answered, read.raised)) return 'Answered by'
  if (isLater) return 'Followed by'
  if (!isBefore(one, read)) return 'About the same time:'
  return shares(read.answered, one.raised) ? 'In answer to' : 'Preceded by'
}

function shares(some: readonly number[], others: readonly number[]): boolean {
  return some.some((number) => others.includes(number))
}

/** Whether all days that an entry may be of lie before all that another may be of. */
function isBefore({ edtf: one }: Entry, { edtf: other }: Entry): boolean {
  const [ends, begins] = [dateBounds(one)?.lastDay, dateBounds(other)?.firstDay]
  return ends !== undefined && begins !== undefined && ends < begins
}
