'use client'

import { useEffect } from 'react'

const OPEN = 'details[data-menu][open]'

/**
 * Closes menus made of `details` as menus do: on Escape, which gives the focus back, on a press
 * outside, and when something in them is followed.
 */
export function CloseMenus() {
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    document.addEventListener(
      'keydown',
      ({ key }) => {
        if (key !== 'Escape') return
        for (const menu of openMenus()) {
          const inside = menu.contains(document.activeElement)
          menu.open = false
          if (inside) menu.querySelector('summary')?.focus()
        }
      },
      { signal },
    )
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        for (const menu of openMenus())
          if (!(target instanceof Node && menu.contains(target))) menu.open = false
      },
      { signal },
    )
    document.addEventListener(
      'click',
      ({ target }) => {
        const link = target instanceof Element ? target.closest('a[href]') : null
        for (const menu of openMenus()) if (link && menu.contains(link)) menu.open = false
      },
      { signal },
    )
    return () => stop.abort()
  }, [])
  return null
}

function openMenus(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>(OPEN)]
}
