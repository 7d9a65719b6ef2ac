import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { ImportProgress, ImportResult, rowsToFixAddress } from '@/components/import/import-state'
import { ImportForm } from '@/components/import/import-form'
import { EditionRows, GoneEntries } from '@/components/import/edition-rows'
import { FirstDrafts, LeftRows } from '@/components/import/look'
import { FittingMappings } from '@/components/import/saved-mappings'
import { MappingForm } from '@/components/import/mapping-form'
import { ReadingForm } from '@/components/import/reading-form'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { dateInWords } from '@/lib/dates/words'
import { textOf } from '@/lib/imports/cells'
import { encodings } from '@/lib/imports/decode'
import { hasAllColumns } from '@/lib/imports/mapping'
import { formatNamed } from '@/lib/imports/formats'
import { targetLabels } from '@/lib/imports/targets'
import { kindOf } from '@/lib/kinds/index'
import { entryKinds } from '@/lib/kinds/names'
import { LEAVE_ALL, MOST_ANSWERED } from '@/lib/schemas/import'
import { requireViewer } from '@/server/auth/session'
import type { Organizer } from '@/server/auth/viewer'
import { compareAlike, getImport, lookAtImport } from '@/server/imports/queries'
import { listMappings } from '@/server/imports/saved-mappings'
import { reportOf } from '@/server/imports/report'
import { orNotFound } from '@/server/pages'
import {
  applySaved,
  cancel,
  chooseColumns,
  discard,
  goOn,
  importRows,
  readAnew,
  undo,
} from '../actions'

export const metadata: Metadata = { title: 'Import' }

const SAMPLES = 3
const FIRST = 10
const MOST_OFFERED = 5

type At = { slug: string; id: string }

export default async function OneImportPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/import/[id]'>) {
  const viewer = await requireViewer()
  const at = await params
  if (viewer.role === 'viewer')
    return <EmptyState title="Importing requires the contributor role" />
  const state = await orNotFound(getImport(viewer, at.id))
  const { look } = await searchParams
  const head = (
    <h2 className="mb-6 text-2xl break-words" dir="auto">
      {state.name}
    </h2>
  )
  if (state.state === 'running')
    return (
      <>
        {head}
        <ImportProgress {...state} cancel={cancel.bind(null, at)} goOn={goOn.bind(null, at)} />
      </>
    )
  if (state.state !== 'waiting')
    return (
      <>
        {head}
        <ImportResult {...state} {...at} undo={undo.bind(null, at)} />
      </>
    )
  return (
    <>
      {head}
      {look === undefined ? <Columns viewer={viewer} at={at} /> : <Look viewer={viewer} at={at} />}
      <div className="mt-10">
        <ActionForm
          action={discard.bind(null, at)}
          submitLabel="Delete this file without importing it"
          pendingLabel="Deleting …"
          submitTone="danger"
        />
      </div>
    </>
  )
}

async function Columns({ viewer, at }: { viewer: Organizer; at: At }) {
  const { prepared } = await orNotFound(lookAtImport(viewer, at.id))
  const { table, mapping, format, order, encoding, sure } = prepared
  const workbook = table.shape.type === 'workbook' ? table.shape : null
  const columns = table.columns.map((name, index) => ({
    name,
    to: mapping.columns[name]?.to ?? 'nothing',
    samples: table.rows
      .map(({ cells }) => textOf(cells[index] ?? '').slice(0, 200))
      .filter((text) => text !== '')
      .slice(0, SAMPLES),
  }))
  const rows = `${table.rows.length.toLocaleString('en')} ${table.rows.length === 1 ? 'row' : 'rows'}`
  const mappings = await listMappings(viewer)
  return (
    <Section title="What each column becomes">
      <p className="text-muted mb-6 max-w-prose">
        {rows}
        {format
          ? `, in the format of ${formatNamed(format).label}. Its columns are known.`
          : '. The proposal is based on the column names and what is in the columns.'}
      </p>
      <ReadingForm
        action={readAnew.bind(null, at)}
        encodings={Object.entries(encodings).map(([value, label]) => ({ value, label }))}
        sheets={workbook?.sheets ?? []}
        sheet={workbook?.sheet ?? ''}
        {...{ encoding, sure }}
      />
      <FittingMappings
        mappings={mappings
          .filter((one) => hasAllColumns(one.columns, table.columns))
          .slice(0, MOST_OFFERED)}
        apply={(mapping) => applySaved.bind(null, { ...at, mapping })}
      />
      {/* Another mapping, such as a saved one, fills the form anew. */}
      <MappingForm
        key={JSON.stringify(mapping)}
        action={chooseColumns.bind(null, at)}
        columns={columns}
        targets={Object.entries(targetLabels).map(([value, label]) => ({ value, label }))}
        kinds={entryKinds.map((value) => ({ value, label: kindOf(value).label }))}
        kind={mapping.constants.kind ?? ''}
        dayOrder={mapping.dayOrder ?? ''}
        example={order.decided === 'ask' ? order.example : null}
      />
    </Section>
  )
}

async function Look({ viewer, at }: { viewer: Organizer; at: At }) {
  const { prepared, checked } = await orNotFound(lookAtImport(viewer, at.id, LEAVE_ALL))
  if (!checked) return null
  const { updated, stayed, gone, same, skipped, refused, refusedRows, leftOut } = reportOf(
    prepared,
    checked,
  )
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
      />
      <FirstDrafts
        all={good.length}
        rows={good.slice(0, FIRST).map(({ row, input }) => ({
          ...{ row: row.number, title: input.title, kind: kindOf(input.kind).label },
          date: dateInWords(input.date.edtf, { time: input.date.time }),
          ...{ place: input.place, crowd: input.crowd.words },
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
