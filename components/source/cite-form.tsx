'use client'

import { useEffect, useRef, useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { FindField } from '@/components/form/find-field'
import { useForm } from '@/components/form/form-context'
import { MarkWords } from '@/components/form/mark-words'
import { TextArea } from '@/components/form/text-area'
import { textOf } from '@/components/form/use-field'
import { Button } from '@/components/ui/button'
import type { FormAction } from '@/lib/forms/state'
import type { Passage } from '@/lib/passages'
import { markedIn } from './marked-words'

/**
 * Makes words of a source's text carry an entry. They are marked in the text that stands on the
 * page, by mouse or thumb; or by keyboard in a field that holds the same text; or, before script,
 * copied into the form.
 *
 * @param textId of the element that shows the captured text and nothing else
 * @param campaignId narrows the entries that are offered to a campaign's
 */
export function CiteForm({
  action,
  textId,
  campaignId,
}: {
  action: FormAction
  textId: string
  campaignId?: string | undefined
}) {
  return (
    <ActionForm action={action} submitLabel="Cite" pendingLabel="Citing …" className="max-w-prose">
      <CiteFields {...{ textId, campaignId }} />
    </ActionForm>
  )
}

function CiteFields({ textId, campaignId }: { textId: string; campaignId?: string | undefined }) {
  const { base, touch } = useForm()
  const home = useRef<HTMLDivElement>(null)

  function cite(passage: Passage) {
    const form = home.current?.closest('form')
    if (!form) return
    for (const [name, value] of Object.entries(passage)) {
      const field = form.elements.namedItem(name)
      if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) continue
      field.value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
    touch()
    const entry = form.elements.namedItem('entry')
    if (entry instanceof HTMLInputElement) entry.focus()
  }

  return (
    <div ref={home} className="space-y-4">
      <TextArea
        name="exact"
        label="The words"
        rows={3}
        required
        hint="Mark them in the text above, or copy them here exactly as they appear"
      />
      <MarkByKeyboard textId={textId} onMarked={cite} />
      <input type="hidden" name="prefix" defaultValue={textOf(base.prefix)} />
      <input type="hidden" name="suffix" defaultValue={textOf(base.suffix)} />
      <FindField
        name="entry"
        idName="entryId"
        label="Entry these words support"
        find="entry"
        {...(campaignId && { campaignId })}
        required
        hint="Search by title, or paste its address"
        emptyWords="No entry has these words in its title."
      />
      <MarkedBar textId={textId} onCite={cite} />
    </div>
  )
}

/** Comes up from below while words are marked in the text: within reach of a thumb. */
function MarkedBar({ textId, onCite }: { textId: string; onCite: (passage: Passage) => void }) {
  const [passage, setPassage] = useState<Passage | null>(null)
  useEffect(() => {
    const look = () => {
      const text = document.getElementById(textId)
      setPassage(text && markedIn(text))
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [textId])
  if (!passage) return null
  return (
    <div className="border-control bg-paper fixed inset-x-0 bottom-0 z-40 border-t px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] shadow-lg select-none sm:px-6">
      <div className="max-w-page mx-auto flex items-center gap-4">
        <p dir="auto" className="max-w-prose min-w-0 flex-1 truncate font-serif">
          “{passage.exact}”
        </p>
        <Button
          // A press must not take the mark away before it is read.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            onCite(passage)
            document.getSelection()?.removeAllRanges()
          }}
        >
          Cite these words
        </Button>
      </div>
    </div>
  )
}

/** The text once more, in a field in which the arrow keys with Shift mark words. */
function MarkByKeyboard({
  textId,
  onMarked,
}: {
  textId: string
  onMarked: (passage: Passage) => void
}) {
  const [text, setText] = useState('')
  return (
    <details
      className="script-only"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setText(document.getElementById(textId)?.textContent ?? '')
      }}
    >
      <summary className="min-h-11 content-center underline underline-offset-4">
        Mark them by keyboard
      </summary>
      <MarkWords
        label="The text: hold Shift and press the arrow keys"
        takeLabel="Use the marked words"
        {...{ text, onMarked }}
      />
    </details>
  )
}
