import 'server-only'
import { reachEveryCampaign, type Tx } from '../db'
import { AppError } from '../errors'
import { named, referencesTo } from './references'

type Words = { one: string; more: string }

const ENTRIES = { one: 'entry', more: 'entries' }
const DEMANDS = { one: 'demand', more: 'demands' }
const INQUIRIES = { one: 'inquiry', more: 'inquiries' }
const OTHERS = { one: 'other record', more: 'other records' }
const WORDS: Record<string, Words> = {
  entry: ENTRIES,
  entry_organization: ENTRIES,
  entry_demand: ENTRIES,
  appearance: { one: 'appearance at an entry', more: 'appearances at entries' },
  citation: { one: 'citation', more: 'citations' },
  campaign_organization: { one: 'role in a campaign', more: 'roles in campaigns' },
  demand_target: DEMANDS,
  demand_counterparty: DEMANDS,
  assessment: { one: 'assessment', more: 'assessments' },
  inquiry: INQUIRIES,
  inquiry_recipient: INQUIRIES,
  organization: { one: 'part of it', more: 'parts of it' },
}

/**
 * Refuses to trash a record that others rest on, entries in the trash among them: they would lose
 * what they say.
 *
 * @throws AppError `conflict` that counts what mentions it.
 */
export async function requireUnmentioned(tx: Tx, table: string, id: string): Promise<void> {
  const counts = await mentionsOf(tx, table, id)
  if (counts.size === 0) {
    await reachEveryCampaign(tx)
    if ((await mentionsOf(tx, table, id)).size === 0) return
    throw new AppError(
      'conflict',
      'It is still mentioned where you cannot see it. An owner of the workspace can see where.',
    )
  }
  const list = [...counts]
    .map(([{ one, more }, n]) => `${n.toLocaleString('en')} ${n === 1 ? one : more}`)
    .join(', ')
  throw new AppError(
    'conflict',
    `It is still mentioned (${list}). Remove it there first, or merge it into another record.`,
  )
}

async function mentionsOf(tx: Tx, table: string, id: string): Promise<Map<Words, number>> {
  const counts = new Map<Words, number>()
  for (const reference of await referencesTo(tx, table)) {
    if (reference.cascade) continue
    const [row] = await tx.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from ${named(reference.table)}
      where ${named(reference.column)} = ${id}::uuid`
    if (!row?.n) continue
    const words = WORDS[reference.table] ?? OTHERS
    counts.set(words, (counts.get(words) ?? 0) + row.n)
  }
  return counts
}
