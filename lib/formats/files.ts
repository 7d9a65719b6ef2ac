import { isKeyOf } from '../keys'
import type { ShareScope } from '../schemas/share'
import type { Lens } from '../schemas/words'
import { calendarIcs, calendarFormat } from './calendar-ics'
import { cannotCarry, type Format, type Writer } from './download'
import { entriesCsv, entriesFormat } from './entries-csv'
import { feedAtom, feedFormat } from './feed-atom'
import { placesGeojson, placesFormat } from './places-geojson'
import { recordJson } from './record-json'
import { recordJsonld, jsonldLimits } from './record-jsonld'
import { timelineJson, timelineFormat } from './timeline-json'

/** One file of a link: what it is called for readers, how it is written, and for which lenses. */
export type SharedFile = {
  label: string
  write: Writer
  /** What it has no place for. */
  limits: Pick<Format, 'missing' | 'leavesOut'>
  lenses: readonly Lens[]
  /** Whether programs come back to it, so that it is opened rather than saved. */
  subscribed: boolean
}

const everybody: readonly Lens[] = ['public', 'press', 'ally', 'member']
const closer: readonly Lens[] = ['press', 'ally', 'member']

/** The files of a link by the last part of their address. */
const sharedFiles = {
  'entries.csv': {
    label: 'Table (CSV)',
    write: entriesCsv,
    limits: entriesFormat,
    lenses: everybody,
    subscribed: false,
  },
  'record.json': {
    label: 'Complete (JSON)',
    write: recordJson,
    limits: { missing: ['pictures'] },
    lenses: everybody,
    subscribed: false,
  },
  'calendar.ics': {
    label: 'Calendar',
    write: calendarIcs,
    limits: calendarFormat,
    lenses: everybody,
    subscribed: true,
  },
  'places.geojson': {
    label: 'Places (GeoJSON)',
    write: placesGeojson,
    limits: placesFormat,
    lenses: closer,
    subscribed: false,
  },
  'timeline.json': {
    label: 'TimelineJS',
    write: timelineJson,
    limits: timelineFormat,
    lenses: everybody,
    subscribed: false,
  },
  'feed.atom': {
    label: 'Feed (Atom)',
    write: feedAtom,
    limits: feedFormat,
    lenses: everybody,
    subscribed: true,
  },
  'record.jsonld': {
    label: 'Linked data (JSON-LD)',
    write: recordJsonld,
    limits: jsonldLimits,
    lenses: ['public'],
    subscribed: false,
  },
} satisfies Record<string, SharedFile>
export type SharedFileName = keyof typeof sharedFiles

/** What of a link says which files it has. */
type Offer = { lens: Lens; scope: ShareScope }

/**
 * The file of this name where the link has it, or null. A link to the ledger alone has the one file
 * that holds demands: the others would be empty.
 */
export function sharedFile(name: string, { lens, scope }: Offer): SharedFile | null {
  if (!isKeyOf(sharedFiles, name)) return null
  const file: SharedFile = sharedFiles[name]
  if (scope === 'ledger' && file.limits.missing.includes('demands')) return null
  return file.lenses.includes(lens) ? file : null
}

/** The files that a link has, in the order in which a page offers them. */
export function filesFor(offer: Offer): { name: SharedFileName; file: SharedFile }[] {
  return (Object.keys(sharedFiles) as SharedFileName[]).flatMap((name) => {
    const file = sharedFile(name, offer)
    return file ? [{ name, file }] : []
  })
}

/** What a file leaves out of all that a link can show, in words: for the page that offers it. */
export function fileLeavesOut({ limits }: SharedFile): string[] {
  // No link shows a private note.
  return cannotCarry({ ...limits, missing: limits.missing.filter((part) => part !== 'notes') })
}
