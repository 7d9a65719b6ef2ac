import { plainFieldNames } from '../entries/fields/plain'
import { columnsTo, type Format } from './mapping'

const plainColumns = (nameOf: (name: string) => string) =>
  plainFieldNames().map((name) => [nameOf(name), name] as const)

const list = { separator: '; ' }

/** The table that an export as CSV or as a workbook gives (lib/formats/entries-csv.ts). */
export const ownTable: Format = {
  label: 'Throughline, exported as CSV or XLSX',
  known: ['id', 'date', 'first_day', 'last_day', 'lane', 'kind', 'title', 'sentence'],
  note: 'Hours are read by this campaign’s clocks. Demands, links, photos, replies and the days on which sources were published are left out: the complete record (JSON) has them.',
  mapping: {
    columns: columnsTo(
      ['id', 'recordId'],
      ['date', 'date'],
      ['time', 'time'],
      ['kind', 'kind'],
      ['also_kind', 'kind'],
      ['title', 'title'],
      // The other places have a column: what this one says is a single place.
      ['place', 'place', { separator: '\n' }],
      ['latitude', 'latitude'],
      ['longitude', 'longitude'],
      ['crowd_words', 'crowd'],
      ['crowd_counted_by', 'crowdCountedBy'],
      ['actors', 'actor', list],
      ['targets', 'target', list],
      ['subjects', 'subject', list],
      ['people', 'person', list],
      ['people_roles', 'personRole', list],
      ['people_descriptions', 'personDescription', list],
      ['people_affiliations', 'personAffiliation', list],
      ['quotes', 'labelled'],
      ['according_to', 'accordingTo'],
      ['sources', 'source', list],
      ['source_title', 'sourceTitle', list],
      ['source_kind', 'sourceKind', list],
      ['source_publisher', 'sourcePublisher', list],
      ['tags', 'tags', list],
      ...plainColumns((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
    ),
    constants: {},
  },
}

/** The features that an export as GeoJSON gives (lib/formats/places-geojson.ts). */
export const ownPlaces: Format = {
  label: 'Throughline, exported as GeoJSON',
  known: ['id', 'date', 'dateInWords', 'lane', 'kind', 'title', 'sentence', 'rounded'],
  note: 'Hours are read by this campaign’s clocks.',
  mapping: {
    columns: columnsTo(
      ['id', 'recordId'],
      ['date', 'date'],
      ['time', 'time'],
      ['kind', 'kind'],
      ['alsoKind', 'kind'],
      ['title', 'title'],
      ['place', 'place', { separator: '\n' }],
      ['latitude', 'latitude'],
      ['longitude', 'longitude'],
      ['accordingTo', 'accordingTo'],
      ['url', 'source'],
      ...['sourcesDiffer', 'disputed', 'replies'].map((column) => [column, 'labelled'] as const),
      ...plainColumns((name) => name),
    ),
    constants: {},
  },
}
