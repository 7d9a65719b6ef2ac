import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { plainField, plainFieldNames, type PlainField } from '@/lib/entries/fields/plain'
import type { Lane } from '@/lib/kinds/names'

/** The plain fields that a section of the form asks for, of an entry of this lane. */
export function PlainFields({ section, lane }: { section: PlainField['section']; lane: Lane }) {
  return plainFieldNames().map((name) => {
    const { label, formLabel = label, hint, type, lanes, ...field } = plainField(name)
    if (field.section !== section || (lanes && !lanes.includes(lane))) return null
    const Field = type === 'line' ? TextField : TextArea
    return <Field key={name} name={name} label={formLabel} hint={hint} />
  })
}
