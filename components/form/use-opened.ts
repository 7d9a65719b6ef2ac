'use client'

import { useEffect, useRef } from 'react'
import { useForm } from './form-context'

/** A summary that opens when something behind it is to be fixed, after each send that it stopped. */
export function useOpened(isWithin: (name: string) => boolean) {
  const { errors } = useForm()
  const box = useRef<HTMLDetailsElement>(null)
  const wrong = Object.keys(errors).some(isWithin)
  useEffect(() => {
    if (wrong && box.current) box.current.open = true
  }, [wrong, errors])
  return { box, wrong }
}
