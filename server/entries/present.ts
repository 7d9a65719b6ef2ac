import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import { forPlainFields, type PlainFieldName } from '@/lib/entries/fields/plain'
import { sentenceOf } from '@/lib/entries/sentence'
import { nameFor } from '@/lib/people/consent'
import type { ClaimDto, EntryDto, PhotoDto } from '@/lib/record'
import { detailsFrom } from '@/lib/schemas/words'
import { lensRules } from '@/lib/shares/lens'
import { shows, type Audience } from './audience'
import { checkedOf } from './checked'
import { memberAppearance, sharedAppearances, withKnownDemands } from './present-appearance'
import { toDisputes, toReplies } from './present-answers'
import { toCitations } from './present-citation'
import { cameOf } from './present-inquiry'
import {
  detailsWithPlace,
  goesWithPlace,
  placedOf,
  placeIsWithheld,
  placePrecisionFor,
  sharedPlace,
} from './present-place'
import type { EntryRow } from './reading/row'

/** Shown where an account is somebody's whose name may not be shown: it stays an account. */
const SOMEBODY = 'a person who is not named here'

/** A row as this viewer may see it. Everything a reader of a share gets passes through here. */
export function toEntry(row: EntryRow, audience: Audience): EntryDto {
  const { viewer, withhold } = audience
  const shared = viewer.kind === 'share'
  const precision = shared ? placePrecisionFor(row, audience) : row.placePrecision
  const hidden = shared && precision === 'hidden'
  const place = shared ? withhold(sharedPlace(row, audience)) : row.place
  const known = { kind: row.kind, details: detailsFrom(row.details) }
  const details = shared ? detailsWithPlace(known, precision) : known.details
  const appearances = row.appearances.map((appearance) => ({
    ...appearance,
    quotes: appearance.quotes.map((quote) => withKnownDemands(quote, row, viewer)),
  }))
  const entry: Omit<EntryDto, 'sentence'> = {
    id: row.id,
    kind: row.kind,
    alsoKind: shared ? shownKind(row.alsoKind, audience) : row.alsoKind,
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
    // For readers, as exactly as they are told: an edition keeps it, which the link outlives.
    placePrecision: precision,
    crowd: {
      low: row.crowdLow,
      high: row.crowdHigh,
      words: withhold(row.crowdWords),
      countedBy: withhold(row.crowdCountedBy),
    },
    accordingTo: accountOf(row, audience),
    organizations: row.organizations.map(({ part, organization }) => ({ part, ...organization })),
    appearances: shared
      ? sharedAppearances(appearances, audience)
      : appearances.map((appearance) => memberAppearance(appearance, audience)),
    demands: row.demands.map(({ id, relation, stance, organization, demand }) => ({
      id,
      demandId: demand.id,
      number: demand.number,
      wording: withhold(demand.wording),
      relation,
      stance,
      at: organization?.name ?? null,
    })),
    claims: row.claims
      .filter((claim) => !shared || claim.field !== 'place' || !placeIsWithheld(row, audience))
      .map((claim) => toClaim(claim, audience)),
    disputes: toDisputes(row.disputes, audience),
    replies: toReplies(row.replies, audience),
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
    // What is spread comes last: V8 is many times slower at naming a dozen properties after a spread.
    ...checkedOf(row, { toMembers: !shared }),
    ...(!shared && { placed: placedOf(row) }),
    ...forPlainFields((name) => (showsPlain(row, audience, name) ? withhold(row[name]) : '')),
  }
  // A copy of so many properties would take as long as much of the above.
  return Object.assign(entry, { sentence: sentenceOf(entry) })
}

// A kind that a link leaves out is not told by the second kind of an entry that it shows.
function shownKind(kind: EntryRow['alsoKind'], { rules }: Audience): EntryRow['alsoKind'] {
  const { kinds } = rules ?? lensRules.public
  return kind && kinds.includes(kind) ? kind : null
}

// A reader of a share is shown what the rules of its link say, and without rules what everybody is.
function showsPlain(row: EntryRow, audience: Audience, name: PlainFieldName): boolean {
  const { viewer, rules } = audience
  if (viewer.kind !== 'share') return true
  if (goesWithPlace(name, placePrecisionFor(row, audience))) return false
  return (rules ?? lensRules.public).fields.includes(name)
}

function accountOf({ accordingTo }: EntryRow, { viewer, rules }: Audience): string | null {
  if (!accordingTo) return null
  if (viewer.kind !== 'share') return accordingTo.name
  if (rules && !rules.people.includes(accordingTo.consent)) return SOMEBODY
  return nameFor(accordingTo.name, accordingTo.consent) || SOMEBODY
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
