'use client'

import { useEffect, useRef, useState, type RefObject } from 'react'
import { formValues } from '@/lib/forms/form-data'
import { randomId } from '@/lib/forms/random-id'
import type { FormValues } from '@/lib/forms/state'
import { slotName, slotsOf } from './draft-slots'
import { seal, sealingKey, unseal } from './sealed-words'

/** Whose words of which form; `key` is the member's own, in Base64 (server/auth/draft-key.ts). */
export type DraftPlace = { form: string; key: string }

/**
 * What becomes of words that are not saved: kept on this device; not kept where nothing can be sealed
 * (http from another machine), or where the browser's store takes no more. Unknown before script.
 */
export type Keeping = 'unknown' | 'kept' | 'unsealed' | 'full'

/**
 * Words that were typed and never saved: when (milliseconds since 1970), the fields, and how many such
 * drafts of the form there are.
 */
export type FoundDraft = { name: string; at: number; values: FormValues; count: number }

const PAUSE_MS = 250
const EVENTS = ['input', 'change', 'click', 'keyup'] as const

/**
 * Keeps on this device what is typed in a form, until it is saved or thrown away.
 *
 * @param place nothing for a form that keeps nothing
 * @returns what an earlier tab left, and when words of this one were last kept; `drop` forgets it or, without one, this form's own words
 */
export function useDraft(place: DraftPlace | undefined, form: RefObject<HTMLFormElement | null>) {
  const [found, setFound] = useState<FoundDraft | null>(null)
  const [keeps, setKeeps] = useState<Keeping>('unknown')
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const own = useRef('')
  const written = useRef('')
  const { form: name, key: base64 } = place ?? {}

  useEffect(() => {
    const element = form.current
    if (!name || !base64 || !element) return
    own.current = slotName(name, randomId())
    written.current = textOf(element)
    let over = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let key: CryptoKey | null = null
    const keep = async () => {
      timer = undefined
      const slot = own.current
      const now = textOf(element)
      if (!key || now === written.current) return
      written.current = now
      const at = Date.now()
      const sealed = await seal(key, at, JSON.parse(now) as FormValues)
      // It may have been saved while it was being sealed.
      if (over || own.current !== slot) return
      const stored = store(slot, sealed)
      setKeeps(stored ? 'kept' : 'full')
      if (stored) setSavedAt(at)
    }
    const onEvent = () => {
      timer ??= setTimeout(() => void keep(), PAUSE_MS)
    }
    const onHide = () => void keep()
    void sealingKey(base64).then(async (made) => {
      if (over) return
      if (!made) return setKeeps('unsealed')
      key = made
      setKeeps('kept')
      setFound(await newest(made, name, own.current))
    })
    for (const event of EVENTS) element.addEventListener(event, onEvent)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      over = true
      clearTimeout(timer)
      for (const event of EVENTS) element.removeEventListener(event, onEvent)
      document.removeEventListener('visibilitychange', onHide)
    }
  }, [form, name, base64])

  return {
    found,
    keeps,
    savedAt,
    drop: (draft?: FoundDraft) => {
      if (draft) {
        localStorage.removeItem(draft.name)
        setFound(null)
      } else if (name && own.current) {
        localStorage.removeItem(own.current)
        own.current = slotName(name, randomId())
        if (form.current) written.current = textOf(form.current)
      }
    },
  }
}

function textOf(form: HTMLFormElement): string {
  return JSON.stringify(formValues(new FormData(form)))
}

// A full or closed store keeps nothing: the words stay in the page.
function store(slot: string, sealed: string): boolean {
  try {
    localStorage.setItem(slot, sealed)
    return true
  } catch {
    return false
  }
}

async function newest(key: CryptoKey, form: string, own: string): Promise<FoundDraft | null> {
  const others = slotsOf(form).filter(({ name }) => name !== own)
  for (const [index, { name, at }] of others.entries()) {
    const values = await unseal(key, localStorage.getItem(name) ?? '')
    if (values) return { name, at, values, count: others.length - index }
  }
  return null
}
