'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** Folds a proposed entry away. Nothing was written, so nothing is deleted; it can come back. */
export function DropDraft({ draftKey }: { draftKey: string }) {
  const [dropped, setDropped] = useState(false)
  function toggle() {
    const card = document.getElementById(draftKey)
    if (!dropped) card?.setAttribute('data-dropped', '')
    else card?.removeAttribute('data-dropped')
    setDropped(!dropped)
  }
  return (
    <Button tone="quiet" onClick={toggle} aria-pressed={dropped} data-drop>
      {dropped ? 'Bring back' : 'Drop'}
    </Button>
  )
}
