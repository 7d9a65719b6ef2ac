'use client'

import type { ReactNode } from 'react'
import { TextField } from '@/components/form/text-field'
import { WhenField } from '@/components/form/when-field'
import { expectedOf } from '@/lib/kinds/expected'
import { textOf } from '@/components/form/use-field'
import { useForm } from '@/components/form/form-context'
import type { FormKind } from '@/lib/kinds/form'
import { CrowdField } from './crowd-field'
import { DetailFields } from './detail-fields'
import { plainField, plainFieldNames } from '@/lib/entries/fields/plain'
import { PlaceFields } from './place-fields'
import { PlainFields } from './plain-fields'

/** What happened, when, where, and how many took part. */
export function WhatFields({
  kind,
  alike,
}: {
  kind: FormKind
  /** What the entry looks like, shown once its title, day and place are there. */
  alike: ReactNode
}) {
  return (
    <>
      <TextField name="title" label="Title" hint="What happened, in a few words" required />
      <WhenField
        name="date"
        label="When"
        hint="As it is known: 13 Feb 2026 5pm, about November 2025, by 13 Feb, 12 or 13 Feb"
        expects={expectedOf(kind.lane)}
        required
      />
      <PlainFields section="when" lane={kind.lane} />
      <PlaceFields />
      <PlainFields section="where" lane={kind.lane} />
      {alike}
      <PlainFields section="taking part" lane={kind.lane} />
      {kind.lane === 'action' && (
        <div className="grid gap-4 sm:grid-cols-2">
          <CrowdField
            name="crowd"
            label="Crowd size"
            hint="As it was said: a few hundred, 75-100. Empty if unknown"
          />
          <TextField name="crowdCountedBy" label="Counted by" />
        </div>
      )}
      {kind.lane === 'action' && <Opposition lane={kind.lane} />}
      <PlainFields section="telling" lane={kind.lane} />
      <DetailFields fields={kind.fields} />
    </>
  )
}

// Asked for rarely, so it is closed until somebody needs it or something is there.
function Opposition({ lane }: { lane: FormKind['lane'] }) {
  const { base } = useForm()
  const filled = plainFieldNames().some(
    (name) => plainField(name).section === 'opposition' && textOf(base[name]) !== '',
  )
  return (
    <details open={filled}>
      <summary className="min-h-11 py-2.5 underline underline-offset-4">
        Counter-protest, arrests, injuries, police
      </summary>
      <div className="space-y-4 pt-2">
        <PlainFields section="opposition" lane={lane} />
      </div>
    </details>
  )
}
