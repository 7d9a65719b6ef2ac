'use client'

import { Button } from '@/components/ui/button'
import type { Taking } from './take-words'

const ACTIONS: { taking: Taking; label: string; key: string }[] = [
  { taking: 'quote', label: 'Quote', key: 'Q' },
  { taking: 'date', label: 'Date', key: 'D' },
  { taking: 'demand', label: 'Demand', key: 'M' },
  { taking: 'passage', label: 'Cite', key: 'C' },
]

/**
 * What marked words may become: below them at a desk, at the foot of the window on a phone. The keys
 * work in the text as well.
 */
export function WordsToolbar({
  top,
  field,
  onTake,
}: {
  /** Where the words end, in pixels within what scrolls. */
  top: number
  /** The label of the field that was last in; empty where none was. */
  field: string
  onTake: (taking: Taking | 'field') => void
}) {
  return (
    <div
      role="toolbar"
      aria-label="Marked words"
      style={{ ['--below' as string]: `${top + 6}px` }}
      // A press must not take the mark away before it is read.
      onPointerDown={(event) => event.preventDefault()}
      className="border-control bg-paper z-30 flex flex-wrap gap-2 border p-2 shadow-lg select-none max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:pb-[max(0.5rem,env(safe-area-inset-bottom))] lg:absolute lg:inset-x-3 lg:top-(--below)"
    >
      {field !== '' && (
        <Button tone="quiet" className="px-3" onClick={() => onTake('field')}>
          Put in “{field}” <Key>Enter</Key>
        </Button>
      )}
      {ACTIONS.map(({ taking, label, key }) => (
        <Button key={taking} tone="quiet" className="px-3" onClick={() => onTake(taking)}>
          {label} <Key>{key}</Key>
        </Button>
      ))}
    </div>
  )
}

function Key({ children }: { children: string }) {
  return (
    <kbd aria-hidden="true" className="text-muted text-sm font-normal max-lg:hidden">
      {children}
    </kbd>
  )
}
