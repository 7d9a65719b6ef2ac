import { daySpanInWords, spanLength } from '../demands/spans'
import { inquiryOutcomeLabels, keysOf, standingLabels } from '../schemas/words'
import type { ScoreCell, ScoreEntry, ScoreFacts, ScoreInquiry } from './scorecard'

/** What a number of a scorecard counts. */
type Counted =
  | { sort: 'cells'; cells: ScoreCell[] }
  | { sort: 'entries'; entries: ScoreEntry[] }
  | { sort: 'inquiries'; inquiries: ScoreInquiry[] }

/** One number of a scorecard, never without what it is a part of. */
export type Measure = {
  key: string
  label: string
  /** The number in words: "2 of 5". */
  text: string
  /** What has to be known to read it right. */
  note: string
  value: number | null
  /** What `value` is a part of; null where it is no part of anything. */
  of: number | null
  counted: Counted
}

/**
 * The numbers of a scorecard, each with the very things that it counts, so that no number can
 * differ from the list that it opens. They say what is on record, and are no verdict.
 */
export function measuresOf({ cells, entries, inquiries }: ScoreFacts): Measure[] {
  const raised = cells.filter((cell) => cell.raised !== null)
  const answered = raised.filter((cell) => cell.answered !== null)
  const silent = raised.filter((cell) => cell.answered === null)
  return [
    {
      ...ofCells('demands', 'Demands made of it', cells, null),
      text: String(cells.length),
      note: 'Each demand counts once at each target.',
    },
    {
      ...ofCells('answered', 'Answered', answered, raised.length),
      note: 'Any word on record counts as a response, also a refusal.',
    },
    {
      ...ofCells('silent', 'No response on record', silent, raised.length),
      note: longest(silent),
    },
    medianOf(answered),
    ...keysOf(standingLabels).flatMap((standing) => {
      const there = cells.filter((cell) => cell.standing === standing)
      if (there.length === 0 && standing !== 'met') return []
      return [ofCells(`standing-${standing}`, standingLabels[standing], there, cells.length)]
    }),
    {
      ...ofCells(
        'reversals',
        'Reversed at some time',
        cells.filter((one) => one.reversed),
        cells.length,
      ),
      note: 'Something was won, and then reversed.',
    },
    ofEntries('wins', 'Wins logged', entries.filter(isWin), ''),
    ofEntries(
      'retaliation',
      'Accounts of retaliation',
      entries.filter(isAccount),
      accounts(entries),
    ),
    ...keysOf(inquiryOutcomeLabels).flatMap((outcome) => {
      const there = inquiries.filter((one) => one.outcome === outcome)
      if (there.length === 0) return []
      return [
        {
          ...{
            key: `inquiries-${outcome}`,
            label: `Inquiries: ${lower(inquiryOutcomeLabels[outcome])}`,
          },
          ...{ value: there.length, of: inquiries.length, note: '' },
          text: `${there.length} of ${inquiries.length}`,
          counted: { sort: 'inquiries' as const, inquiries: there },
        },
      ]
    }),
  ]
}

function ofCells(key: string, label: string, cells: ScoreCell[], of: number | null): Measure {
  const text = of === null ? String(cells.length) : `${cells.length} of ${of}`
  return { key, label, text, note: '', value: cells.length, of, counted: { sort: 'cells', cells } }
}

function ofEntries(key: string, label: string, entries: ScoreEntry[], note: string): Measure {
  return {
    ...{ key, label, note, value: entries.length, of: null, text: String(entries.length) },
    counted: { sort: 'entries', entries },
  }
}

const isWin = ({ kind }: ScoreEntry) => kind === 'win' || kind === 'partial_win'
const isAccount = ({ kind }: ScoreEntry) => kind === 'retaliation'
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function longest(silent: ScoreCell[]): string {
  const most = Math.max(-1, ...silent.flatMap(({ span }) => (span ? [spanLength(span)] : [])))
  if (most < 0) return ''
  return `The longest for ${daySpanInWords({ least: most, most: null, about: false })}.`
}

function medianOf(answered: ScoreCell[]): Measure {
  const lengths = answered.flatMap(({ span }) => (span ? [spanLength(span)] : []))
  const median = middle(lengths)
  const words =
    median === null
      ? 'Not known'
      : `${median.toLocaleString('en')} ${median === 1 ? 'day' : 'days'}`
  return {
    ...ofCells('median', 'Median time to a response', answered, null),
    text: words,
    value: median,
    note: `Over ${lengths.length} ${lengths.length === 1 ? 'response' : 'responses'}; where dates are uncertain, the fewest days that they allow.`,
  }
}

/** The middle one of some numbers, or the mean of the middle two; null of none. */
export function middle(numbers: number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[half - 1], sorted[half]]
  if (high === undefined) return null
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2
}

function accounts(entries: ScoreEntry[]): string {
  const theirs = entries.filter(isAccount)
  const names = [...new Set(theirs.flatMap(({ accordingTo }) => accordingTo ?? []))]
  const nameless = theirs.filter(({ accordingTo }) => accordingTo === null).length
  return [
    names.length > 0 && `According to ${names.join(', ')}.`,
    nameless > 0 && `${nameless} without the name of whose account it is.`,
  ]
    .filter(Boolean)
    .join(' ')
}
