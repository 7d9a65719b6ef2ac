import { columnsTo, type Format } from './mapping'
import { ownPlaces, ownTable } from './own-table'
import type { Table } from './table'
import { timelineColumns } from './timeline-table'

const protests = {
  ...{ protest: 'rally', demonstration: 'rally', rally: 'rally', march: 'march' },
  ...{ strike: 'strike', walkout: 'walkout', 'walk-out': 'walkout', vigil: 'vigil' },
  ...{ picket: 'picket', boycott: 'boycott', petition: 'petition', lockout: 'lockout' },
}

/** The formats that are known, by the name that the command line takes. */
export const formats = {
  throughline: ownTable,
  'throughline-places': ownPlaces,
  'collective-action': {
    label: 'Collective Action in Tech',
    known: [
      'date',
      'sources',
      'actions',
      'struggles',
      'employment_types',
      'description',
      'workers',
    ],
    note: 'Coordinates and geocoded addresses are left out: they were looked up from the names of companies, and are often wrong.',
    mapping: {
      columns: columnsTo(
        ['id', 'recordId'],
        ['date', 'date'],
        ['sources', 'source'],
        [
          'actions',
          'kind',
          {
            keep: true,
            values: {
              ...{ protest: 'rally', 'open letter': 'open_letter', strike: 'strike' },
              ...{ 'legal action': 'legal_action', boycott: 'boycott' },
              ...{ hacktivism: 'online_action', 'union contract': 'contract_change' },
              ...{ 'union drive': 'milestone', 'union representation': 'milestone', '*': 'news' },
            },
          },
        ],
        ['struggles', 'tags'],
        ['tags', 'tags'],
        ['employment_types', 'participants', { unclear: 'words' }],
        ['description', 'telling'],
        ['online', 'labelled'],
        ['locations', 'place', { hyphens: true }],
        ['companies', 'target'],
        ['workers', 'crowd', { unclear: 'words' }],
      ),
      constants: {},
    },
  },
  'crowd-counting': {
    label: 'Crowd Counting Consortium',
    known: ['date', 'locality', 'state', 'type', 'size_low', 'size_high', 'claims'],
    note: 'The resolved place names and the counted mean are left out: the file has what they were made from.',
    mapping: {
      columns: columnsTo(
        ['date', 'date'],
        ['title', 'title'],
        ['type', 'kind', { keep: true, values: { ...protests, '*': 'rally' } }],
        ['location_detail', 'place'],
        ['locality', 'place'],
        ['state', 'place'],
        ['lat', 'latitude', { unclear: 'words' }],
        ['lon', 'longitude', { unclear: 'words' }],
        ['organizations', 'actor'],
        ['actors', 'labelled'],
        ['participants', 'participants', { unclear: 'words' }],
        ['size_text', 'crowd', { unclear: 'words' }],
        ['size_low', 'crowdLow'],
        ['size_high', 'crowdHigh'],
        ['arrests', 'arrests', { unclear: 'words' }],
        ['injuries_crowd', 'injuries', { unclear: 'words' }],
        ['police_measures', 'policeMeasures', { unclear: 'words' }],
        ['issues', 'tags'],
        ['notes', 'summary'],
        ...[
          ...['claims', 'macroevent', 'online', 'injuries_police', 'property_damage'],
          ...['chemical_agents', 'participant_measures', 'participant_deaths', 'police_deaths'],
        ].map((column) => [column, 'labelled'] as const),
        ...Array.from({ length: 30 }, (_, index) => [`source_${index + 1}`, 'source'] as const),
      ),
      constants: {},
    },
  },
  'labor-action': {
    label: 'Labor Action Tracker',
    known: ['Employer', 'Labor Organization', 'Strike or Protest', 'Start Date', 'City', 'State'],
    mapping: {
      columns: columnsTo(
        ['ID', 'recordId'],
        ['Start Date', 'date'],
        ['End Date', 'endDate'],
        ['Strike or Protest', 'kind', { values: protests }],
        ['Employer', 'target'],
        ['Labor Organization', 'actor'],
        ['Address', 'place'],
        ['City', 'place'],
        ['State', 'place'],
        ['Zip Code', 'labelled'],
        ['Latitude, Longitude', 'latLon', { unclear: 'words' }],
        ['Approximate Number of Participants', 'crowd', { unclear: 'words' }],
        ['Industry', 'tags'],
        ['Source', 'source'],
        ['Notes', 'summary'],
        ...[
          ...['Local', 'Bargaining Unit Size', 'Number of Locations', 'Duration Amount'],
          ...['Duration Unit', 'Authorized', 'Worker Demands'],
        ].map((column) => [column, 'labelled'] as const),
      ),
      constants: {},
    },
  },
  'work-stoppages': {
    label: 'FMCS work stoppages',
    known: ['Employer', 'Union', 'Case Number', '# Idled', 'Start Date', 'End Date'],
    mapping: {
      columns: columnsTo(
        ['Case Number', 'recordId'],
        ['Start Date', 'date'],
        ['End Date', 'endDate'],
        ['Employer', 'target'],
        ['Union', 'actor'],
        ['City, State', 'place'],
        ['# Idled', 'crowd', { unclear: 'words' }],
        ['Industry', 'tags', { separator: ';' }],
        ...['Union Local', 'BU', 'NAICS', 'Duration'].map(
          (column) => [column, 'labelled'] as const,
        ),
      ),
      constants: { kind: 'strike', title: 'Work stoppage at {Employer}' },
    },
  },
  'police-brutality': {
    label: '2020PB incidents',
    known: ['state', 'city', 'name', 'date_text'],
    note: 'The address of the page where the file is edited is left out.',
    mapping: {
      columns: columnsTo(
        ['id', 'recordId'],
        ['date_text', 'date'],
        ['name', 'title'],
        ['description', 'summary'],
        ['city', 'place'],
        ['state', 'place'],
        ['geolocation', 'latLon', { unclear: 'words' }],
        ['tags', 'tags'],
        ['links', 'source'],
        ...Array.from({ length: 49 }, (_, index) => [`Link ${index + 1}`, 'source'] as const),
      ),
      constants: { kind: 'news' },
    },
  },
  timelinejs: {
    label: 'TimelineJS',
    known: ['Year', 'Month', 'Day', 'Headline', 'Text', 'Media'],
    note: 'Pictures, thumbnails and backgrounds are not fetched; their addresses stay as sources.',
    mapping: {
      columns: columnsTo(
        ...([
          ['Year', 'year'],
          ['Month', 'month'],
          ['Day', 'day'],
          ['Time', 'time'],
          ['End Year', 'endYear'],
          ['End Month', 'endMonth'],
          ['End Day', 'endDay'],
          ['End Time', 'endTime'],
          ['Headline', 'title'],
          ['Text', 'summary'],
          ['Media', 'source'],
          ['Group', 'tags'],
          ['Kind', 'kind', { unclear: 'words' }],
          ['Unique ID', 'recordId'],
        ] as const),
        ...(['Display Date', 'Media Credit', 'Media Caption', 'Alt Text'] as const).map(
          (column) => [column, 'labelled'] as const,
        ),
      ),
      constants: { kind: 'news' },
    },
  },
  icalendar: {
    label: 'Calendar',
    known: ['Start', 'End', 'Summary', 'Description', 'Location', 'UID'],
    mapping: {
      columns: columnsTo(
        ['Start', 'date'],
        ['End', 'endDate'],
        ['Summary', 'title'],
        ['Description', 'summary'],
        ['Location', 'place'],
        ['Latitude, Longitude', 'latLon', { unclear: 'words' }],
        ['URL', 'source'],
        ['Categories', 'tags', { kind: true }],
        ['Status', 'labelled'],
        ['Repeats', 'labelled'],
        ['UID', 'recordId'],
      ),
      constants: { kind: 'meeting' },
    },
  },
} as const satisfies Record<string, Format>
export type FormatName = keyof typeof formats

/** A known format by its name. */
export function formatNamed(name: FormatName): Format {
  return formats[name]
}

/** The format that a table is in, or null. */
export function formatOf({ shape, columns }: Table): FormatName | null {
  if (shape.type === 'icalendar') return 'icalendar'
  if (shape.type === 'timelinejs') return 'timelinejs'
  const names = new Set(columns)
  const known = (Object.keys(formats) as FormatName[]).find((name) =>
    formatNamed(name).known.every((column) => names.has(column)),
  )
  return known ?? null
}

/** Whether a sheet is one of TimelineJS, whose texts are HTML and whose title slide is no event. */
export function isTimelineSheet(columns: readonly string[]): boolean {
  return (
    timelineColumns.slice(0, 3).every((name) => columns.includes(name)) &&
    columns.includes('Headline')
  )
}
