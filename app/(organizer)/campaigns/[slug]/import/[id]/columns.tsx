import { FittingMappings } from '@/components/import/saved-mappings'
import { MappingForm } from '@/components/import/mapping-form'
import { ReadingForm } from '@/components/import/reading-form'
import { Section } from '@/components/ui/section'
import { textOf } from '@/lib/imports/cells'
import { encodings } from '@/lib/imports/decode'
import { wordsToName } from '@/lib/imports/kind-words'
import { hasAllColumns } from '@/lib/imports/mapping'
import { formatNamed } from '@/lib/imports/formats'
import { targetLabels } from '@/lib/imports/targets'
import { kindOf } from '@/lib/kinds/index'
import { entryKinds } from '@/lib/kinds/names'
import type { Organizer } from '@/server/auth/viewer'
import { lookAtImport } from '@/server/imports/queries'
import { listMappings } from '@/server/imports/saved-mappings'
import { orNotFound } from '@/server/pages'
import { applySaved, chooseColumns, readAnew } from '../actions'

const SAMPLES = 3
const MOST_OFFERED = 5

type At = { slug: string; id: string }

/** What each column of a file that waits becomes. */
export async function Columns({ viewer, at }: { viewer: Organizer; at: At }) {
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
    keepsWords: mapping.columns[name]?.unclear === 'words',
    words: wordsToName(table, index, mapping.columns[name]),
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
