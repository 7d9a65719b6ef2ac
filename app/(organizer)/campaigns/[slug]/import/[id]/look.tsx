import { EditionRows, GoneEntries } from '@/components/import/edition-rows'
import { ImportForm } from '@/components/import/import-form'
import { rowsToFixAddress } from '@/components/import/import-state'
import { FirstDrafts, LeftRows } from '@/components/import/look'
import { Section } from '@/components/ui/section'
import { dateInWords } from '@/lib/dates/words'
import { kindOf } from '@/lib/kinds/index'
import { LEAVE_ALL, MOST_ANSWERED } from '@/lib/schemas/import'
import type { Organizer } from '@/server/auth/viewer'
import { compareAlike, lookAtImport } from '@/server/imports/queries'
import { reportOf } from '@/server/imports/report'
import { orNotFound } from '@/server/pages'
import { importRows } from '../actions'

const FIRST = 10

type At = { slug: string; id: string }

/** What will become of each row of a file that waits. */
export async function Look({ viewer, at }: { viewer: Organizer; at: At }) {
  const { prepared, checked, answers } = await orNotFound(lookAtImport(viewer, at.id, LEAVE_ALL))
  if (!checked) return null
  const {
    updated,
    stayed,
    gone,
    same,
    skipped,
    refused,
    refusedRows,
    keptAsWords,
    notes,
    leftOut,
  } = reportOf(prepared, checked)
  const { good, alike } = checked
  const likenesses = await compareAlike(viewer, at.slug, alike.slice(0, MOST_ANSWERED))
  return (
    <>
      <p className="chrome mb-6">
        <a
          href={`/campaigns/${at.slug}/import/${at.id}`}
          className="inline-flex min-h-11 items-center"
        >
          Change what the columns become
        </a>
      </p>
      <ImportForm
        action={importRows.bind(null, at)}
        made={good.length}
        alike={alike.length}
        updated={updated.length}
        refused={refusedRows}
        slug={at.slug}
        likenesses={likenesses}
        given={answers}
      />
      <FirstDrafts
        all={good.length}
        rows={good.slice(0, FIRST).map(({ row, input }) => ({
          ...{ row: row.number, title: input.title, kind: kindOf(input.kind).label },
          date: dateInWords(input.date.edtf, { time: input.date.time }),
          ...{ place: input.place, crowd: input.crowd.words },
          organizations: input.organizations.map(({ name }) => name),
          // The last one is the file itself.
          sources: input.citations.slice(0, -1).map(({ title }) => title),
          tags: input.tags,
        }))}
      />
      <EditionRows title="Entries to update" slug={at.slug} rows={updated} />
      <EditionRows title="Entries that stay as they are" slug={at.slug} rows={stayed} />
      <GoneEntries slug={at.slug} entries={gone} />
      <LeftRows
        title="Rows that are refused"
        file={rowsToFixAddress(at.id)}
        rows={refused.map(({ sentence, ...row }) => ({ ...row, says: sentence }))}
      />
      <LeftRows
        title="Rows that were imported before"
        rows={same.map(({ row }) => ({
          row,
          column: '',
          value: '',
          says: 'It already has an entry.',
        }))}
      />
      <LeftRows
        title="What is skipped"
        rows={skipped.map(({ row, reason }) => ({ row, column: '', value: '', says: reason }))}
      />
      {keptAsWords.length > 0 && (
        <Section title="Words that go into the summary">
          <ul>
            {keptAsWords.map(({ column, rows }) => (
              <li key={column}>
                <bdi>{column}</bdi>: not understood in {rows.toLocaleString('en')}{' '}
                {rows === 1 ? 'row' : 'rows'}, and kept as words.
              </li>
            ))}
          </ul>
        </Section>
      )}
      <LeftRows
        title="Notes on some rows"
        rows={notes.map(({ row, note }) => ({ row, column: '', value: '', says: note }))}
      />
      {leftOut.columns.length > 0 && (
        <Section title="Columns that are left out">
          <p dir="auto">{leftOut.columns.join(', ')}</p>
          {leftOut.note && (
            <p dir="auto" className="text-muted mt-2">
              {leftOut.note}
            </p>
          )}
        </Section>
      )}
    </>
  )
}
