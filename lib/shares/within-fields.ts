import { needsSource } from '../entries/relations'
import { emptyEntry } from '../entries/fields/empty'
import { forPlainFields, type PlainFieldName } from '../entries/fields/plain'
import type { AppearanceDto, CitationDto } from '../record'
import type { EditionContent } from './edition'
import type { LensField, LensRules } from './lens'
import type { LinkedDemand, LinkedEntry } from './record'

type Part = Exclude<LensField, PlainFieldName>
type Without<T> = (whole: T) => Partial<T>

const NOTHING = emptyEntry()

/** What a link says of standings whose maker keeps them back. */
const NO_STANDING = {
  ...{ standing: null, since: null, evidence: null, evidenceKept: false, note: '', history: [] },
  ...{ checked: undefined, clock: undefined, disputes: [] },
}

// What is left of an entry that lost a part; every part must say it, so that no new one is forgotten.
const ENTRY: Record<Part, Without<LinkedEntry>> = {
  crowd: ({ claims }) => ({
    crowd: NOTHING.crowd,
    claims: claims.filter(({ field }) => field !== 'crowd'),
  }),
  account: () => ({ accordingTo: null }),
  organizations: () => ({ organizations: [] }),
  people: () => ({ appearances: [] }),
  descriptions: ofAppearances((one) => ({ ...one, description: '', affiliation: '' })),
  // Words that are stricter than their speaker stand apart under an id of their own.
  quotes: ({ appearances }) => ({
    appearances: appearances
      .filter((one) => !one.quotes.some(({ id }) => id === one.id))
      .map((one) => ({ ...one, quotes: [] })),
  }),
  demands: (entry) => ({
    demands: [],
    ...ofQuotes((quote) => ({ ...quote, demands: [] }))(entry),
  }),
  standings: () => ({}),
  assessmentNotes: () => ({}),
  earlierWordings: () => ({}),
  claims: () => ({ claims: [] }),
  sources: (entry) => {
    const bare = citing(entry, () => [])
    // That one thing caused another is not shown without who says so.
    const isTold = ({ relation, accordingTo }: (typeof entry.links)[number]) =>
      !needsSource(relation) || accordingTo !== ''
    return { ...bare, links: bare.links.filter(isTold) }
  },
  passages: (entry) =>
    citing(entry, (citations, isSaid) =>
      citations.map((one) => ({
        ...{ ...one, exact: '' },
        // Words are shown beside their source, so that whether they are there is shown as well.
        ...(!isSaid && 'missing' in one && { missing: undefined }),
      })),
    ),
  inquiries: () => ({ inquiries: [] }),
  details: () => ({ details: {} }),
  photos: () => ({ photos: [] }),
  links: () => ({ links: [] }),
  tags: () => ({ tags: [] }),
  coordinates: () => ({ coordinates: null }),
}

const DEMAND: Partial<Record<LensField, Without<LinkedDemand>>> = {
  standings: ({ targets }) => ({ targets: targets.map((one) => ({ ...one, ...NO_STANDING })) }),
  assessmentNotes: ofTargets((target) => ({ ...target, note: '' })),
  earlierWordings: () => ({ earlier: [] }),
  sources: ofTargets((target) => ({
    ...target,
    disputes: target.disputes.map((one) => ({ ...one, citations: [] })),
  })),
}

/** What was frozen behind a link, without the parts that the link does not show any more. */
export function withinFields<Frozen extends Pick<EditionContent, 'entries' | 'demands'>>(
  frozen: Frozen,
  rules: LensRules,
): Frozen {
  const { fields, kinds } = rules
  const parts = (Object.keys(ENTRY) as Part[]).filter((part) => !fields.includes(part))
  const shown = new Set<string>(fields)
  return {
    ...frozen,
    entries: frozen.entries.map((entry) => {
      const left = parts.reduce<LinkedEntry>(
        (whole, part) => ({ ...whole, ...ENTRY[part](whole) }),
        entry,
      )
      return {
        ...left,
        // A kind that a link leaves out is not told by the second kind of an entry that it shows.
        alsoKind: left.alsoKind && kinds.includes(left.alsoKind) ? left.alsoKind : null,
        ...forPlainFields((name) => (shown.has(name) ? left[name] : '')),
      }
    }),
    demands: fields.includes('demands')
      ? frozen.demands.map((demand) => demandWithin(demand, rules))
      : [],
  }
}

/** A demand without the parts that a link does not show. */
export function demandWithin(demand: LinkedDemand, { fields }: LensRules): LinkedDemand {
  const lost = Object.entries(DEMAND).filter(([part]) => !fields.includes(part as LensField))
  return lost.reduce((whole, [, without]) => ({ ...whole, ...without(whole) }), demand)
}

function ofAppearances(change: (one: AppearanceDto) => AppearanceDto): Without<LinkedEntry> {
  return ({ appearances }) => ({ appearances: appearances.map(change) })
}

function ofQuotes(
  change: (quote: AppearanceDto['quotes'][number]) => AppearanceDto['quotes'][number],
): Without<LinkedEntry> {
  return ofAppearances((one) => ({ ...one, quotes: one.quotes.map(change) }))
}

function ofTargets(
  change: (target: LinkedDemand['targets'][number]) => LinkedDemand['targets'][number],
): Without<LinkedDemand> {
  return ({ targets }) => ({ targets: targets.map(change) })
}

// All that cites sources; `isSaid` where it is somebody's own words.
function citing(
  { appearances, claims, disputes, replies, citations, links }: LinkedEntry,
  change: (citations: CitationDto[], isSaid?: boolean) => CitationDto[],
) {
  const each = <T extends { citations: CitationDto[] }>(some: T[], isSaid = false): T[] =>
    some.map((one) => ({ ...one, citations: change(one.citations, isSaid) }))
  return {
    appearances: appearances.map((one) => ({
      ...one,
      quotes: each(one.quotes, true).map((quote) => ({
        ...quote,
        disputes: each(quote.disputes),
      })),
    })),
    claims: each(claims),
    disputes: each(disputes),
    replies: each(replies, true),
    citations: change(citations),
    links: each(links),
  }
}
