import 'server-only'
import { nameFor, stricter } from '@/lib/people/consent'
import type { AppearanceDto } from '@/lib/record'
import type { Viewer } from '../auth/viewer'
import type { Audience } from './audience'
import { checkOf } from './checked'
import { toDisputes } from './present-answers'
import { toCitations } from './present-citation'
import type { AppearanceRow, EntryRow, QuoteRow } from './reading/row'

// A group, or somebody whose name nobody knows: there is no name to keep.
const NOBODY = { id: null, name: '', consent: 'named' } as const

/** An appearance as members see it. */
export function memberAppearance(
  { id, role, description, affiliation, person, quotes }: AppearanceRow,
  audience: Audience,
): AppearanceDto {
  const { id: personId, name, consent } = person ?? NOBODY
  return {
    ...{ id, personId, name, role, description, affiliation, consent },
    quotes: quotes.map((quote) => ({
      ...{ id: quote.id, text: quote.text, consent: quote.consent },
      citations: toCitations(quote.citations, audience),
      disputes: toDisputes(quote.disputes, audience),
      demands: toQuoteDemands(quote.demands, audience),
      ...checkOf(quote, { toMembers: true }),
    })),
  }
}

/**
 * The appearances of an entry as readers of a share see them. A quote may be stricter than its speaker:
 * it then stands apart, under an id of its own and without the description. All of these come last, in
 * the order of their words, so that neither the open name beside one nor its place in the list gives
 * the speaker away. A hidden one is left out altogether.
 */
export function sharedAppearances(rows: AppearanceRow[], audience: Audience): AppearanceDto[] {
  const groups = rows.flatMap((row) => sharedGroups(row, audience))
  const own = groups.filter(({ isApart }) => !isApart)
  const apart = groups.filter(({ isApart }) => isApart)
  const words = ({ shown }: Group) => shown.quotes[0]?.text ?? ''
  apart.sort((a, b) => (words(a) < words(b) ? -1 : 1))
  return [...own, ...apart].map(({ shown }) => shown)
}

type Group = { shown: AppearanceDto; isApart: boolean }

function sharedGroups(
  { id, role, description, affiliation, person, quotes }: AppearanceRow,
  audience: Audience,
): Group[] {
  const own = person ?? NOBODY
  const groups = new Map<string, AppearanceDto>()
  const add = (consent: AppearanceDto['consent'], ownId: string): AppearanceDto | null => {
    const name = nameFor(own.name, consent)
    const isWithheld = person !== null && audience.rules && !audience.rules.people.includes(consent)
    if (name === null || isWithheld) return null
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
      disputes: toDisputes(quote.disputes, audience),
      demands: toQuoteDemands(quote.demands, audience),
      ...checkOf(quote, { toMembers: false }),
    })
  }
  return [...groups].map(([consent, shown]) => ({ shown, isApart: consent !== own.consent }))
}

/**
 * A quote with the demands that this viewer may know: what an entry raises or answers is known to
 * whoever sees it; another demand may stand in drafts alone.
 */
export function withKnownDemands(quote: QuoteRow, { demands }: EntryRow, viewer: Viewer): QuoteRow {
  const edits =
    viewer.kind !== 'share' && !(viewer.kind === 'organizer' && viewer.role === 'viewer')
  if (edits) return quote
  const own = new Set(demands.map(({ demand }) => demand.id))
  return { ...quote, demands: quote.demands.filter(({ id }) => own.has(id)) }
}

function toQuoteDemands(
  rows: QuoteRow['demands'],
  { withhold }: Audience,
): AppearanceDto['quotes'][number]['demands'] {
  return rows.map(({ id, number, wording }) => ({
    ...{ demandId: id, number, wording: withhold(wording) },
  }))
}
