'use client'

import { useEffect, useRef, type MouseEvent } from 'react'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/forms/state'
import { ConflictList } from './conflict-list'
import { fieldId } from './field-id'
import { openAround } from './write-field'

/** What stopped the form, with a way to each field; takes the focus when it appears. */
export function FormErrors({ state, formId }: { state: FormState; formId: string }) {
  const box = useRef<HTMLDivElement>(null)
  const stopped =
    state.status === 'invalid' ||
    state.status === 'failed' ||
    state.status === 'conflict' ||
    state.status === 'alike'

  useEffect(() => {
    if (stopped) box.current?.focus()
  }, [state, stopped])

  if (!stopped) return null
  const problems = state.status === 'invalid' ? Object.entries(state.fieldErrors) : []
  return (
    // Without script the browser itself moves the focus here, as the page loads.
    <div ref={box} tabIndex={-1} autoFocus className="mb-6 scroll-mt-4">
      <Notice
        tone={state.status === 'conflict' || state.status === 'alike' ? 'warning' : 'error'}
        title={state.message}
        live
      >
        {problems.length > 0 && (
          <ul className="mt-1">
            {problems.flatMap(([name, messages]) =>
              messages.map((message) => (
                <li key={`${name} ${message}`}>
                  {name === '' ? (
                    message
                  ) : (
                    <a
                      href={`#${fieldId(formId, name)}`}
                      onClick={(event) => goToField(event, formId, name)}
                      className="inline-flex min-h-11 items-center"
                    >
                      {message}
                    </a>
                  )}
                </li>
              )),
            )}
          </ul>
        )}
        {state.status === 'alike' && (
          <a href={`#${formId}-alike`} className="inline-flex min-h-11 items-center">
            Show what is there
          </a>
        )}
        {state.status === 'conflict' && <ConflictList state={state} formId={formId} />}
      </Notice>
    </div>
  )
}

// A message may name a member of a list, or a row that has gone: then its nearest field is meant.
function goToField(event: MouseEvent, formId: string, name: string) {
  for (let path = name; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const field = document.getElementById(fieldId(formId, path))
    if (!field) continue
    event.preventDefault()
    openAround(field)
    field.scrollIntoView({ block: 'center' })
    field.focus({ preventScroll: true })
    return
  }
}
