'use client'

import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { writeField } from '@/components/form/write-field'
import { useRef } from 'react'
import type { Mentioned } from '@/lib/comments/mentions'
import type { FormAction, FormValues } from '@/lib/forms/state'

/** Writes a comment, an answer to a thread, or other words for one's own comment, as `initial` says. */
export function CommentForm({
  action,
  initial,
  label,
  submitLabel,
  members,
  passages = [],
}: {
  action: FormAction
  /** `thread` for an answer, `id` and `body` for a change. */
  initial: FormValues
  label: string
  submitLabel: string
  members: readonly Mentioned[]
  /** Words of the record to choose from, such as its quotes. */
  passages?: readonly string[]
}) {
  const root = useRef<HTMLDivElement>(null)
  const mention = (name: string) => {
    const field = root.current?.querySelector('textarea')
    if (!field?.form) return
    const space = field.value === '' || /\s$/.test(field.value) ? '' : ' '
    writeField(field.form, 'body', `${field.value}${space}@${name} `)
    field.focus()
  }
  return (
    <div ref={root} className="max-w-prose">
      <ActionForm
        action={action}
        initial={initial}
        submitLabel={submitLabel}
        submitTone="quiet"
        enterSaves={false}
      >
        {initial.thread !== undefined && <HiddenField name="thread" />}
        {initial.id !== undefined && <HiddenField name="id" />}
        {passages.length > 0 && (
          <SelectField
            name="about"
            label="About"
            emptyLabel="The whole entry"
            options={passages.map((words) => ({ value: words, label: shortened(words) }))}
          />
        )}
        <TextArea
          name="body"
          label={label}
          rows={2}
          maxLength={5000}
          required
          hint={
            initial.id === undefined
              ? 'Only members see comments. Type @ and a name to notify someone.'
              : undefined
          }
        />
        {members.length > 0 && (
          <details className="script-only -mt-2">
            <summary className="text-muted inline-flex min-h-11 items-center underline underline-offset-4">
              Mention somebody
            </summary>
            <ul className="flex max-h-48 flex-wrap gap-x-4 overflow-y-auto">
              {members.map(({ id, name }) => (
                <li key={id}>
                  <button
                    type="button"
                    onClick={() => mention(name)}
                    className="inline-flex min-h-11 items-center underline underline-offset-4"
                  >
                    <bdi>{name}</bdi>
                  </button>
                </li>
              ))}
            </ul>
          </details>
        )}
      </ActionForm>
    </div>
  )
}

const shortened = (words: string) => (words.length > 90 ? `${words.slice(0, 89)}…` : words)
