import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { plainField, plainFieldNames, type PlainField } from '@/lib/entries/fields/plain'
import type { Lane } from '@/lib/kinds/names'

/** The plain fields that a part of the form asks for, of an entry of this lane. */
export function PlainFields({ group, lane }: { group: PlainField['group']; lane: Lane }) {
  return plainFieldNames().map((name) => {
    const { label, formLabel = label, hint, type, lanes, ...field } = plainField(name)
    if (field.group !== group || (lanes && !lanes.includes(lane))) return null
    const Field = type === 'text' ? TextArea : TextField
    return <Field key={name} name={name} label={formLabel} hint={hint} />
  })
}
