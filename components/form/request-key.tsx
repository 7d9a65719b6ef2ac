'use client'

import { useEffect, useState } from 'react'
import { randomId } from '@/lib/forms/random-id'
import { useForm } from './form-context'
import { textOf } from './use-field'

/**
 * Says that two sends are one. A send that was not answered may have been saved: sent again as it
 * is, it is the same, and with other words it is one of its own, lest those be lost.
 */
export function RequestKey() {
  const { id, values, failed } = useForm()
  const [key, setKey] = useState(() => textOf(values.requestKey))
  useEffect(() => {
    const form = document.getElementById(id)
    if (!failed || !form) return
    // After React's own listeners, which would else find their fields drawn anew.
    const renew = () => setTimeout(() => setKey(randomId()))
    form.addEventListener('input', renew, { once: true })
    return () => form.removeEventListener('input', renew)
  }, [failed, id])
  return <input type="hidden" name="requestKey" value={key} />
}
