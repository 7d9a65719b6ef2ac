'use client'

import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { KindField } from '@/components/entry/kind-field'
import { PlaceField } from '@/components/entry/place-field'
import { ActionForm } from '@/components/form/action-form'
import { useForm } from '@/components/form/form-context'
import { TextField } from '@/components/form/text-field'
import { textOf } from '@/components/form/use-field'
import { WhenField } from '@/components/form/when-field'
import { Button } from '@/components/ui/button'
import type { FormAction } from '@/lib/forms/state'
import type { EntryKind } from '@/lib/kinds/names'
import { entryKinds } from '@/lib/kinds/names'
import type { Cell, OpenedCell } from '@/lib/timeline/cells'

type Opened = Exclude<OpenedCell, { message: string }>

/** Where the focus goes once a cell is closed: to the cell, or to the one after or before it. */
export type Onward = -1 | 0 | 1

/**
 * One field of an entry, edited where it stands. The form holds the whole entry, so that a save is
 * that of the entry's own form: what others changed meanwhile is kept, or asked about.
 */
export function CellForm({
  cell,
  opened,
  action,
  onSaved,
  onClose,
}: {
  cell: Cell
  opened: Opened
  action: FormAction
  onSaved: (message: string, onward: Onward) => void
  onClose: (onward: Onward) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const onward = useRef<Onward>(0)
  // Where something is said about it, Tab goes to what is said.
  const stopped = useRef(false)
  const [first] = useState(opened.values)

  // With the field itself, so that a key which follows at once is typed into it.
  useLayoutEffect(() => {
    const field = fieldIn(box.current)
    field?.focus()
    if (field instanceof HTMLInputElement) field.select()
  }, [])

  const save: FormAction = async (previous, data) => {
    const state = await action(previous, data)
    stopped.current = state.status !== 'ok'
    if (state.status === 'ok') onSaved(state.message, onward.current)
    onward.current = 0
    return state
  }

  function onKey(event: KeyboardEvent) {
    if (event.defaultPrevented) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onClose(0)
    }
    const field = fieldIn(box.current)
    if (event.key !== 'Tab' || stopped.current || event.target !== field) return
    event.preventDefault()
    onward.current = event.shiftKey ? -1 : 1
    const form = field?.closest('form')
    if (form && isChanged(form, opened.values)) form.requestSubmit()
    else onClose(onward.current)
  }

  return (
    // Keys that the field itself has no use for come here.
    <div ref={box} onKeyDown={onKey} className="w-72 max-w-[80vw] py-2 text-base">
      <ActionForm
        action={save}
        initial={first}
        secondary={
          <Button tone="quiet" onClick={() => onClose(0)}>
            Cancel
          </Button>
        }
      >
        <RestOfEntry cell={cell} />
        <CellField {...{ cell, opened }} />
      </ActionForm>
    </div>
  )
}

function CellField({ cell, opened }: { cell: Cell; opened: Opened }) {
  const { base } = useForm()
  const [kind, setKind] = useState(() => kindOr(textOf(base.kind)))
  if (cell === 'title') return <TextField name="title" label="Title" required />
  if (cell === 'date') return <WhenField name="date" label="When" required />
  if (cell === 'tags') return <TextField name="tags" label="Tags" hint="Several with commas" />
  if (cell === 'place') return <PlaceField town={opened.town} />
  return (
    <KindField
      kinds={opened.kinds}
      used={[]}
      kind={kind}
      onKind={(name) => setKind(kindOr(name))}
    />
  )
}

function kindOr(name: string): EntryKind | '' {
  return entryKinds.find((kind) => kind === name) ?? ''
}

/** All that the entry holds beside the cell, sent along unseen. */
function RestOfEntry({ cell }: { cell: Cell }) {
  const { values } = useForm()
  const own = new Set(cell === 'place' ? ['place', 'town'] : [cell])
  return Object.entries(values).flatMap(([name, value]) => {
    if (own.has(name) || name.startsWith('_')) return []
    return [value].flat().map((text, index) =>
      // A place that is picked writes its coordinates; lines stay lines in a text area alone.
      name === 'latitude' || name === 'longitude' ? (
        <input key={name} hidden readOnly dir="auto" name={name} defaultValue={text} />
      ) : (
        <textarea
          key={`${name} ${index} ${text}`}
          hidden
          readOnly
          dir="auto"
          name={name}
          defaultValue={text}
        />
      ),
    )
  })
}

function fieldIn(box: HTMLElement | null): HTMLInputElement | HTMLSelectElement | null {
  return (
    box?.querySelector<HTMLInputElement | HTMLSelectElement>(
      'input:not([type=hidden], [hidden]), select',
    ) ?? null
  )
}

function isChanged(form: HTMLFormElement, values: Opened['values']): boolean {
  return [...new FormData(form)].some(
    ([name, value]) =>
      typeof value === 'string' && name in values && !sameText(value, textOf(values[name])),
  )
}

function sameText(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n')
}
