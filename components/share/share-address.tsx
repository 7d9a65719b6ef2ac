'use client'

import { useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

/** A link's address to copy; without script it can be selected by hand. */
export function ShareAddress({ url, label }: { url: string; label: string }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')

  async function copy() {
    input.current?.select()
    try {
      await navigator.clipboard.writeText(url)
      setSaid('Copied.')
    } catch {
      // Browsers let only https pages write to the clipboard.
      setSaid('Selected. Copy it with your keyboard or menu.')
    }
  }

  return (
    <div>
      <label htmlFor={id} className="text-muted text-sm">
        {label}
      </label>
      <div className="mt-1 flex flex-wrap gap-2">
        <input
          dir="auto"
          ref={input}
          id={id}
          readOnly
          value={url}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          className="control min-w-0 flex-1 basis-64"
        />
        <Button tone="quiet" onClick={copy} className="script-only">
          Copy
        </Button>
      </div>
      <p role="status" className="text-muted text-sm">
        {said}
      </p>
    </div>
  )
}
