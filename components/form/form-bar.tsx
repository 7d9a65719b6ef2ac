'use client'

import { useEffect, useRef, type ReactNode } from 'react'

/**
 * The buttons of a long form, always in view at the foot of the window, and above the keyboard of a
 * phone, which covers the foot of the page without telling its style.
 */
export function FormBar({ children }: { children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const seen = window.visualViewport
    if (!seen) return
    const place = () => {
      const covered = window.innerHeight - seen.height - seen.offsetTop
      // A page that is only enlarged has no keyboard over it.
      bar.current?.style.setProperty('bottom', `${seen.scale > 1 ? 0 : Math.max(0, covered)}px`)
    }
    seen.addEventListener('resize', place)
    seen.addEventListener('scroll', place)
    return () => {
      seen.removeEventListener('resize', place)
      seen.removeEventListener('scroll', place)
    }
  }, [])
  return (
    <div
      ref={bar}
      data-form-bar=""
      className="border-control bg-paper sticky bottom-0 z-20 -mx-4 mt-6 flex flex-wrap items-center gap-x-3 gap-y-1 border-t px-4 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] sm:-mx-6 sm:px-6"
    >
      {children}
    </div>
  )
}
