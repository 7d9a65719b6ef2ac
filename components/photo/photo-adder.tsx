'use client'

import { useRef, useState, type KeyboardEvent } from 'react'
import { fieldId } from '@/components/form/field-id'
import { useForm } from '@/components/form/form-context'
import { PHOTO_WAITS } from '@/components/form/guarded-action'
import { Button } from '@/components/ui/button'
import { photoRefusals, type Area } from '@/lib/photos'
import { AreaMarker, type Drawable } from './area-marker'
import { drawableFrom, sendPhoto } from './send-photo'

type Chosen = { file: File; picture: Drawable }

/** Chooses a picture, marks what must not be recognized, and sends it; `onAdded` gets its id. */
export function PhotoAdder({ onAdded }: { onAdded: (id: string) => void }) {
  const form = useForm()
  const id = fieldId(form.id, PHOTO_WAITS)
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [areas, setAreas] = useState<Area[]>([])
  const [sending, setSending] = useState(false)
  const [trouble, setTrouble] = useState('')

  async function choose(file: File | undefined) {
    setAreas([])
    setTrouble('')
    const picture = file ? await drawableFrom(file) : null
    setChosen(file && picture ? { file, picture } : null)
    if (file && !picture) setTrouble(photoRefusals.kind[1])
  }

  function putAway() {
    setChosen(null)
    if (input.current) input.current.value = ''
  }

  async function send({ file, picture }: Chosen) {
    setSending(true)
    setTrouble('')
    const answer = await sendPhoto(file, picture, areas)
    setSending(false)
    if ('message' in answer) return setTrouble(answer.message)
    putAway()
    onAdded(answer.id)
  }

  return (
    <div className="script-only space-y-3" onKeyDown={keepEnter}>
      <div>
        <label htmlFor={id} className="mb-1 block font-semibold">
          Add a photo
        </label>
        <p id={`${id}-hint`} className="text-muted mb-1.5">
          JPEG, PNG or WebP. Location and camera data are removed.
        </p>
        {/* It has no name: the form sends the id of the kept photo, not the photo. */}
        <input
          ref={input}
          id={id}
          type="file"
          accept="image/*"
          aria-describedby={`${id}-hint`}
          className="control file:mr-3 file:min-h-9 file:font-semibold"
          onChange={({ target }) => void choose(target.files?.[0])}
        />
      </div>
      {chosen && (
        <>
          <input type="hidden" name={PHOTO_WAITS} value="chosen" />
          {form.errors[PHOTO_WAITS]?.map((message) => (
            <p key={message} className="text-error font-medium">
              {message}
            </p>
          ))}
          <AreaMarker picture={chosen.picture} areas={areas} onAreas={setAreas} />
          <div className="flex flex-wrap gap-3">
            <Button aria-disabled={sending} onClick={() => void (sending || send(chosen))}>
              {sending ? 'Adding …' : addLabel(areas.length)}
            </Button>
            <Button tone="quiet" onClick={putAway}>
              Not this one
            </Button>
          </div>
        </>
      )}
      <p role="status" className="text-error font-medium empty:hidden">
        {trouble}
      </p>
    </div>
  )
}

// Enter in a number would send the form around it.
function keepEnter(event: KeyboardEvent<HTMLDivElement>) {
  if (
    event.key === 'Enter' &&
    event.target instanceof HTMLInputElement &&
    event.target.type === 'number'
  )
    event.preventDefault()
}

function addLabel(areas: number): string {
  if (areas === 0) return 'Add the photo, nothing hidden'
  return `Add the photo, ${areas === 1 ? '1 area' : `${areas} areas`} hidden for good`
}
