import 'server-only'
import type { EntryInput } from '@/lib/schemas/entry'
import { personNamed } from '../../people/find-or-create'
import { cite } from './citations'
import { idOf, owner, type Writing } from './writing'

/** Writes who appeared, in which part, and the words of each. */
export async function writePeople(
  writing: Writing,
  rows: EntryInput['appearances'],
): Promise<void> {
  const { tx, viewer } = writing
  for (const [position, row] of rows.entries()) {
    const path = ['appearances', position]
    const personId = await personNamed(tx, viewer, row.name, row, path)
    const appearanceId = idOf(writing, row.id)
    const { role, description } = row
    await tx.appearance.create({
      data: { ...owner(writing), id: appearanceId, personId, role, description, position },
    })
    for (const [place, quote] of row.quotes.entries()) {
      if (quote.text === '') continue
      const quoteId = idOf(writing, quote.id)
      const { workspaceId } = viewer
      await tx.quote.create({
        data: {
          workspaceId,
          id: quoteId,
          appearanceId,
          text: quote.text,
          consent: quote.consent ?? null,
          position: place,
        },
      })
      const passage = { ...quote, exact: quote.text }
      await cite(writing, { quoteId }, quote.source, passage, [...path, 'quotes', place, 'source'])
    }
  }
}
