import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { LensField, LensRules } from '@/lib/shares/lens'
import { forColumns, isRead } from '../../entries/columns'
import { entrySelect, type EntryRow } from '../../entries/select'

/** A shared entry's row: the full shape, where what the lens leaves out is empty. */
export type SharedRow = EntryRow

/** The columns and rows that are read of an entry under a link's rules; nothing else leaves the database. */
export function sharedSelect(rules: LensRules) {
  const has = (field: LensField) => rules.fields.includes(field)
  const consent = { in: [...rules.people] }
  const { quotes, ...appearance } = entrySelect.appearances.select
  const passage = {
    ...{ exact: has('passages'), match: has('passages') },
    ...{ prefix: false, suffix: false },
  }
  const ofEntry = entrySelect.citations
  const ofParts = entrySelect.claims.select.citations
  const citations = rowsIf(has('sources'), {
    ...ofParts,
    select: { ...ofParts.select, ...passage },
  })
  const disputes = {
    ...entrySelect.disputes,
    select: { ...entrySelect.disputes.select, citations },
  }
  // A quote is shown beside its source, so that whether it is there is shown as well.
  const quoted: typeof citations = {
    ...citations,
    select: { ...citations.select, match: true },
  }
  return {
    ...{ id: true, version: true, updatedAt: true, checkedVersion: true, checkedOn: true },
    ...forColumns((rule) => isRead(rule, rules)),
    accordingTo: has('account') && entrySelect.accordingTo,
    organizations: rowsIf(has('organizations'), entrySelect.organizations),
    appearances: rowsIf(has('people'), {
      ...entrySelect.appearances,
      where: { OR: [{ personId: null }, { person: { consent } }] },
      select: {
        ...appearance,
        description: has('descriptions'),
        affiliation: has('descriptions'),
        quotes: rowsIf(has('quotes'), {
          ...quotes,
          where: { OR: [{ consent: null }, { consent }] },
          select: {
            ...{ ...quotes.select, citations: quoted, checker: false },
            disputes,
            demands: rowsIf(has('demands'), quotes.select.demands),
          },
        }),
      },
    }),
    demands: rowsIf(has('demands'), entrySelect.demands),
    claims: rowsIf(has('claims'), {
      ...entrySelect.claims,
      where: { field: { in: [...claimFields(rules)] } },
      select: { ...entrySelect.claims.select, citations },
    }),
    disputes,
    replies: {
      ...entrySelect.replies,
      select: { ...entrySelect.replies.select, citations: quoted },
    },
    citations: rowsIf(has('sources'), { ...ofEntry, select: { ...ofEntry.select, ...passage } }),
    inquiries: rowsIf(has('inquiries'), entrySelect.inquiries),
    photos: rowsIf(has('photos'), entrySelect.photos),
  } satisfies Prisma.EntrySelect
}

// Rows that are left out are read as none, so that a row has the same shape under all rules.
function rowsIf<Rows extends object>(has: boolean, rows: Rows): Rows {
  return has ? rows : { ...rows, take: 0 }
}

function claimFields({ fields, places }: LensRules): ('date' | 'crowd' | 'place')[] {
  return [
    'date',
    ...(fields.includes('crowd') ? ['crowd' as const] : []),
    ...(places === 'exact' ? ['place' as const] : []),
  ]
}

// What stands in columns that were not read.
const UNREAD = forColumns((rule) => (rule === 'always' ? undefined : rule[1]))
const NO_PASSAGE = { exact: '', prefix: '', suffix: '', match: '' }

type ReadRow = Prisma.EntryGetPayload<{ select: ReturnType<typeof sharedSelect> }>

/** A row that was read by `sharedSelect`, completed to the full shape that presentations know. */
export function wholeRow(row: ReadRow): SharedRow {
  const appearances = row.appearances.map((appearance) => ({
    ...{ description: '', affiliation: '' },
    ...appearance,
    quotes: appearance.quotes.map((quote) => ({
      ...quote,
      checker: null,
      citations: quote.citations.map(withPassage),
      disputes: quote.disputes.map(withCitations),
    })),
  }))
  const whole = completed(row, {
    ...UNREAD,
    // Zones of places are for members; a reader's presentation never asks for it.
    ...{ campaign: { timeZone: 'UTC' }, accordingTo: null, checker: null },
  })
  return Object.assign(whole, {
    appearances,
    claims: row.claims.map(withCitations),
    disputes: row.disputes.map(withCitations),
    replies: row.replies.map(withCitations),
    citations: row.citations.map(withPassage),
  })
}

/** Adds what a row lacks to the row itself: a copy of so many columns takes longer than all else here. */
function completed<Row extends object, Rest extends object>(row: Row, rest: Rest) {
  const missing = Object.entries(rest).filter(([name]) => !(name in row))
  return Object.assign(row, Object.fromEntries(missing) as Omit<Rest, keyof Row>)
}

function withCitations<Citation extends object, Part extends { citations: Citation[] }>(
  part: Part,
) {
  return { ...part, citations: part.citations.map(withPassage) }
}

function withPassage<Citation extends object>(citation: Citation) {
  return { ...NO_PASSAGE, ...citation }
}
