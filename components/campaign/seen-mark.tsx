'use client'

import { startTransition, useEffect, useRef } from 'react'
import { idle, type FormAction } from '@/lib/forms/state'

/**
 * Notes, once a page was really in view, that what stands above was seen. A page that was only
 * fetched ahead, or opened behind another one, was seen by nobody.
 */
export function SeenMark({ action }: { action: FormAction }) {
  const mark = useRef<HTMLSpanElement>(null)
  const noted = useRef(false)
  useEffect(() => {
    const element = mark.current
    if (!element || noted.current) return
    const watch = new IntersectionObserver((entries) => {
      if (noted.current || document.visibilityState !== 'visible') return
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      noted.current = true
      watch.disconnect()
      startTransition(() => void action(idle, new FormData()))
    })
    const look = () => {
      watch.unobserve(element)
      watch.observe(element)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      watch.disconnect()
      document.removeEventListener('visibilitychange', look)
    }
  }, [action])
  return <span ref={mark} aria-hidden="true" className="block h-px" />
}
