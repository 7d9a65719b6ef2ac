import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import type { EntryInput } from '@/lib/schemas/entry'
import { insertRows, type Row } from '../../insert-rows'
import { demandNamed, demandWorded, sameWords } from '../../demands/find-or-create'
import { AppError } from '../../errors'
import { personNamed } from '../../people/find-or-create'
import { writeDisputes } from './answers'
import { cite } from './citations'
import { idOf, owner, speakerKey, type Writing } from './writing'

/** Writes who appeared, in which part, and the words of each. */
export async function writePeople(
  writing: Writing,
  campaignId: string,
  rows: EntryInput['appearances'],
): Promise<void> {
  const { tx, viewer } = writing
  const { workspaceId } = viewer
  const appearances: Row[] = []
  const quotes: Row[] = []
  const about: Row[] = []
  const disputed: { quoteId: string; rows: EntryInput['disputes']; path: PropertyKey[] }[] = []
  for (const [position, row] of rows.entries()) {
    const path = ['appearances', position]
    const personId = row.name === '' ? null : await personNamed(tx, viewer, row.name, row, path)
    const appearanceId = idOf(writing, row.id)
    const { role, description, affiliation } = row
    const speaker = speakerKey({ personId, description, affiliation })
    appearances.push({
      ...{ ...owner(writing), id: appearanceId, personId },
      ...{ role, description, affiliation, position },
    })
    for (const [place, quote] of row.quotes.entries()) {
      const { text, consent = null, source, prefix, suffix } = quote
      if (text === '') continue
      const quoteId = idOf(writing, quote.id)
      const where = [...path, 'quotes', place]
      const passage = { exact: text, prefix, suffix }
      const sourceId = await cite(writing, { quoteId }, source, passage, [...where, 'source'])
      quotes.push({
        ...{ workspaceId, id: quoteId, appearanceId, text, consent, position: place },
        ...reusableCheck(writing, quoteId, { text, speaker, sourceId }),
      })
      if (quote.disputes.length > 0)
        disputed.push({ quoteId, rows: quote.disputes, path: [...where, 'disputes'] })
      const demands = await demandsOf(writing, campaignId, quote.demands, where)
      for (const demandId of demands) about.push({ workspaceId, quoteId, demandId })
    }
  }
  await insertRows(tx, 'appearance', appearances)
  await insertRows(tx, 'quote', quotes)
  await insertRows(tx, 'quote_demand', about)
  for (const { quoteId, rows: disputes, path } of disputed)
    await writeDisputes(writing, { quoteId }, disputes, path)
}

// The check of a quote is of these words, from this speaker, by this source, and of no others.
function reusableCheck(
  { reusable }: Writing,
  quoteId: string,
  now: { text: string; speaker: string; sourceId: string | null },
): Row {
  const was = reusable.checks.get(quoteId)
  const same =
    was?.text === now.text && was.speaker === now.speaker && was.sourceId === now.sourceId
  return same
    ? { checkedBy: was.checkedBy, checkedOn: isoDayOf(was.checkedOn) }
    : { checkedBy: null, checkedOn: null }
}

// A demand that the same form makes has no id yet: its words say which it is.
async function demandsOf(
  { tx, viewer, demands }: Writing,
  campaignId: string,
  rows: EntryInput['appearances'][number]['quotes'][number]['demands'],
  path: PropertyKey[],
): Promise<Set<string>> {
  const found = new Set<string>()
  for (const [index, { demand, wording }] of rows.entries()) {
    const here = [...path, 'demands', index]
    const own = demands.find((one) => one.id === demand || sameWords(one.wording, wording))
    const id =
      own?.id ??
      (demand
        ? await demandNamed(tx, viewer, campaignId, { id: demand }, here)
        : await demandWorded(tx, viewer, campaignId, wording))
    if (!id)
      throw new AppError(
        'invalid',
        'No demand has this wording. Choose one, or add it to this entry’s demands first.',
        [...here, 'wording'],
      )
    found.add(id)
  }
  return found
}
