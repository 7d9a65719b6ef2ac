import type { Lens } from '../schemas/words'
import { calendarIcs } from './calendar-ics'
import type { Writer } from './download'
import { entriesCsv } from './entries-csv'
import { feedAtom } from './feed-atom'
import { placesGeojson } from './places-geojson'
import { recordJson } from './record-json'
import { recordJsonld } from './record-jsonld'
import { timelineJson } from './timeline-json'

/** One file of a link: what it is called for readers, how it is written, and for which lenses. */
export type SharedFile = {
  label: string
  write: Writer
  lenses: readonly Lens[]
  /** Whether programs come back to it, so that it is opened rather than saved. */
  subscribed: boolean
}

const everybody: readonly Lens[] = ['public', 'press', 'ally', 'member']
const closer: readonly Lens[] = ['press', 'ally', 'member']

/** The files of a link by the last part of their address. */
const sharedFiles = {
  'entries.csv': { label: 'Table (CSV)', write: entriesCsv, lenses: everybody, subscribed: false },
  'record.json': {
    label: 'Complete (JSON)',
    write: recordJson,
    lenses: everybody,
    subscribed: false,
  },
  'calendar.ics': { label: 'Calendar', write: calendarIcs, lenses: everybody, subscribed: true },
  'places.geojson': {
    label: 'Places (GeoJSON)',
    write: placesGeojson,
    lenses: closer,
    subscribed: false,
  },
  'timeline.json': {
    label: 'TimelineJS',
    write: timelineJson,
    lenses: everybody,
    subscribed: false,
  },
  'feed.atom': { label: 'Feed (Atom)', write: feedAtom, lenses: everybody, subscribed: true },
  'record.jsonld': {
    label: 'Linked data (JSON-LD)',
    write: recordJsonld,
    lenses: ['public'],
    subscribed: false,
  },
} satisfies Record<string, SharedFile>
export type SharedFileName = keyof typeof sharedFiles

/** The file of this name where the lens has it, or null. */
export function sharedFile(name: string, lens: Lens): SharedFile | null {
  if (!Object.hasOwn(sharedFiles, name)) return null
  const file: SharedFile = sharedFiles[name as SharedFileName]
  return file.lenses.includes(lens) ? file : null
}

/** The files that a lens has, in the order in which a page offers them. */
export function filesFor(lens: Lens): { name: SharedFileName; file: SharedFile }[] {
  return (Object.keys(sharedFiles) as SharedFileName[]).flatMap((name) => {
    const file = sharedFile(name, lens)
    return file ? [{ name, file }] : []
  })
}
