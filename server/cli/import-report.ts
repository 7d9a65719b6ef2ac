import 'server-only'
import { formatNamed, type FormatName } from '@/lib/imports/formats'
import type { Report } from '../imports/report'

const MOST_SHOWN = 50

/** A report in words, line by line. */
export function reportLines(report: Report, verb: 'are' | 'would be'): string[] {
  const { made, joined, same, alike, skipped, refused, refusedRows, keptAsWords, leftOut } = report
  const format = report.format ? formatNamed(report.format as FormatName).label : 'a table'
  return [
    `${report.file}: ${count(report.rows, 'row')}, read as ${format}.`,
    `${count(made, 'draft')} ${verb} made.`,
    ...listed(
      joined.length > 0
        ? `${count(joined.length, 'row')} ${verb} a further source of an entry that is there:`
        : '',
      joined.map(({ row, title, entry }) => `row ${row}  ${title}  =  ${entry}`),
    ),
    ...(same.length > 0 ? [`${count(same.length, 'row')} are entries already.`] : []),
    ...listed(
      alike.length > 0
        ? `${count(alike.length, 'row')} look like entries that are there, and are left (--alike same makes them sources of those, --alike make makes them drafts):`
        : '',
      alike.map(({ row, title, entries }) => `row ${row}  ${title}  ~  ${entries[0]?.title ?? ''}`),
    ),
    ...listed(
      skipped.length > 0 ? `${count(skipped.length, 'record')} skipped:` : '',
      skipped.map(({ row, reason }) => `${row > 0 ? `row ${row}  ` : ''}${reason}`),
    ),
    ...listed(
      refusedRows > 0 ? `${count(refusedRows, 'row')} refused:` : '',
      refused.map(
        ({ row, column, value, sentence }) =>
          `row ${row}  ${[column, value && `“${value}”`].filter(Boolean).join(' ')}  ${sentence}`,
      ),
    ),
    ...keptAsWords.map(
      ({ column, rows }) =>
        `${column}: in ${count(rows, 'row')} its words are kept in the summary.`,
    ),
    ...(leftOut.columns.length > 0
      ? [`Left out: ${leftOut.columns.join(', ')}. ${leftOut.note}`.trim()]
      : []),
  ]
}

function listed(head: string, lines: string[]): string[] {
  if (head === '') return []
  const shown = lines.slice(0, MOST_SHOWN).map((line) => `  ${line}`)
  const more = lines.length - shown.length
  return [head, ...shown, ...(more > 0 ? [`  and ${more} more (all with --json)`] : [])]
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`
}
