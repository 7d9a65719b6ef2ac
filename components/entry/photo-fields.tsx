'use client'

import { ArrowUp, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { CheckboxField } from '@/components/form/checkbox-field'
import { Fieldset } from '@/components/form/fieldset'
import { FormContext, useForm } from '@/components/form/form-context'
import { firstRows } from '@/components/form/row-indexes'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { textOf } from '@/components/form/use-field'
import { PhotoAdder } from '@/components/photo/photo-adder'
import { Button } from '@/components/ui/button'
import type { FormValues } from '@/lib/forms/state'

/** A row: the picture's id, and under which names its words stand in what the form began with. */
type Row = { photo: string; from: string | null }

const MOST = 40

/** The entry's photos in their order, each with its words; new ones are sent before the form is. */
export function PhotoFields() {
  const form = useForm()
  const { base, touch } = form
  const [rows, setRows] = useState<Row[]>(() =>
    firstRows(base, 'photos', 0).map((index) => ({
      photo: textOf(base[`photos.${index}.photo`]),
      from: `photos.${index}.`,
    })),
  )
  const change = (next: Row[]) => {
    touch()
    setRows(next)
  }
  return (
    <Fieldset
      legend="Photos"
      hint="A photo may show people who did not agree to it. Blur them before you add it."
    >
      {rows.map((row, position) => (
        <FormContext key={row.photo} value={{ ...form, base: rebased(base, row, position) }}>
          <PhotoRow
            {...{ row, position }}
            onRemove={() => change(rows.filter((one) => one !== row))}
            onUp={
              position > 0
                ? () => change(rows.toSpliced(position, 1).toSpliced(position - 1, 0, row))
                : undefined
            }
          />
        </FormContext>
      ))}
      {rows.length < MOST && (
        <PhotoAdder onAdded={(photo) => change([...rows, { photo, from: null }])} />
      )}
      <p className="no-script-only text-muted">
        Without JavaScript, save the entry first, then add photos below its edit form.
      </p>
    </Fieldset>
  )
}

// A photo that moves takes its words along: they stand under the name of its new place.
function rebased(base: FormValues, { from, photo }: Row, position: number): FormValues {
  const prefix = `photos.${position}.`
  const values: FormValues = { [`${prefix}photo`]: photo }
  for (const [name, value] of Object.entries(base)) {
    if (!name.startsWith('photos.')) values[name] = value
    if (from !== null && name.startsWith(from)) values[prefix + name.slice(from.length)] = value
  }
  return values
}

function PhotoRow({
  row,
  position,
  onRemove,
  onUp,
}: {
  row: Row
  position: number
  onRemove: () => void
  onUp: (() => void) | undefined
}) {
  const prefix = `photos.${position}`
  const which = `photo ${position + 1}`
  return (
    <fieldset className="border-hairline min-w-0 border-t py-4">
      <legend className="sr-only">Photo {position + 1}</legend>
      <input type="hidden" name={`${prefix}.photo`} value={row.photo} />
      <div className="mb-4 flex flex-wrap items-start gap-3">
        <picture>
          <img
            src={`/api/photos/${row.photo}/small`}
            alt={`Photo ${position + 1}`}
            width={240}
            height={160}
            className="border-hairline h-40 w-60 border object-contain"
          />
        </picture>
        <span className="script-only ml-auto flex gap-2">
          {onUp && (
            <IconButton label={`Move ${which} up`} onClick={onUp}>
              <ArrowUp aria-hidden="true" className="size-5" />
            </IconButton>
          )}
          <IconButton label={`Remove ${which}`} onClick={onRemove}>
            <X aria-hidden="true" className="size-5" />
          </IconButton>
        </span>
      </div>
      <div className="space-y-4">
        <TextArea
          name={`${prefix}.alt`}
          label="What it shows"
          hint="Describe it for people who can’t see it: two workers hold a banner that says …"
          rows={2}
        />
        <CheckboxField name={`${prefix}.decorative`} label="Decorative image" />
        <TextArea name={`${prefix}.caption`} label="Caption" rows={2} />
        <TextField
          name={`${prefix}.credit`}
          label="Credit"
          hint="Who took it, as they agreed to be named"
        />
        <div className="no-script-only">
          <CheckboxField name={`${prefix}.remove`} label={`Remove ${which}`} />
        </div>
      </div>
    </fieldset>
  )
}

function IconButton({
  label,
  onClick,
  children,
}: {
  label: string
  onClick: () => void
  children: ReactNode
}) {
  return (
    <Button tone="quiet" aria-label={label} className="px-2" onClick={onClick}>
      {children}
    </Button>
  )
}
