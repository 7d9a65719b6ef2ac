import { plainFieldNames } from '../entries/fields/plain'
import { columnsTo, type Format } from './mapping'

const list = { separator: '; ' }

/** The table that an export as CSV or as a workbook gives (lib/formats/entries-csv.ts). */
export const ownTable: Format = {
  label: 'Throughline, exported as CSV or XLSX',
  known: ['id', 'date', 'first_day', 'last_day', 'lane', 'kind', 'title', 'sentence'],
  note: 'Hours are read by this campaign’s clocks. Demands, links, photos and replies are left out: the complete record (JSON) has them.',
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
      ['quotes', 'labelled'],
      ['according_to', 'accordingTo'],
      ['sources', 'source', list],
      ['tags', 'tags', list],
      ...plainFieldNames().map(
        (name) =>
          [name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), name] as const,
      ),
    ),
    constants: {},
  },
}
