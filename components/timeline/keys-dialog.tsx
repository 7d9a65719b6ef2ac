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
const LANE_KEYS = [
  ['+ −', 'Zoom in and out'],
  ['0', 'The whole campaign'],
  ['← →', 'Earlier and later, in the lanes'],
  ['Home', 'The beginning; End: the end'],
] as const

/** Tells the timeline's keys, and turns them on or off. */
export function KeysDialog({ lanes, onClose }: { lanes: boolean; onClose: () => void }) {
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
      <dl className="mb-5 grid grid-cols-[3.5rem_1fr] gap-y-2">
        {[...KEYS, ...(lanes ? LANE_KEYS : [])].map(([key, what]) => (
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
