import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { LensField, LensRules } from '@/lib/shares/lens'
import { entrySelect, type EntryRow } from '../entries/select'

/** A shared entry's row: the full shape, where what the lens leaves out is empty. */
export type SharedRow = EntryRow

/** The columns and rows that are read of an entry under a link's rules; nothing else leaves the database. */
export function sharedSelect(rules: LensRules): Prisma.EntrySelect {
  const has = (field: LensField) => rules.fields.includes(field)
  const consent = { in: [...rules.people] }
  const citations = {
    ...entrySelect.citations,
    select: {
      ...entrySelect.citations.select,
      exact: has('passages'),
      prefix: false,
      suffix: false,
    },
  }
  const cited = has('sources') && citations
  const { quotes, ...appearance } = entrySelect.appearances.select
  return {
    ...ALWAYS,
    place: rules.places !== 'none',
    town: rules.places !== 'none',
    townLatitude: has('coordinates') && rules.places !== 'none',
    townLongitude: has('coordinates') && rules.places !== 'none',
    summary: has('summary'),
    crowdLow: has('crowd'),
    crowdHigh: has('crowd'),
    crowdWords: has('crowd'),
    crowdCountedBy: has('crowd'),
    participants: has('participants'),
    details: has('details'),
    tags: has('tags'),
    privateNote: has('privateNote'),
    latitude: has('coordinates') && rules.places !== 'none',
    longitude: has('coordinates') && rules.places !== 'none',
    accordingTo: has('account') && entrySelect.accordingTo,
    organizations: has('organizations') && entrySelect.organizations,
    appearances: has('people') && {
      ...entrySelect.appearances,
      where: { person: { consent } },
      select: {
        ...appearance,
        description: has('descriptions'),
        quotes: has('quotes') && {
          ...quotes,
          where: { OR: [{ consent: null }, { consent }] },
          select: { ...quotes.select, citations: cited },
        },
      },
    },
    demands: has('demands') && entrySelect.demands,
    claims: has('claims') && {
      ...entrySelect.claims,
      where: { field: { in: [...claimFields(rules)] } },
      select: { ...entrySelect.claims.select, citations: cited },
    },
    citations: cited,
    inquiries: has('inquiries') && entrySelect.inquiries,
    photos: has('photos') && entrySelect.photos,
  }
}

const ALWAYS = {
  id: true,
  kind: true,
  lane: true,
  status: true,
  title: true,
  edtf: true,
  firstDay: true,
  lastDay: true,
  timeOfDay: true,
  timeZone: true,
  placePrecision: true,
  placeHiddenUntil: true,
  version: true,
  updatedAt: true,
} satisfies Prisma.EntrySelect

function claimFields({ fields, places }: LensRules): ('date' | 'crowd' | 'place')[] {
  return [
    'date',
    ...(fields.includes('crowd') ? ['crowd' as const] : []),
    ...(places === 'exact' ? ['place' as const] : []),
  ]
}

const EMPTY = {
  place: '',
  town: '',
  townId: null,
  townLatitude: null,
  townLongitude: null,
  // Zones of places are for members; a reader's presentation never asks for it.
  campaign: { timeZone: 'UTC' },
  summary: '',
  crowdLow: null,
  crowdHigh: null,
  crowdWords: '',
  crowdCountedBy: '',
  participants: '',
  details: {},
  tags: [],
  privateNote: '',
  latitude: null,
  longitude: null,
  accordingTo: null,
  organizations: [],
  appearances: [],
  demands: [],
  claims: [],
  citations: [],
  inquiries: [],
  photos: [],
} satisfies Partial<SharedRow>

/** A row that was read by `sharedSelect`, in the full shape that presentations know. */
export function wholeRow(row: Partial<SharedRow>): SharedRow {
  const whole = { ...EMPTY, ...row } as SharedRow
  return {
    ...whole,
    appearances: whole.appearances.map((appearance) => ({
      ...{ description: '' },
      ...appearance,
      quotes: (appearance.quotes ?? []).map((quote) => ({
        ...quote,
        citations: passagesOf(quote.citations),
      })),
    })),
    claims: whole.claims.map((claim) => ({ ...claim, citations: passagesOf(claim.citations) })),
    citations: passagesOf(whole.citations),
  }
}

// What was not selected is absent, whatever the type of the full shape says.
function passagesOf(rows: Partial<EntryRow['citations'][number]>[] | undefined) {
  return (rows ?? []).map((row) => ({ exact: '', ...row })) as EntryRow['citations']
}
