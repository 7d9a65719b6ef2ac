import { dateInWords, isExact, isKnownToTheDay } from '../dates/words'
import { nameList } from '../kinds/define'
import { signsInWords } from '../entries/signs'
import { kindsInWords, laneLabels } from '../kinds/index'
import type { Lane } from '../kinds/names'
import { entryStatusLabels } from '../schemas/words'
import { groupByMonth } from './months'
import type { StoryEntry, StoryPage } from './story'

/**
 * A closed entry as the story draws it. All of its words are made already: a page that shows more
 * of them needs no registry of kinds and no calendar. What is empty is left out, since a page holds
 * many of them.
 */
export type DrawnEntry = {
  id: string
  lane: Lane
  /** The lane and the kind. */
  kind: string
  /** Of what is not published. */
  status?: string
  title: string
  /** In words, and for machines where it is one plain day. */
  date: string
  machine?: string
  /** Whether its first and last day are known. */
  lasts?: true
  /** Its first possible day, ISO, where `machine` does not begin with it. */
  day?: string
  sentence?: string
  /** How its summary begins, and whose account it is. */
  summary?: string
  account?: string
  people?: string
  demands?: StoryEntry['demands']
  source?: string
  /** What its signs say. */
  signs?: string[]
  /** What stands in it, as the link says that opens it. */
  holds: string
}

/** Entries of one month that follow each other, under its name; `month` is YYYY-MM. */
export type DrawnMonth = { month: string; label: string; entries: DrawnEntry[] }

/** A window of the story, drawn, with the cursors of the windows after and before it. */
export type DrawnWindow = { months: DrawnMonth[]; next: string | null; previous: string | null }

const MOST_PEOPLE = 6
const MOST_SUMMARY = 200

/** Draws a window of the story. */
export function drawWindow({ entries, next, previous }: StoryPage): DrawnWindow {
  return { months: drawMonths(entries), next, previous }
}

/** Draws entries under their months; the order stays. */
function drawMonths(entries: StoryEntry[]): DrawnMonth[] {
  return groupByMonth(entries).map((group) => ({ ...group, entries: group.entries.map(drawEntry) }))
}

function drawEntry(entry: StoryEntry): DrawnEntry {
  const machine = isExact(entry.edtf)
    ? entry.time
      ? `${entry.edtf}T${entry.time}`
      : entry.edtf
    : null
  const more = entry.people.length - MOST_PEOPLE
  return {
    id: entry.id,
    lane: entry.lane,
    kind: `${laneLabels[entry.lane]}: ${kindsInWords(entry).toLowerCase()}`,
    title: entry.title,
    date: dateInWords(entry.edtf, { time: entry.time, zone: entry.timeZone }),
    holds: holds(entry),
    ...(entry.status !== 'published' && { status: entryStatusLabels[entry.status] }),
    ...(machine !== null ? { machine } : isKnownToTheDay(entry.edtf) && { lasts: true }),
    ...(!machine?.startsWith(entry.firstDay) && { day: entry.firstDay }),
    ...(entry.sentence && { sentence: entry.sentence }),
    ...(entry.summary && { summary: beginning(entry.summary) }),
    ...(entry.summary && entry.accordingTo && { account: entry.accordingTo }),
    ...(entry.people.length > 0 && {
      people: nameList([
        ...entry.people.slice(0, MOST_PEOPLE),
        ...(more > 0 ? [`${more} more`] : []),
      ]),
    }),
    ...(entry.demands.length > 0 && { demands: entry.demands }),
    ...(entry.source && {
      source: entry.source.name + (entry.source.more > 0 ? ` and ${entry.source.more} more` : ''),
    }),
    ...(entry.signs.length > 0 && { signs: signsInWords(entry.signs) }),
  }
}

// The first paragraph, cut between two words where it is long.
function beginning(summary: string): string {
  const [first = ''] = summary.trim().split(/\n{2,}/)
  if (first.length <= MOST_SUMMARY) return first
  const cut = first.slice(0, MOST_SUMMARY)
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1 || undefined).trimEnd()} …`
}

function holds({ summary, quotes, source, demands }: StoryEntry): string {
  const parts = [
    summary !== '' && 'the account',
    quotes > 0 && (quotes === 1 ? 'a quote' : `${quotes} quotes`),
    source && 'sources',
    demands.length > 0 && 'demands',
  ].filter((part) => part !== false && part !== null)
  return parts.length === 0 ? 'Open' : `Open ${nameList(parts)}`
}
