import { entryRelations } from '../entries/relations'
import type { SharedEntry, SharedRecord } from '../shares/record'
import { writeCsv } from './csv'
import { lossOf, type Download } from './download'

const names = (entry: SharedEntry, part: 'actor' | 'target' | 'subject') =>
  listed(entry.organizations.filter((one) => one.part === part).map(({ name }) => name))

const number = (value: number | null) => (value === null ? '' : String(value))

const COLUMNS: [string, (entry: SharedEntry) => string][] = [
  ['id', ({ id }) => id],
  ['date', ({ edtf }) => edtf],
  ['first_day', ({ firstDay }) => firstDay],
  ['last_day', ({ lastDay }) => lastDay],
  ['time', ({ time }) => time ?? ''],
  ['time_zone', ({ timeZone }) => timeZone ?? ''],
  ['lane', ({ lane }) => lane],
  ['kind', ({ kind }) => kind],
  ['title', ({ title }) => title],
  ['sentence', ({ sentence }) => sentence],
  ['summary', ({ summary }) => summary],
  ['place', ({ place }) => place],
  ['latitude', ({ coordinates }) => number(coordinates?.latitude ?? null)],
  ['longitude', ({ coordinates }) => number(coordinates?.longitude ?? null)],
  ['crowd_low', ({ crowd }) => number(crowd.low)],
  ['crowd_high', ({ crowd }) => number(crowd.high)],
  ['crowd_words', ({ crowd }) => crowd.words],
  ['crowd_counted_by', ({ crowd }) => crowd.countedBy],
  ['participants', ({ participants }) => participants],
  ['according_to', ({ accordingTo }) => accordingTo ?? ''],
  ['actors', (entry) => names(entry, 'actor')],
  ['targets', (entry) => names(entry, 'target')],
  ['subjects', (entry) => names(entry, 'subject')],
  ['people', ({ appearances }) => listed(appearances.map((one) => one.name || one.description))],
  [
    'quotes',
    ({ appearances }) => listed(appearances.flatMap((one) => one.quotes.map(({ text }) => text))),
  ],
  ['demands', ({ demands }) => listed(demands.map(({ number }) => String(number)))],
  ['sources', ({ citations }) => listed(citations.map(({ source }) => source.url || source.title))],
  ['photos', ({ photos }) => listed(photos.map(({ caption, alt }) => caption || alt || 'Photo'))],
  ['links', ({ links }) => listed(links.map(linkInWords))],
  ['tags', ({ tags }) => listed(tags)],
  ['private_note', ({ privateNote }) => privateNote],
  ['updated', ({ updatedAt }) => updatedAt],
]

function linkInWords({ relation, says, entry }: SharedEntry['links'][number]): string {
  return `${entryRelations[relation][says ? 'label' : 'reverse']}: ${entry.title}`
}

// A column that a link never fills would only say that there is something.
const HIDDEN_WHEN_EMPTY = new Set(['tags', 'private_note'])

/** Entries as a table, one a row; several values of one cell are parted by "; ". Dates are EDTF. */
export function entriesCsv(record: SharedRecord): Download {
  const columns = COLUMNS.filter(
    ([name, value]) =>
      !HIDDEN_WHEN_EMPTY.has(name) || record.entries.some((entry) => value(entry) !== ''),
  )
  const rows = record.entries.map((entry) => columns.map(([, value]) => value(entry)))
  return {
    text: writeCsv([columns.map(([name]) => name), ...rows]),
    type: 'text/csv; charset=utf-8',
    loss: lossOf(record, 'demands', 'claims', 'passages', 'inquiries', 'details', 'relations'),
  }
}

function listed(values: string[]): string {
  return values.filter((value) => value !== '').join('; ')
}
