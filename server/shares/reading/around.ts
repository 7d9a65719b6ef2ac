import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { EntryAround, LinkedAround } from '@/lib/shares/record'
import { beyond, inOrder } from '../../timeline/cursor'
import { withLinkIds } from './link-ids'
import type { Context } from './read'
import { openRecordId } from './record-ids'

/** A thread of more entries than these is read on the page of the record. */
const MOST_IN_THREAD = 30

type Beside = LinkedAround['before']
type Threaded = LinkedAround['thread'][number]

/**
 * What stands around an entry among those that the link shows: the ones before and after it, and
 * the thread of the demands that it touches.
 *
 * @param id as the link's readers know it.
 */
export async function entryAround(context: Context, id: string): Promise<EntryAround> {
  const { reader, names } = context
  const real = openRecordId(reader, id) ?? ''
  const [here] = await context.tx.$queryRaw<{ day: string; time: string | null; id: string }[]>`
    select e.id, e.first_day::text as day, e.time_of_day as time
    from entry e where ${context.entries} and e.id = ${real}::uuid`
  const beside = async (going: 'up' | 'down'): Promise<Beside> => {
    if (!here) return null
    const [found] = await context.tx.$queryRaw<NonNullable<Beside>[]>`
      select e.id, e.title, e.edtf from entry e
      where ${context.entries} and ${beyond(here, going)}
      order by ${inOrder(going)} limit 1`
    return found ?? null
  }
  return names.showAll(
    withLinkIds(reader, {
      before: await beside('down'),
      after: await beside('up'),
      thread: await threadOf(context, real),
    }),
  )
}

async function threadOf({ tx, rules, entries }: Context, id: string): Promise<Threaded[]> {
  if (!rules.fields.includes('demands')) return []
  const touched = Prisma.sql`select here.workspace_id, here.demand_id
    from entry_demand here where here.entry_id = ${id}::uuid`
  const rows = await tx.$queryRaw<Threaded[]>`
    select e.id, e.title, e.edtf, e.lane::text as lane, e.id = ${id}::uuid as here,
      array_agg(distinct d.number order by d.number) as demands
    from entry e
    join entry_demand ed on ed.workspace_id = e.workspace_id and ed.entry_id = e.id
    join demand d on d.workspace_id = ed.workspace_id and d.id = ed.demand_id
    where ${entries} and d.trashed_at is null
      and (ed.workspace_id, ed.demand_id) in (${touched})
    group by e.id, e.workspace_id, e.title, e.edtf, e.lane, e.first_day, e.time_of_day
    order by ${inOrder('up')} limit ${MOST_IN_THREAD}`
  return rows.length > 1 ? rows : []
}
