import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import { forPlainFields, plainField, type PlainFieldName } from '@/lib/entries/fields/plain'
import { sentenceOf } from '@/lib/entries/sentence'
import { nameFor, stricter } from '@/lib/people/consent'
import type {
  AppearanceDto,
  CitationDto,
  ClaimDto,
  EntryDto,
  LinkDto,
  PhotoDto,
} from '@/lib/record'
import { detailsFrom } from '@/lib/schemas/words'
import { lensRules, type LensField, type LensRules } from '@/lib/shares/lens'
import type { Viewer } from '../auth/viewer'
import { cameOf } from './present-inquiry'
import { placedOf, placeIsKept, placePrecisionFor, sharedPlace } from './present-place'
import type { EntryRow } from './select'

/**
 * What a presentation needs to know of its reader. `rules` are those of a share link's lens; they
 * only take away, and consent takes away before them.
 */
export type Audience = {
  viewer: Viewer
  withhold: (text: string) => string
  now: Date
  rules?: LensRules
  /** Ids of entries that a link shows, among those that tell what came of an inquiry; none without it. */
  seen?: ReadonlySet<string>
  /** The links of the entries that are read, by entry; see `readLinks`. */
  links?: ReadonlyMap<string, LinkDto[]>
}

/** Shown where an account is somebody's whose name may not be shown: it stays an account. */
const SOMEBODY = 'a person who is not named here'

/** A row as this viewer may see it. Everything a reader of a share gets passes through here. */
export function toEntry(row: EntryRow, audience: Audience): EntryDto {
  const { viewer, withhold } = audience
  const shared = viewer.kind === 'share'
  const hidden = shared && placePrecisionFor(row, audience) === 'hidden'
  const place = shared ? withhold(sharedPlace(row, audience)) : row.place
  const details = detailsFrom(row.details)
  const appearances = row.appearances.map((appearance) => ({
    ...appearance,
    quotes: appearance.quotes.map((quote) => withKnownDemands(quote, row, viewer)),
  }))
  const entry: Omit<EntryDto, 'sentence'> = {
    ...forPlainFields((name) => (showsPlain(row, audience, name) ? withhold(row[name]) : '')),
    id: row.id,
    kind: row.kind,
    lane: row.lane,
    status: row.status,
    title: withhold(row.title),
    edtf: row.edtf,
    firstDay: isoDayOf(row.firstDay),
    lastDay: isoDayOf(row.lastDay),
    // The clocks of a place, and the hour by them, tell where about it lies.
    time: hidden ? null : row.timeOfDay,
    timeZone: hidden ? null : row.timeZone,
    place,
    placePrecision: row.placePrecision,
    ...(!shared && { placed: placedOf(row) }),
    crowd: {
      low: row.crowdLow,
      high: row.crowdHigh,
      words: withhold(row.crowdWords),
      countedBy: withhold(row.crowdCountedBy),
    },
    accordingTo: accountOf(row, audience),
    organizations: row.organizations.map(({ part, organization }) => ({ part, ...organization })),
    appearances: appearances.flatMap((appearance) =>
      shared ? sharedAppearance(appearance, audience) : [memberAppearance(appearance, audience)],
    ),
    demands: row.demands
      .filter(({ demand }) => demand.trashedAt === null)
      .map(({ id, relation, stance, organization, demand }) => ({
        id,
        demandId: demand.id,
        number: demand.number,
        wording: withhold(demand.versions[0]?.wording ?? ''),
        relation,
        stance,
        at: organization?.name ?? null,
      })),
    claims: row.claims
      .filter((claim) => !shared || claim.field !== 'place' || !placeIsKept(row, audience))
      .map((claim) => toClaim(claim, audience)),
    citations: toCitations(row.citations, audience),
    inquiries: row.inquiries.map(({ id, through, edtf, askedBy, recipients, updates }) => ({
      id,
      through: withhold(through),
      edtf,
      askedBy: askedBy?.name ?? null,
      recipients: recipients.map(({ outcome, organization }) => ({
        name: organization.name,
        ...cameOf(
          outcome,
          updates.filter(({ organizationId }) => organizationId === organization.id),
          audience,
        ),
      })),
    })),
    photos:
      shared && !shows(audience, 'photos')
        ? []
        : row.photos.map((photo) => toPhoto(photo, audience)),
    links: audience.links?.get(row.id) ?? [],
    details: Object.fromEntries(
      Object.entries(details).map(([name, value]) => [
        name,
        typeof value === 'string' ? withhold(value) : value,
      ]),
    ),
    tags: shared && !shows(audience, 'tags') ? [] : row.tags.map(withhold),
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
  }
  return { ...entry, sentence: sentenceOf(entry) }
}

/** Whether a link's lens lets a field through. */
export function shows({ rules }: Audience, field: LensField): boolean {
  return rules?.fields.includes(field) ?? false
}

// A reader of a share is shown what the rules of its link say, and without rules what everybody is.
function showsPlain(row: EntryRow, audience: Audience, name: PlainFieldName): boolean {
  const { viewer, rules } = audience
  if (viewer.kind !== 'share') return true
  if (plainField(name).exactPlace && placeIsKept(row, audience)) return false
  return (rules ?? lensRules.public).fields.includes(name)
}

