'use client'

import { useEffect, useState } from 'react'
import { Choice } from '@/components/form/choice'
import { useForm } from '@/components/form/form-context'
import { SubmitButton } from '@/components/form/submit-button'
import { useLookup } from '@/components/form/use-lookup'
import { Notice } from '@/components/ui/notice'
import { dateInWords } from '@/lib/dates/words'
import { ANOTHER, MERGE_INTO } from '@/lib/entries/alike'
import type { LookAlike } from '@/lib/forms/state'
import type { EntryFormChoices } from './form-choices'

const PAUSE_MS = 200
const COMPARED = ['kind', 'title', 'date', 'place']

/**
 * Entries that the one in the form looks like, as it is typed and after it was sent. A new one can
 * be said to be another one; one that is there already can be merged by those who may publish.
 */
export function LookAlikes({
  choices,
  mayPublish,
}: {
  choices: EntryFormChoices
  mayPublish: boolean
}) {
  const { id, alike } = useForm()
  const { slug, entryId } = choices
  const address = useAddress(id, slug, entryId)
  const { items } = useLookup<LookAlike>(address)
  const [fresh, setFresh] = useState(alike)
  const [shown, setShown] = useState(alike)
  // What the save found stands until something is typed that leads to another answer.
  if (alike !== fresh) {
    setFresh(alike)
    setShown(alike)
  }
  const entries = address ? items : shown
  if (entries.length === 0) return <div role="status" />
  return (
    <div role="status" id={`${id}-alike`} tabIndex={-1} className="scroll-mt-4">
      <Notice tone="warning" title="This looks like an entry you already have">
        <ul className="mt-1">
          {entries.map((entry) => (
            <li key={entry.id}>
              <a
                href={`/campaigns/${slug}/entries/${entry.id}`}
                target="_blank"
                rel="noopener"
                className="inline-flex min-h-11 flex-wrap items-center gap-x-2"
              >
                <bdi className="font-semibold">{entry.title}</bdi>
                <span className="sr-only">(opens in a new tab)</span>
              </a>
              <p className="text-muted -mt-1">
                {[choices.kinds[entry.kind].label, dateInWords(entry.edtf), entry.place]
                  .filter(Boolean)
                  .join(', ')}
              </p>
              {mayPublish &&
                (entryId ? (
                  <a
                    href={`/campaigns/${slug}/entries/${entry.id}/merge?with=${entryId}`}
                    target="_blank"
                    rel="noopener"
                    aria-label={`Merge into “${entry.title}” (opens in a new tab)`}
                    className="inline-flex min-h-11 items-center"
                  >
                    <span>
                      Merge into “<bdi>{entry.title}</bdi>”
                    </span>
                  </a>
                ) : (
                  <SubmitButton tone="quiet" name={MERGE_INTO} value={entry.id}>
                    <span>
                      Merge into “<bdi>{entry.title}</bdi>”
                    </span>
                  </SubmitButton>
                ))}
            </li>
          ))}
        </ul>
        {entryId ? (
          <p>If they are two different entries, link one to the other below.</p>
        ) : (
          <Choice
            type="checkbox"
            id={`${id}-${ANOTHER}`}
            name={ANOTHER}
            value="on"
            label="This is a different one. Log it too"
          />
        )}
      </Notice>
    </div>
  )
}

// Where to ask for look-alikes of what stands in the form: of a new one when somebody has typed, of
// one that is edited at once.
function useAddress(formId: string, slug: string, entryId = ''): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const onEvent = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
      if (!COMPARED.includes(target.name)) return
      // This listener stands before React's own: drawing anew here would take back the letter that
      // was just typed in a field whose text React holds.
      clearTimeout(timer)
      timer = setTimeout(read, PAUSE_MS)
    }
    const read = () => {
      const data = new FormData(form)
      const words = COMPARED.map((name) => [name, textIn(data, name).trim()])
      if (entryId) words.push(['entry', entryId])
      const enough = textIn(data, 'title').trim().length > 3 || textIn(data, 'place').trim() !== ''
      setAddress(
        enough && textIn(data, 'date').trim() !== ''
          ? `/api/alike?${new URLSearchParams([['campaign', slug], ...words])}`
          : null,
      )
    }
    for (const event of ['input', 'change']) form.addEventListener(event, onEvent)
    if (entryId) timer = setTimeout(read, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      for (const event of ['input', 'change']) form.removeEventListener(event, onEvent)
    }
  }, [formId, slug, entryId])
  return address
}

function textIn(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}
