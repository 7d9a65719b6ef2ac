'use client'

import type { ReactNode } from 'react'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { WhenField } from '@/components/form/when-field'
import { expectedOf } from '@/lib/kinds/expected'
import type { FormKind } from '@/lib/kinds/form'
import { entryKinds, type EntryKind } from '@/lib/kinds/names'
import { CrowdField } from './crowd-field'
import { DetailFields } from './detail-fields'
import { PlaceField } from './place-field'
import { PlainFields } from './plain-fields'

/** What happened, when, where, and how many took part. */
export function WhatFields({
  kinds,
  kind,
  choice,
  alike,
}: {
  kinds: Record<EntryKind, FormKind>
  kind: FormKind
  /** The field that says what kind it is. */
  choice: ReactNode
  /** What the entry looks like, shown once its title, day and place are there. */
  alike: ReactNode
}) {
  return (
    <>
      <div className="grid items-start gap-4 @xl:grid-cols-[2fr_3fr]">
        {choice}
        <TextField name="title" label="Title" hint="What happened, in a few words" required />
      </div>
      <div className="grid items-start gap-4 @xl:grid-cols-2">
        <WhenField
          name="date"
          label="When"
          hint="As precisely as you know: 13 Feb 2026 5pm, about November 2025, 12 or 13 Feb"
          expects={expectedOf(kind.lane)}
          required
        />
        <PlaceField />
      </div>
      {alike}
      <div className={`grid items-start gap-4 ${kind.lane === 'action' ? '@xl:grid-cols-2' : ''}`}>
        <PlainFields group="essentials" lane={kind.lane} />
        {kind.lane === 'action' && (
          <CrowdField name="crowd" label="Crowd size" hint="As reported: a few hundred, 75-100" />
        )}
      </div>
      {kind.lane === 'action' && (
        <SelectField
          name="alsoKind"
          label="Also"
          hint="A second kind, such as a rally on the day of a strike"
          options={entryKinds
            .filter((name) => kinds[name].lane === 'action')
            .map((name) => ({ value: name, label: kinds[name].label }))}
          emptyLabel="Nothing else"
        />
      )}
      <DetailFields fields={kind.fields} />
    </>
  )
}
