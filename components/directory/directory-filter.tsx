'use client'

import Form from 'next/form'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, startTransition } from 'react'
import { Button } from '@/components/ui/button'

const PAUSE_MS = 250

/** Narrows a directory to names with these words, as one types; a button does it without script. */
export function DirectoryFilter({ here, q, label }: { here: string; q: string; label: string }) {
  const router = useRouter()
  const timer = useRef<number>(undefined)
  useEffect(() => () => window.clearTimeout(timer.current), [])

  function narrow(words: string) {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      const query = words.trim() === '' ? '' : `?${new URLSearchParams({ q: words }).toString()}`
      startTransition(() => router.replace(`${here}${query}`, { scroll: false }))
    }, PAUSE_MS)
  }

  return (
    <Form action={here} className="chrome mb-6 flex max-w-prose flex-wrap items-end gap-3">
      <label className="min-w-0 flex-1 basis-64">
        <span className="font-semibold">{label}</span>
        <input
          name="q"
          type="search"
          defaultValue={q}
          onChange={(event) => narrow(event.currentTarget.value)}
          autoComplete="off"
          className="control mt-1"
        />
      </label>
      <Button type="submit" tone="quiet" className="no-script-only">
        Find
      </Button>
    </Form>
  )
}
