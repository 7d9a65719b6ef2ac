import 'server-only'
import { formatNamed, type FormatName } from '@/lib/imports/formats'
import type { EditedField } from '@/lib/imports/editions'
import type { Report } from '../imports/report'

const MOST_SHOWN = 50

/** A report in words, line by line: of what was done, or of what would be. */
export function reportLines(report: Report, { isDone }: { isDone: boolean }): string[] {
  const verb = (of: number) => (isDone ? (of === 1 ? 'was' : 'were') : 'would be')
  const {
    made,
    joined,
    updated,
    stayed,
    gone,
    same,
    alike,
    skipped,
    refused,
    refusedRows,
    keptAsWords,
    notes,
    leftOut,
  } = report
  const format = report.format ? formatNamed(report.format as FormatName).label : 'a table'
  return [
    `${report.file}: ${count(report.rows, 'row')}, read as ${format}.`,
    `${count(made, 'draft')} ${verb(made)} made.`,
    ...listed(
      joined.length > 0
        ? `Another source for an existing entry (${count(joined.length, 'row')}):`
        : '',
      joined.flatMap(({ row, title, entry, left }) => [
        `row ${row}  ${title}  =  ${entry}`,
        ...left.map(({ label, file }) => `  not taken over: ${label}: ${file}`),
      ]),
    ),
    ...listed(
      updated.length > 0
        ? `${count(updated.length, 'entry', 'entries')} of an older edition of this file ${verb(updated.length)} updated:`
        : '',
      updated.flatMap(({ row, title, taken, left }) => [
        `row ${row}  ${title}`,
        ...taken.map(
          ({ label, entry, file }) => `  ${label}: ${entry ? `${entry} → ` : ''}${file}`,
        ),
        ...left.map(stayedLine),
      ]),
    ),
    ...listed(
      stayed.length > 0
        ? `Different from the entries of an older edition, which stay as they are (${count(stayed.length, 'row')}):`
        : '',
      stayed.flatMap(({ row, title, left }) => [`row ${row}  ${title}`, ...left.map(stayedLine)]),
    ),
    ...listed(
      gone.length > 0
        ? `${count(gone.length, 'entry', 'entries')} of an older edition ${gone.length === 1 ? 'is' : 'are'} not in this file any more, and ${gone.length === 1 ? 'stays' : 'stay'}:`
        : '',
      gone.map(({ title }) => title),
    ),
    ...(same.length > 0 ? [`Already in the record: ${count(same.length, 'row')}.`] : []),
    ...listed(
      alike.length > 0
        ? `Similar to existing entries, and left out (${count(alike.length, 'row')}; --alike same adds them as sources of those entries, --alike make makes them drafts):`
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
        `${column}: in ${count(rows, 'row')} its words were added to the summary.`,
    ),
    ...listed(
      notes.length > 0 ? `To know of ${count(notes.length, 'row')}:` : '',
      notes.map(({ row, note }) => `row ${row}  ${note}`),
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

function stayedLine({ label, entry, file }: EditedField): string {
  return `  ${label}: stays ${entry || 'empty'}; the file says ${file || 'nothing'}`
}

function count(number: number, what: string, several = `${what}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? what : several}`
}
