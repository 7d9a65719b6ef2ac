'use client'

import { lazy, Suspense, useEffect, useRef, useState, type ComponentProps } from 'react'

// Most readers only look at the rail: what moves on it comes when it is first reached or scrolled past.
const Brush = lazy(() => import('./rail-brush').then((found) => ({ default: found.RailBrush })))

/** Lies over a drawing of the rail and wakes its brush. */
export function RailOver(props: Omit<ComponentProps<typeof Brush>, 'over'>) {
  const over = useRef<HTMLDivElement>(null)
  const [awake, setAwake] = useState(false)
  useEffect(() => {
    const rail = over.current?.closest('nav')
    const wake = () => setAwake(true)
    const signs = ['pointerover', 'touchstart', 'focusin']
    for (const sign of signs) rail?.addEventListener(sign, wake, { once: true, passive: true })
    addEventListener('scroll', wake, { once: true, passive: true })
    return () => {
      for (const sign of signs) rail?.removeEventListener(sign, wake)
      removeEventListener('scroll', wake)
    }
  }, [])
  return (
    <div ref={over} className="pointer-events-none absolute inset-0">
      {awake && (
        <Suspense>
          <Brush {...props} />
        </Suspense>
      )}
    </div>
  )
}