function accountOf({ accordingTo }: EntryRow, { viewer, rules }: Audience): string | null {
  if (!accordingTo) return null
  if (viewer.kind !== 'share') return accordingTo.name
  if (rules && !rules.people.includes(accordingTo.consent)) return SOMEBODY
  return nameFor(accordingTo.name, accordingTo.consent) || SOMEBODY
}

type AppearanceRow = EntryRow['appearances'][number]
type QuoteRow = AppearanceRow['quotes'][number]

// A group, or somebody whose name nobody knows: there is no name to keep.
const NOBODY = { id: null, name: '', consent: 'named' } as const

function memberAppearance(
  { id, role, description, affiliation, person, quotes }: AppearanceRow,
  audience: Audience,
): AppearanceDto {
  const { id: personId, name, consent } = person ?? NOBODY
  return {
    ...{ id, personId, name, role, description, affiliation, consent },
    quotes: quotes.map((quote) => ({
      ...quote,
      citations: toCitations(quote.citations, audience),
      demands: toQuoteDemands(quote.demands, audience),
    })),
  }
}

// A quote may be stricter than its speaker: it then stands apart, under an id of its own and
// without the description, so that the open name beside it does not give it away. A hidden one is
// left out altogether.
function sharedAppearance(
  { id, role, description, affiliation, person, quotes }: AppearanceRow,
  audience: Audience,
): AppearanceDto[] {
  const own = person ?? NOBODY
  const groups = new Map<string, AppearanceDto>()
  const add = (consent: AppearanceDto['consent'], ownId: string): AppearanceDto | null => {
    const name = nameFor(own.name, consent)
    const isKept = person !== null && audience.rules && !audience.rules.people.includes(consent)
    if (name === null || isKept) return null
    const known = groups.get(consent)
    if (known) return known
    const tells = consent === own.consent || person === null
    const made: AppearanceDto = {
      id: ownId,
      personId: null,
      name,
      role,
      description: tells ? audience.withhold(description) : '',
      affiliation: tells ? audience.withhold(affiliation) : '',
      consent,
      quotes: [],
    }
    groups.set(consent, made)
    return made
  }
  add(own.consent, id)
  for (const quote of quotes) {
    const consent = stricter(own.consent, quote.consent)
    add(consent, quote.id)?.quotes.push({
      id: quote.id,
      text: audience.withhold(quote.text),
      consent: null,
      citations: toCitations(quote.citations, audience).map((citation) => ({
        ...citation,
        exact: '',
      })),
      demands: toQuoteDemands(quote.demands, audience),
    })
  }
  return [...groups.values()]
}

// What an entry raises or answers is known to whoever sees it; another demand may stand in drafts alone.
function withKnownDemands(quote: QuoteRow, { demands }: EntryRow, viewer: Viewer): QuoteRow {
  const edits =
    viewer.kind !== 'share' && !(viewer.kind === 'organizer' && viewer.role === 'viewer')
  if (edits) return quote
  const own = new Set(demands.map(({ demand }) => demand.id))
  return { ...quote, demands: quote.demands.filter(({ demand }) => own.has(demand.id)) }
}

function toQuoteDemands(
  rows: QuoteRow['demands'],
  { withhold }: Audience,
): AppearanceDto['quotes'][number]['demands'] {
  return rows.map(({ demand: { id, number, versions } }) => ({
    ...{ demandId: id, number, wording: withhold(versions[0]?.wording ?? '') },
  }))
}

function toClaim(
  { citations, saidBy, value, reason, ...claim }: EntryRow['claims'][number],
  audience: Audience,
): ClaimDto {
  return {
    ...claim,
    value: claim.field === 'date' ? value : audience.withhold(value),
    saidBy: audience.withhold(saidBy),
    reason: audience.withhold(reason),
    citations: toCitations(citations, audience),
  }
}

function toPhoto({ suffixes, ...photo }: EntryRow['photos'][number], audience: Audience): PhotoDto {
  return {
    ...photo,
    caption: audience.withhold(photo.caption),
    credit: audience.withhold(photo.credit),
    alt: audience.withhold(photo.alt),
    files: suffixes,
  }
}

type SourceRow = EntryRow['citations'][number]['source']
type CitedRow = Omit<EntryRow['citations'][number], 'source'> & {
  source: Omit<SourceRow, 'pictures'> & Partial<Pick<SourceRow, 'pictures'>>
}

/** Citations as this viewer may see them. */
export function toCitations(rows: CitedRow[], { viewer, withhold }: Audience): CitationDto[] {
  return rows.map(({ id, exact, prefix, suffix, match, source }) => ({
    id,
    exact: withhold(exact),
    ...((match === 'absent' || match === 'moved') && { missing: match }),
    // The captured text is for members.
    ...(viewer.kind !== 'share' && exact !== '' && { near: { prefix, suffix } }),
    source: toSource(source, withhold),
  }))
}

function toSource(
  { pictures = [], ...source }: CitedRow['source'],
  withhold: Audience['withhold'],
): CitationDto['source'] {
  const told = pictures
    .filter(({ caption, credit }) => caption !== '' || credit !== '')
    .map(({ caption, credit }) => ({ caption: withhold(caption), credit: withhold(credit) }))
  return {
    ...{ ...source, title: withhold(source.title), publisher: withhold(source.publisher) },
    ...(told.length > 0 && { pictures: told }),
  }
}
