'use client'

import { useRouter } from 'next/navigation'
import {
  lazy,
  startTransition,
  Suspense,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { createPortal } from 'react-dom'
import type { DateHabits } from '@/lib/dates/habits'
import type { FormAction } from '@/lib/forms/state'
import { notSavedBecause } from '@/lib/not-saved'
import { isCell, type Cell, type OpenedCell } from '@/lib/timeline/cells'
import type { Onward } from './cell-form'

// Most readers only look at the table.
const CellForm = lazy(() => import('./cell-form').then((found) => ({ default: found.CellForm })))

type Open = {
  cell: Cell
  place: HTMLElement
  link: HTMLElement
  id: string
  opened: Exclude<OpenedCell, { message: string }>
}

/**
 * Opens the cells of a table where they stand: a press, Enter or F2 on one shows its field, Enter saves
 * it, Escape leaves it as it was, Tab saves it and goes on. Before script a cell is a link to the
 * entry's form.
 */
export function CellEditing({
  where,
  read,
  save,
  children,
}: {
  where: { slug: string; habits: DateHabits }
  read: (id: string) => Promise<OpenedCell>
  save: (
    bound: { slug: string; habits: DateHabits; id: string },
    ...rest: Parameters<FormAction>
  ) => ReturnType<FormAction>
  children: ReactNode
}) {
  const router = useRouter()
  const table = useRef<HTMLDivElement>(null)
  const asked = useRef(0)
  const [open, setOpen] = useState<Open | null>(null)
  const [said, setSaid] = useState<ReactNode>(null)

  /** Puts the focus where it belongs, once the cell's link is shown again. */
  const afterwards = useRef<(() => void) | null>(null)

  useEffect(() => {
    if (!open) {
      afterwards.current?.()
      afterwards.current = null
      return
    }
    open.place.setAttribute('data-open', '')
    return () => open.place.removeAttribute('data-open')
  }, [open])

  async function begin(link: HTMLElement) {
    const { cell } = link.dataset
    const place = link.closest<HTMLElement>('td, th')
    const id = link.closest<HTMLElement>('[data-entry]')?.dataset.entry
    if (!isCell(cell) || !place || !id) return
    const turn = ++asked.current
    setSaid(null)
    link.setAttribute('aria-busy', 'true')
    const opened = await read(id).catch((error: unknown) => ({ message: unread(error) }))
    link.removeAttribute('aria-busy')
    if (turn !== asked.current) return
    if ('message' in opened) setSaid(opened.message)
    else setOpen({ cell, place, link, id, opened })
  }

  function onClick(event: MouseEvent) {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return
    const link = linkAt(event.target)
    if (!link) return
    event.preventDefault()
    void begin(link)
  }

  function onKey(event: KeyboardEvent) {
    if (event.key !== 'F2' || !(event.target instanceof Element)) return
    const place = event.target.closest('td, th')
    const link = place?.querySelector<HTMLElement>('a[data-cell]')
    if (!link || place === open?.place) return
    event.preventDefault()
    void begin(link)
  }

  function close(from: Open, onward: Onward) {
    afterwards.current = () => {
      // A row that was read anew may have other elements.
      const link =
        table.current?.querySelector<HTMLElement>(
          `[data-entry="${from.id}"] a[data-cell="${from.cell}"]`,
        ) ?? from.link
      const next = neighbour(table.current, link, onward) ?? link
      next.focus()
    }
    // Another cell may have been opened while this one was saved.
    setOpen((now) => (now === from ? null : now))
  }

  return (
    <div ref={table} onClick={onClick} onKeyDown={onKey} className="cells">
      {children}
      <p role="status" className="script-only text-muted mt-2 min-h-6 text-sm">
        {said}
      </p>
      {open &&
        createPortal(
          <Suspense>
            <CellForm
              key={`${open.id} ${open.cell}`}
              cell={open.cell}
              opened={open.opened}
              action={(...rest) => save({ ...where, id: open.id }, ...rest)}
              onClose={(onward) => close(open, onward)}
              onSaved={(message, onward) => {
                setSaid(message)
                startTransition(() => {
                  router.refresh()
                  close(open, onward)
                })
              }}
            />
          </Suspense>,
          open.place,
        )}
    </div>
  )
}

function linkAt(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('a[data-cell]') : null
}

function neighbour(
  table: HTMLElement | null,
  link: HTMLElement,
  step: Onward,
): HTMLElement | undefined {
  const all = [...(table?.querySelectorAll<HTMLElement>('a[data-cell]') ?? [])]
  return all[all.indexOf(link) + step]
}

function unread(error: unknown): string {
  return (
    notSavedBecause(error) ??
    'The entry could not be opened here. Check the connection and try again.'
  )
}
