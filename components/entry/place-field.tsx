'use client'

import { useState } from 'react'
import { ComboBox } from '@/components/form/combo-box'
import { useForm } from '@/components/form/form-context'
import { NOT_LOOKED_UP } from '@/components/form/look-up'
import { textOf } from '@/components/form/use-field'
import { useLookup } from '@/components/form/use-lookup'
import { formOf } from '@/components/form/write-field'
import type { OfferedPlace } from '@/lib/places'
import { writeCoordinates } from './write-coordinates'

/**
 * Where it was, in any words. A town that is picked brings its coordinates and its clocks; they go
 * when the text no longer names the town.
 *
 * @param props.town the name of the town that is kept with it, where the coordinates stand out of sight
 */
export function PlaceField({ town: named = null }: { town?: string | null }) {
  const { id, base, touch } = useForm()
  const [text, setText] = useState(() => textOf(base.place))
  const [typing, setTyping] = useState(false)
  const [town, setTown] = useState(() => textOf(base.town))
  const [picked, setPicked] = useState<OfferedPlace | null>(null)
  const { items, waiting, failed } = useLookup<OfferedPlace>(
    typing && text.trim().length > 1 ? `/api/places?${new URLSearchParams({ q: text })}` : null,
  )

  function type(typed: string) {
    setText(typed)
    setTyping(true)
    const expected = picked?.town ?? named
    if (expected === null || typed.toLowerCase().includes(expected.toLowerCase())) return
    setPicked(null)
    setTown('')
    writeCoordinates(formOf(id), { latitude: '', longitude: '' })
  }

  function pick(place: OfferedPlace) {
    setText(place.name)
    setTyping(false)
    setTown(place.id)
    setPicked(place)
    const { latitude, longitude } = place
    writeCoordinates(formOf(id), { latitude: String(latitude), longitude: String(longitude) })
    touch()
  }

  return (
    <div>
      <input type="hidden" name="town" value={town} />
      <ComboBox
        name="place"
        label="Where"
        hint={picked ? undefined : 'The place, then the town: Amazon Spheres, Seattle'}
        items={typing ? items : []}
        text={text}
        onText={type}
        picked={typing ? null : (picked?.id ?? null)}
        onPick={pick}
        waiting={waiting}
        nothingAsked={!typing || text.trim().length < 2}
        emptyWords={failed ? NOT_LOOKED_UP : 'No town found: the place is saved as you typed it.'}
        autoCapitalize="words"
      />
      <p role="status" className="text-success mt-1 text-sm empty:hidden">
        {picked &&
          `Understood: ${picked.town}, ${picked.note}; local time: ${picked.zone.replaceAll('_', ' ')}`}
      </p>
    </div>
  )
}
