'use client'

import { useEffect } from 'react'
import { fieldId } from './field-id'
import { useForm } from './form-context'
import { LookupField } from './lookup-field'

/** Begins with the zone of this device, which only a browser with script can tell. */
export function TimeZoneField({
  zones,
  hint,
  required = false,
}: {
  zones: string[]
  hint: string
  required?: boolean
}) {
  const { id } = useForm()
  useEffect(() => {
    const field = document.getElementById(fieldId(id, 'timeZone'))
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    if (field instanceof HTMLInputElement && field.value === '' && zones.includes(timeZone))
      field.value = timeZone
  }, [id, zones])
  return (
    <LookupField
      name="timeZone"
      label="Time zone"
      hint={hint}
      options={zones}
      spellCheck={false}
      required={required}
    />
  )
}
