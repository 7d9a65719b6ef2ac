import type { CaptureResult } from '../../lib/capture/types'
import type { Gold } from './gold'

/** Right ones among those found, and among those that are there. */
export type Tally = { found: number; right: number; there: number; met: number }
export const FIELDS = [
  'quotes',
  'demands',
  'organizations',
  'people',
  'dates',
  'places',
  'crowds',
  'nonResponses',
  'kind',
] as const
export type Field = (typeof FIELDS)[number]
export type Miss = { field: Field; wrong: string[]; missed: string[] }

const fold = (words: string) =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether two names mean one: equal, or one begins or ends the other at a word. */
function sameName(one: string, other: string): boolean {
  const [a, b] = [
    fold(one).replace(/^(?:the|la|el|die|der|das) /u, ''),
    fold(other).replace(/^(?:the|la|el|die|der|das) /u, ''),
  ]
  return (
    a === b ||
    a.endsWith(` ${b}`) ||
    b.endsWith(` ${a}`) ||
    a.startsWith(`${b} `) ||
    b.startsWith(`${a} `)
  )
}
const anyName = (one: string, others: string) =>
  others.split('|').some((other) => sameName(one, other))

const ACTIONS = new Set(
  'rally march picket vigil walkout strike boycott vote petition open_letter direct_action press_conference teach_in meeting shareholder_action legal_action hearing online_action lockout'.split(
    ' ',
  ),
)

/** The kind of the action, where the first draft is one. */
function actionKinds({ drafts: [first] }: CaptureResult): string[] {
  return first && ACTIONS.has(first.kind) ? [first.kind] : []
}

/** Compares what was read with what a person found, field by field. */
export function score(
  result: CaptureResult,
  gold: Gold,
): { tallies: Record<Field, Tally>; misses: Miss[] } {
  const misses: Miss[] = []
  const compare = <F, G>(
    field: Field,
    found: F[],
    wanted: G[],
    same: (f: F, g: G) => boolean,
    say: (x: F | G) => string,
  ): Tally => {
    const wrong = found.filter((one) => !wanted.some((other) => same(one, other)))
    const missed = wanted.filter((other) => !found.some((one) => same(one, other)))
    if (wrong.length + missed.length > 0)
      misses.push({ field, wrong: wrong.map(say), missed: missed.map(say) })
    return {
      found: found.length,
      right: found.length - wrong.length,
      there: wanted.length,
      met: wanted.length - missed.length,
    }
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  const speakerRight = (speaker: string, wanted: string) =>
    wanted
      .split('|')
      .some(
        (one) =>
          sameName(speaker, one) ||
          fold(speaker).includes(fold(one)) ||
          (fold(one).includes(fold(speaker)) && fold(speaker).length > 3),
      )
  const tallies = {
    quotes: compare(
      'quotes',
      result.quotes.map(({ value }) => value),
      gold.quotes,
      (f, g) =>
        (fold(f.text).includes(fold(g.words)) || fold(g.words).includes(fold(f.text))) &&
        speakerRight(f.speaker, g.speaker),
      (x) =>
        text(
          'text' in x
            ? `${x.speaker}: ${x.text.slice(0, 60)}`
            : `${x.speaker}: ${x.words.slice(0, 60)}`,
        ),
    ),
    demands: compare(
      'demands',
      result.demands.map(({ value }) => value),
      gold.demands,
      (f, g) =>
        g.words.every((word) => fold(f.wording).includes(fold(word))) &&
        (g.target === '' || f.targets.some((one) => anyName(one, g.target))) &&
        g.counterparties.every((party) => f.counterparties.some((one) => anyName(one, party))),
      text,
    ),
    organizations: compare(
      'organizations',
      result.organizations.map(({ value }) => [value.name, ...value.otherNames].join('|')),
      gold.organizations,
      (f, g) => f.split('|').some((one) => anyName(one, g)),
      text,
    ),
    people: compare(
      'people',
      result.people.map(({ value }) => value.name),
      gold.people,
      sameName,
      text,
    ),
    dates: compare(
      'dates',
      result.dates.map(({ value }) => value.edtf),
      gold.dates,
      (f, g) => g.split('|').some((one) => one.replace(/[~?%]/g, '') === f.replace(/[~?%]/g, '')),
      text,
    ),
    places: compare(
      'places',
      result.places.map(({ value }) => value),
      gold.places,
      anyName,
      text,
    ),
    crowds: compare(
      'crowds',
      result.crowds.map(({ value }) => value),
      gold.crowds,
      (f, g) => f.low === g.low && f.high === g.high,
      text,
    ),
    nonResponses: compare(
      'nonResponses',
      result.nonResponses.map(({ value }) => value),
      gold.nonResponses,
      (f, g) => anyName(f.organization, g.organization) && f.outcome === g.outcome,
      text,
    ),
    kind: compare(
      'kind',
      actionKinds(result),
      gold.kind === '' ? [] : [gold.kind],
      (f, g) => g.split('|').includes(f),
      text,
    ),
  }
  return { tallies, misses }
}
