import 'server-only'
import type { EntryInput } from '@/lib/schemas/entry'
import { insertRows, type Row } from '../../insert-rows'
import { personNamed } from '../../people/find-or-create'
import { cite } from './citations'
import { idOf, owner, type Writing } from './writing'

/** Writes who appeared, in which part, and the words of each. */
export async function writePeople(
  writing: Writing,
  rows: EntryInput['appearances'],
): Promise<void> {
  const { tx, viewer } = writing
  const { workspaceId } = viewer
  const appearances: Row[] = []
  const quotes: Row[] = []
  for (const [position, row] of rows.entries()) {
    const path = ['appearances', position]
    const personId = await personNamed(tx, viewer, row.name, row, path)
    const appearanceId = idOf(writing, row.id)
    const { role, description } = row
    appearances.push({
      ...{ ...owner(writing), id: appearanceId, personId },
      ...{ role, description, position },
    })
    for (const [place, quote] of row.quotes.entries()) {
      const { text, consent = null, source, prefix, suffix } = quote
      if (text === '') continue
      const quoteId = idOf(writing, quote.id)
      quotes.push({ workspaceId, id: quoteId, appearanceId, text, consent, position: place })
      const where = [...path, 'quotes', place, 'source']
      await cite(writing, { quoteId }, source, { exact: text, prefix, suffix }, where)
    }
  }
  await insertRows(tx, 'appearance', appearances)
  await insertRows(tx, 'quote', quotes)
}
