import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { WhenField } from '@/components/form/when-field'
import { keysOf, sourceKindLabels } from '@/lib/schemas/words'
import { sourceFieldList, type SourceField } from '@/lib/sources/fields'

const kinds = keysOf(sourceKindLabels).map((value) => ({ value, label: sourceKindLabels[value] }))

/** What the form asks of a source: its title, short fields side by side, then longer ones. */
export function SourceFields() {
  const fields = sourceFieldList().map(([name, field]) => ({ name, field }))
  const of = (wanted: (field: SourceField) => boolean) =>
    fields.map(({ name, field }) => wanted(field) && <OneField key={name} {...{ name, field }} />)
  const isLong = ({ type, hint }: SourceField) =>
    type === 'text' || (type === 'address' && hint !== undefined)
  return (
    <>
      {of(({ type }) => type === 'name')}
      <div className="grid gap-6 sm:grid-cols-2">
        {of((field) => field.type !== 'name' && !isLong(field))}
      </div>
      {of(isLong)}
    </>
  )
}

function OneField({ name, field: { label, hint, type } }: { name: string; field: SourceField }) {
  const shared = { name, label, hint }
  switch (type) {
    case 'name':
      return <TextField {...shared} required />
    case 'kind':
      return <SelectField {...shared} options={kinds} />
    case 'line':
      return <TextField {...shared} />
    case 'text':
      return <TextArea {...shared} rows={8} />
    case 'address':
      return <TextField {...shared} type="url" inputMode="url" />
    case 'date':
    case 'day':
      return <WhenField {...shared} />
  }
}
