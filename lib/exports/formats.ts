import { isKeyOf } from '../keys'
import { calendarFormat } from '../formats/calendar-ics'
import { cannotCarry, type Format } from '../formats/download'
import type { Part } from '../formats/parts'
import { entriesFormat } from '../formats/entries-csv'
import { workbookFormat } from '../formats/entries-xlsx'
import { feedFormat } from '../formats/feed-atom'
import { markdownFormat } from '../formats/markdown'
import { placesFormat } from '../formats/places-geojson'
import { bibtexFormat, cslFormat, type SourcesFormat } from '../formats/sources'
import { timelineFormat } from '../formats/timeline-json'
import { pressKit } from '../press-kit/losses'
import { notInRecordWords } from './not-in-record'

/** A format that members can take their record out in. */
export type ExportFormat = {
  label: string
  /** What it is for, in a sentence. */
  use: string
  /** How the file's name ends. */
  ending: string
  type: string
  /** How its entries are written; null for what is written from the database's own rows. */
  format: Format | null
  /** How its sources are written, where it holds nothing else. */
  sources: SourcesFormat | null
  /** Whether the pictures themselves are in it. */
  pictures?: true
  /** Set where it holds what a link of this lens would show, and not what members see. */
  lens?: 'press' | 'public'
}

const RECORD = 'application/json; charset=utf-8'

/** The formats by the names that the command line and addresses use. */
const exportFormats = {
  json: {
    label: 'Complete record (JSON)',
    use: 'Everything that you may see, to keep or to move to another installation.',
    ending: 'json',
    type: RECORD,
    format: null,
    sources: null,
  },
  zip: {
    label: 'Complete record with photos (ZIP)',
    use: 'The same with every photo as it is stored, and the SHA-256 of each file.',
    ending: 'zip',
    type: 'application/zip',
    format: null,
    sources: null,
    pictures: true,
  },
  csv: {
    label: 'Table (CSV)',
    use: 'One row for each entry, for any spreadsheet.',
    ...written(entriesFormat, 'csv'),
  },
  xlsx: {
    label: 'Workbook (XLSX)',
    use: 'The same table for Excel, LibreOffice and Numbers; nothing in it is a formula.',
    ...written(workbookFormat, 'xlsx'),
  },
  markdown: {
    label: 'Document (Markdown)',
    use: 'Demands, then the timeline with quotes and sources, for any editor.',
    ...written(markdownFormat, 'md'),
  },
  ics: {
    label: 'Calendar (iCalendar)',
    use: 'One event for each entry, for any calendar.',
    ...written(calendarFormat, 'ics'),
  },
  geojson: {
    label: 'Places (GeoJSON)',
    use: 'One point for each entry with coordinates, for maps.',
    ...written(placesFormat, 'geojson'),
  },
  timelinejs: {
    label: 'TimelineJS (JSON)',
    use: 'For TimelineJS, with the first source of each entry as its medium.',
    ...written(timelineFormat, 'timeline.json'),
  },
  atom: {
    label: 'Feed (Atom)',
    use: 'The entries that changed last, for feed readers.',
    ...written(feedFormat, 'atom'),
  },
  bibtex: {
    label: 'Sources (BibTeX)',
    use: 'Every source that is cited, for LaTeX and reference managers.',
    ...ofSources(bibtexFormat, 'bib'),
  },
  csl: {
    label: 'Sources (CSL-JSON)',
    use: 'Every source that is cited, for Zotero, Pandoc and word processors.',
    ...ofSources(cslFormat, 'csl.json'),
  },
  'press-kit': {
    label: 'Press kit, as a folder (ZIP)',
    use: 'For a newsroom: what a link for the press shows, with people as they consented to be shown, as texts and pictures with captions and credits.',
    ...kit('press'),
  },
  'press-kit-public': {
    label: 'Press kit for everybody, as a folder (ZIP)',
    use: 'The same with what a link for everybody shows.',
    ...kit('public'),
  },
} satisfies Record<string, ExportFormat>
export type ExportFormatName = keyof typeof exportFormats

function written(format: Format, ending: string) {
  return { ending, type: format.type, format, sources: null }
}

function kit(lens: 'press' | 'public') {
  return { ending: 'press-kit.zip', type: 'application/zip', format: null, sources: null, lens }
}

function ofSources(sources: SourcesFormat, ending: string) {
  return { ending, type: sources.type, format: null, sources }
}

/** The names of the formats, in the order in which a page offers them. */
export const exportFormatNames = Object.keys(exportFormats) as ExportFormatName[]

/** The definition of a format. */
export function exportFormat(name: ExportFormatName): ExportFormat {
  return exportFormats[name]
}

/** Whether somebody named a format. */
export function isExportFormat(name: string): name is ExportFormatName {
  return isKeyOf(exportFormats, name)
}

/** Whether a format can hold several campaigns. */
export function holdsWorkspace(name: ExportFormatName): boolean {
  const { format, lens } = exportFormat(name)
  return format === null && lens === undefined
}

const NOT_IN_RECORD = Object.values(notInRecordWords).filter((words) => words !== null)

/** The parts of entries and demands that a complete record has no place for. */
export function missingInRecord({ pictures }: Pick<ExportFormat, 'pictures'>): Part[] {
  return [...(pictures ? [] : (['pictures'] as const)), 'checks']
}

/** What a format cannot carry, in words, before anybody has looked at the record. */
export function lossOfFormat(name: ExportFormatName): string[] {
  const { format, sources, pictures, lens } = exportFormat(name)
  if (lens) return [...cannotCarry(pressKit), 'whatever such a link does not show']
  if (sources) return ['everything but sources', 'captured texts and passages', 'pictures']
  return format
    ? [...cannotCarry(format), 'history and trash']
    : [...cannotCarry({ missing: missingInRecord({ pictures }) }), ...NOT_IN_RECORD]
}

/** The name of a file: nothing in it that a header or a file system could take for more. */
export function exportFileName(name: ExportFormatName, slug: string | null, day: string): string {
  // The name of a campaign may hold that of somebody whom a link of this lens does not show.
  const safe = (exportFormat(name).lens ? 'record' : (slug ?? 'workspace'))
    .replaceAll(/[^\w-]+/g, '-')
    .slice(0, 80)
  return `${safe}-${day}.${exportFormat(name).ending}`
}
