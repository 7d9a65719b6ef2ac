'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { RadioGroup } from '@/components/form/radio-group'
import { ButtonLink } from '@/components/ui/button'
import type { FormAction } from '@/lib/forms/state'
import type { MergePreview } from '@/lib/merging'

/** Two records side by side: for each field in which they differ, which one stays. */
export function MergeForm({
  preview,
  action,
  home,
  heading: Heading,
}: {
  preview: MergePreview
  action: FormAction
  home: string
  heading: 'h1' | 'h2'
}) {
  const { survivor, duplicate, fields, moves, rules } = preview
  const [initial] = useState(() =>
    Object.fromEntries(
      fields.map((one) => [`take.${one.field}`, one.survivor === '' ? 'duplicate' : 'survivor']),
    ),
  )
  return (
    <div className="max-w-3xl">
      <Heading className="mb-4 text-2xl">
        Merge <bdi>{duplicate.name}</bdi> into <bdi>{survivor.name}</bdi>
      </Heading>
      <ul className="mb-6 list-disc space-y-1 pl-5">
        {moves.map(({ what, count }) => (
          <li key={what}>
            {what}: {count.toLocaleString('en')} will move
          </li>
        ))}
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
        <li>
          <bdi>{duplicate.name}</bdi> is removed, and comes back if you undo the merge within 30
          days.
        </li>
      </ul>
      <ActionForm
        action={action}
        initial={initial}
        submitLabel="Merge"
        pendingLabel="Merging …"
        secondary={
          <ButtonLink tone="quiet" href={home}>
            Leave both as they are
          </ButtonLink>
        }
      >
        {fields.map(({ field, label, survivor: here, duplicate: there }) => (
          <RadioGroup
            key={field}
            name={`take.${field}`}
            label={label}
            options={[
              { value: 'survivor', label: shown(here) },
              { value: 'duplicate', label: shown(there) },
            ]}
            className="[overflow-wrap:anywhere] whitespace-pre-line"
          />
        ))}
      </ActionForm>
    </div>
  )
}

const LONGEST = 600

function shown(text: string): string {
  if (text === '') return 'Nothing'
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text
}
