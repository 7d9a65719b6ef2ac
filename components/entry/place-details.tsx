'use client'

import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { WhenField } from '@/components/form/when-field'
import { readPair } from '@/lib/places'
import { placePrecisionLabels } from '@/lib/schemas/words'
import { optionsOf } from './form-choices'
import { writeCoordinates } from './write-coordinates'

/** What is said of the place beside its name: how shares show it, and where it lies exactly. */
export function PlaceDetails() {
  return (
    <>
      <div className="grid items-start gap-4 @md:grid-cols-2">
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
      <div
        className="grid items-start gap-4 @md:grid-cols-2"
        onInput={({ target }) => {
          const pair = target instanceof HTMLInputElement ? readPair(target.value) : null
          if (pair && target instanceof HTMLInputElement) writeCoordinates(target.form, pair)
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
    </>
  )
}
