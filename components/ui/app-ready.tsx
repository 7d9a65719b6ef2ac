'use client'

import { useEffect } from 'react'

/**
 * Says that the page answers to what people do, to the script that was there before it
 * (`scripts/server/documents/later.ts`) and repeats what was pressed meanwhile.
 */
export function AppReady() {
  useEffect(() => {
    const latest = performance.now() + 10_000
    // A part that hears keys, and whose script comes on its own, says `data-waking` until it does.
    const say = () => {
      if (document.querySelector('[data-waking]') && performance.now() < latest)
        return void setTimeout(say, 50)
      dispatchEvent(new Event('ready:throughline'))
    }
    noteFonts()
    // The parts of the page come to life one after the other, this one not as the last.
    if (!('requestIdleCallback' in globalThis)) return void setTimeout(say, 100)
    requestIdleCallback(say, { timeout: 500 })
  }, [])
  return null
}

/** Tells the server that this browser has the fonts, so that documents may be written in them at once. */
function noteFonts(): void {
  void document.fonts.ready.then((fonts) => {
    const isThere = [...fonts].some(
      ({ family, status }) => status === 'loaded' && !family.includes('Fallback'),
    )
    // As `scripts/server/documents/later.ts` does where no other page was seen before.
    if (isThere) document.cookie = 'fonts=1;path=/;max-age=2592000;samesite=lax'
  })
}
