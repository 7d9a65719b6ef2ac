'use client'

import { FieldFrame } from '@/components/form/field-frame'
import { useField } from '@/components/form/use-field'
import { Button } from '@/components/ui/button'
import { ADD_ROW } from '@/lib/forms/form-data'
import type { FormKind } from '@/lib/kinds/form'
import { entryKinds, lanes, type EntryKind, type Lane } from '@/lib/kinds/names'

const LANES: Record<Lane, string> = {
  action: 'Action',
  response: 'Response',
  outcome: 'Outcome',
  context: 'Background',
}

/**
 * What the entry is. A select of the browser's own: one types its first letters, or turns it with a
 * thumb. Without script a button asks for the fields of the chosen kind.
 */
export function KindField({
  kinds,
  kind,
  onKind,
}: {
  kinds: Record<EntryKind, FormKind>
  kind: EntryKind | ''
  onKind: (kind: string, form: HTMLFormElement | null) => void
}) {
  const { id, messages, aria } = useField('kind', true)
  return (
    <FieldFrame
      {...{ id, messages }}
      label="What it is"
      hint={kind ? `${kinds[kind].label}: ${kinds[kind].hint}` : undefined}
      required
    >
      <select
        {...aria}
        id={id}
        name="kind"
        required
        autoComplete="off"
        autoFocus={kind === ''}
        value={kind}
        onChange={({ target }) => onKind(target.value, target.form)}
        className="control"
      >
        <option value="">Choose</option>
        {lanes.map((lane) => (
          <optgroup key={lane} label={LANES[lane]}>
            {entryKinds
              .filter((name) => kinds[name].lane === lane)
              .map((name) => (
                <option key={name} value={name}>
                  {kinds[name].label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <noscript>
        <Button
          type="submit"
          name={ADD_ROW}
          value="_kind"
          formNoValidate
          tone="quiet"
          className="mt-2"
        >
          Show its fields
        </Button>
      </noscript>
    </FieldFrame>
  )
}
