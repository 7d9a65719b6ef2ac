'use client'

import { useEffect, useRef, type ReactNode } from 'react'

/**
 * What a page has to say to whoever comes from a save: it takes the focus, so that it is read out,
 * once the script is there; before, as the page loads.
 */
export function Arrival({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} autoFocus className="scroll-mt-4">
      {children}
    </div>
  )
}
