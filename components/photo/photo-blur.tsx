'use client'

import { useEffect, useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import type { FormAction } from '@/lib/forms/state'
import type { Area } from '@/lib/photos'
import { AreaMarker, type Drawable } from './area-marker'
import { drawableFrom } from './send-photo'

/** Marks further areas of a photo that is kept already, which are then hidden for good. */
export function PhotoBlur({ action, id, src }: { action: FormAction; id: string; src: string }) {
  const [picture, setPicture] = useState<Drawable | null>(null)
  const [areas, setAreas] = useState<Area[]>([])

  useEffect(() => {
    let left = false
    void fetch(src)
      .then((answer) => answer.blob())
      .then(drawableFrom)
      .then((drawn) => {
        if (!left) setPicture(drawn)
      })
      .catch(() => undefined)
    return () => {
      left = true
    }
  }, [src])

  return (
    <ActionForm action={action} submitLabel="Blur for good" submitTone="danger">
      <input type="hidden" name="photo" value={id} />
      <input type="hidden" name="areas" value={JSON.stringify(areas)} />
      <div className="script-only">
        {picture ? (
          <AreaMarker picture={picture} areas={areas} onAreas={setAreas} />
        ) : (
          <p className="text-muted">Uploading the photo …</p>
        )}
      </div>
      <p className="no-script-only">
        Marking areas needs JavaScript. Without it, remove the photo from the entry, blur it
        elsewhere, and add it again.
      </p>
    </ActionForm>
  )
}
