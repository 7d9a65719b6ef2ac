import 'server-only'
import type { EntryInput } from '@/lib/schemas/entry'
import type { Prisma } from '@/prisma/generated/client'
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
  const appearances: Prisma.AppearanceCreateManyInput[] = []
  const quotes: Prisma.QuoteCreateManyInput[] = []
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
  if (appearances.length > 0) await tx.appearance.createMany({ data: appearances })
  if (quotes.length > 0) await tx.quote.createMany({ data: quotes })
}
