'use client'

import { FieldFrame } from '@/components/form/field-frame'
import { useField } from '@/components/form/use-field'
import { useScripted } from '@/components/form/use-scripted'
import { Button } from '@/components/ui/button'
import { ADD_ROW } from '@/lib/forms/form-data'
import { kindGroups } from '@/lib/kinds/choice'
import type { FormKind } from '@/lib/kinds/form'
import type { EntryKind } from '@/lib/kinds/names'
import { KindSearch } from './kind-search'

export type KindFieldProps = {
  kinds: Record<EntryKind, FormKind>
  /** Those that the campaign uses most. */
  used: readonly EntryKind[]
  kind: EntryKind | ''
  onKind: (kind: string) => void
}

/**
 * What the entry is: a list in groups that is searched as one types. Before script it is a select of
 * the browser's own, and a button asks for the fields of the chosen kind.
 */
export function KindField(props: KindFieldProps) {
  const { kinds, used, kind, onKind } = props
  const scripted = useScripted()
  const { id, messages, aria } = useField('kind', true)
  return (
    <FieldFrame
      {...{ id, messages }}
      label="What it is"
      hint={kind ? `${kinds[kind].label}: ${kinds[kind].hint}` : undefined}
      required
    >
      {scripted ? (
        <KindSearch {...props} />
      ) : (
        <select
          // What was chosen before the script came is told to it.
          ref={(select) => {
            if (select && select.value !== kind) onKind(select.value)
          }}
          {...aria}
          id={id}
          name="kind"
          required
          autoComplete="off"
          autoFocus={kind === ''}
          value={kind}
          onChange={({ target }) => onKind(target.value)}
          className="control"
        >
          <option value="">Choose</option>
          {kindGroups(kinds, used, '').map((group) => (
            <optgroup key={group.heading} label={group.heading}>
              {group.kinds.map((name) => (
                <option key={name} value={name}>
                  {kinds[name].label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
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
