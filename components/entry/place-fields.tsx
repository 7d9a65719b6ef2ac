'use client'

import { useRef, useState } from 'react'
import { ComboBox } from '@/components/form/combo-box'
import { useForm } from '@/components/form/form-context'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { textOf } from '@/components/form/use-field'
import { useLookup } from '@/components/form/use-lookup'
import { WhenField } from '@/components/form/when-field'
import { readPair, type OfferedPlace } from '@/lib/places'
import { placePrecisionLabels } from '@/lib/schemas/words'
import { optionsOf } from './form-choices'

/**
 * Where it was, in any words. A town that is picked brings its coordinates and its clocks; they go
 * when the text no longer names the town.
 */
export function PlaceFields() {
  const { base, touch } = useForm()
  const [text, setText] = useState(() => textOf(base.place))
  const [typing, setTyping] = useState(false)
  const [town, setTown] = useState(() => textOf(base.town))
  const [picked, setPicked] = useState<OfferedPlace | null>(null)
  const coordinates = useRef<HTMLDivElement>(null)
  const { items, waiting } = useLookup<OfferedPlace>(
    typing && text.trim().length > 1 ? `/api/places?${new URLSearchParams({ q: text })}` : null,
  )

  function write(latitude: string, longitude: string) {
    const fields = coordinates.current?.querySelectorAll('input') ?? []
    for (const field of fields) field.value = field.name === 'latitude' ? latitude : longitude
  }

  function type(typed: string) {
    setText(typed)
    setTyping(true)
    if (!picked || typed.toLowerCase().includes(picked.town.toLowerCase())) return
    setPicked(null)
    setTown('')
    write('', '')
  }

  function pick(place: OfferedPlace) {
    setText(place.name)
    setTyping(false)
    setTown(place.id)
    setPicked(place)
    write(String(place.latitude), String(place.longitude))
    touch()
  }

  return (
    <div className="space-y-4">
      <div>
        <input type="hidden" name="town" value={town} />
        <ComboBox
          name="place"
          label="Where"
          hint="The place, then the town: Amazon Spheres, Seattle"
          items={typing ? items : []}
          text={text}
          onText={type}
          picked={typing ? null : (picked?.id ?? null)}
          onPick={pick}
          waiting={waiting}
          emptyWords="No town found: the place is saved as you typed it."
          autoCapitalize="words"
        />
        <p role="status" className="text-success mt-1 min-h-6">
          {picked &&
            `Understood: ${picked.town}, ${picked.note}; on the clocks of ${picked.zone.replaceAll('_', ' ')}`}
        </p>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="placePrecision"
          label="Place in shares"
          options={optionsOf(placePrecisionLabels)}
          defaultValue="exact"
        />
        <WhenField
          name="placeHiddenUntil"
          label="Hide it from shares until"
          hint="A day, or a day and an hour there"
          expects="ahead"
        />
      </div>
      <details>
        <summary className="min-h-11 py-2.5 underline underline-offset-4">Coordinates</summary>
        <div
          ref={coordinates}
          className="grid gap-4 pt-2 sm:grid-cols-2"
          onInput={({ target }) => {
            const pair = target instanceof HTMLInputElement ? readPair(target.value) : null
            if (pair) write(pair.latitude, pair.longitude)
          }}
        >
          <TextField name="latitude" label="Latitude" inputMode="decimal" hint="Such as 47.6062" />
          <TextField
            name="longitude"
            label="Longitude"
            inputMode="decimal"
            hint="Such as -122.3321"
          />
        </div>
      </details>
    </div>
  )
}
