import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { EntryAround, LinkedAround } from '@/lib/shares/record'
import { beyond, timelineOrder } from '../../timeline/cursor'
import { withLinkIds } from './link-ids'
import type { Context } from './read'
import { openRecordId } from './record-ids'
import { shownTime } from './shown-time'

/** How many entries of a thread stand before and after the one that is read. */
const MOST_BESIDE = 15

type Beside = LinkedAround['before']
type Thread = LinkedAround['thread']

/**
 * What stands around an entry among those that the link shows: the ones before and after it, and
 * the thread of the demands that it touches.
 *
 * @param id as the link's readers know it.
 */
export async function entryAround(context: Context, id: string): Promise<EntryAround> {
  const { reader, rules, names } = context
  const known = shownTime(rules)
  const real = openRecordId(reader, id) ?? ''
  const [here] = await context.tx.$queryRaw<{ day: string; time: string | null; id: string }[]>`
    select e.id, e.first_day::text as day, ${known} as time
    from entry e where ${context.entries} and e.id = ${real}::uuid`
  const beside = async (going: 'up' | 'down'): Promise<Beside> => {
    if (!here) return null
    const [found] = await context.tx.$queryRaw<NonNullable<Beside>[]>`
      select e.id, e.title, e.edtf from entry e
      where ${context.entries} and ${beyond(here, going, { known })}
      order by ${timelineOrder(going, known)} limit 1`
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

async function threadOf({ tx, rules, entries }: Context, id: string): Promise<Thread> {
  const none = { entries: [], earlier: 0, later: 0 }
  if (!rules.fields.includes('demands')) return none
  const touched = Prisma.sql`select here.workspace_id, here.demand_id
    from entry_demand here where here.entry_id = ${id}::uuid`
  const rows = await tx.$queryRaw<(Thread['entries'][number] & { rank: number; all: number })[]>`
    with thread as (
    select e.id, e.title, e.edtf, e.lane::text as lane, e.id = ${id}::uuid as here,
      array_agg(distinct d.number order by d.number) as demands,
      coalesce(array_agg(distinct d.number) filter (where ed.relation in ('raises', 'repeats')), '{}') as raised,
      coalesce(array_agg(distinct d.number) filter (where ed.relation = 'answers' and ed.stance is distinct from 'gives_no_reply'), '{}') as answered,
      (row_number() over (order by ${timelineOrder('up', shownTime(rules))}))::int as rank, (count(*) over ())::int as "all"
    from entry e
    join entry_demand ed on ed.workspace_id = e.workspace_id and ed.entry_id = e.id
    join demand d on d.workspace_id = ed.workspace_id and d.id = ed.demand_id
    where ${entries} and d.trashed_at is null
      and (ed.workspace_id, ed.demand_id) in (${touched})
    group by e.id, e.workspace_id, e.title, e.edtf, e.lane, e.first_day, e.time_of_day, e.place_precision, e.place_hidden_until
    )
    select t.* from thread t, (select rank from thread where here) found
    where t.rank between found.rank - ${MOST_BESIDE} and found.rank + ${MOST_BESIDE} order by t.rank`
  if (rows.length < 2) return none
  return {
    entries: rows.map(({ rank: _, all: __, ...entry }) => entry),
    earlier: (rows[0]?.rank ?? 1) - 1,
    later: (rows[0]?.all ?? 0) - (rows.at(-1)?.rank ?? 0),
  }
}
