import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Counts } from '@/lib/timeline/counts'
import type { Tx } from '../../db'
import { countTally, readTally } from './tally'

/**
 * Counts the entries that a condition over the alias `e` chooses, by month and lane and by kind;
 * those that raise or repeat a demand also in the lane of demands.
 */
export async function countEntries(tx: Tx, where: Prisma.Sql): Promise<Counts> {
  return countTally((await readTally(tx, where)).tally)
}
