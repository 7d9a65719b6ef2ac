'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { keysAreOff, turnKeys } from './keys-off'

const KEYS = [
  ['j', 'Next entry'],
  ['k', 'Previous entry'],
  ['t', 'Jump to a date'],
  ['n', 'Log an entry on the date in view'],
  ['?', 'Keyboard shortcuts'],
] as const
const MORE = {
  lanes: [
    ['+ −', 'Zoom in and out'],
    ['0', 'The whole campaign'],
    ['← →', 'Earlier and later, in the lanes'],
    ['Home', 'The beginning; End: the end'],
  ],
  map: [
    ['+ −', 'Zoom in and out'],
    ['0', 'All places'],
    ['← ↑ → ↓', 'Move the map, when it has the focus'],
  ],
  table: [
    ['Enter', 'Edit the cell that has the focus; F2 edits a title'],
    ['Esc', 'Leave the cell as it was'],
  ],
} as const

/** A view that has keys of its own. */
export type MoreKeys = keyof typeof MORE

/** Shows the timeline's keys, and turns them on or off. */
export function KeysDialog({
  more,
  onClose,
}: {
  more?: MoreKeys | undefined
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="keys-title"
      className="border-control bg-paper text-ink m-auto max-w-sm border p-6 shadow-lg backdrop:bg-black/40"
    >
      <h2 id="keys-title" className="mb-4 text-xl">
        Keyboard shortcuts
      </h2>
      <dl className="mb-5 grid grid-cols-[5rem_1fr] gap-y-2">
        {[...KEYS, ...(more ? MORE[more] : [])].map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="border-control rounded-xs border px-1.5 font-sans">{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog" className="flex flex-wrap gap-3">
        <Button type="submit">Close</Button>
        <Button type="submit" tone="quiet" onClick={turnKeys}>
          {keysAreOff() ? 'Turn shortcuts on' : 'Turn shortcuts off'}
        </Button>
      </form>
    </dialog>
  )
}
