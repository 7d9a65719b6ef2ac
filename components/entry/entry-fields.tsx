'use client'

import { useCallback, useState } from 'react'
import { DateHabitsProvider, useDateHabits } from '@/components/form/date-habits'
import { FormContext, useForm } from '@/components/form/form-context'
import { firstRows } from '@/components/form/row-indexes'
import { textOf } from '@/components/form/use-field'
import { formOf } from '@/components/form/write-field'
import { firstSourceDay } from '@/lib/entries/source-day'
import { formValues } from '@/lib/forms/form-data'
import type { FormValues } from '@/lib/forms/state'
import type { EntryKind } from '@/lib/kinds/names'
import { DemandFields } from './demand-fields'
import { FoldedFields } from './folded-fields'
import { NO_KIND, type EntryFormChoices } from './form-choices'
import { InquiryFields } from './inquiry-fields'
import { KindField } from './kind-field'
import { LookAlikes } from './look-alikes'
import { OrganizationFields } from './organization-fields'
import { PeopleFields } from './people-fields'
import { SourceFields } from './source-fields'
import { SourcePanel } from './source-panel'
import { WhatFields } from './what-fields'

/**
 * The fields of an entry: the essentials, then the rest by parts. Another kind brings other fields;
 * what was typed in those that go is kept, and is there again when they come back.
 */
export function EntryFields({
  choices,
  mayPublish,
}: {
  choices: EntryFormChoices
  mayPublish: boolean
}) {
  const form = useForm()
  const [name, setName] = useState(() => kindIn(choices, textOf(form.base.kind)))
  const [typed, setTyped] = useState<FormValues>({})
  const [cited, setCited] = useState(() => sourcesIn(form.base))
  const [days, setDays] = useState(() => daysIn(choices))
  const onSource = useCallback((row: string, source: string, day?: string) => {
    setCited((before) => ({ ...before, [row]: source }))
    if (day) setDays((before) => ({ ...before, [source]: day }))
  }, [])
  const habits = useDateHabits()
  const kind = name ? choices.kinds[name] : NO_KIND
  return (
    <FormContext value={{ ...form, base: { ...form.base, ...typed } }}>
      <DateHabitsProvider habits={{ ...habits, anchor: firstSourceDay(cited, days) }}>
        <div className="lg:grid lg:grid-cols-[minmax(0,46rem)_minmax(0,1fr)] lg:gap-8">
          <div className="lg:col-start-2 lg:row-start-1">
            <SourcePanel
              sources={[...new Set(Object.values(cited).filter((source) => source !== ''))]}
              first={choices.captured}
              from={choices.captureFrom}
            />
          </div>
          <div className="@container space-y-4 lg:col-start-1">
            <WhatFields
              kinds={choices.kinds}
              kind={kind}
              choice={
                <KindField
                  kinds={choices.kinds}
                  used={choices.usedKinds}
                  kind={name}
                  onKind={(chosen) => {
                    const element = formOf(form.id)
                    if (element) setTyped({ ...typed, ...formValues(new FormData(element)) })
                    setName(kindIn(choices, chosen))
                  }}
                />
              }
              alike={<LookAlikes {...{ choices, mayPublish }} />}
            />
            {kind.asksInquiry && <InquiryFields choices={choices} />}
            <OrganizationFields choices={choices} kind={kind} />
            <PeopleFields {...{ choices, mayPublish }} />
            <DemandFields choices={choices} answers={kind.lane === 'response'} />
            <SourceFields {...{ choices, onSource }} />
            <FoldedFields {...{ choices, kind, mayPublish }} />
          </div>
        </div>
      </DateHabitsProvider>
    </FormContext>
  )
}

function daysIn({ sources, sourceDays }: EntryFormChoices): Record<string, string> {
  const offered = sources.flatMap(({ id, day }) => (day ? [[id, day] as const] : []))
  return { ...Object.fromEntries(offered), ...sourceDays }
}

function kindIn({ kinds }: EntryFormChoices, name: string): EntryKind | '' {
  return Object.hasOwn(kinds, name) ? (name as EntryKind) : ''
}

// The sources that the form begins with, by the beginning of their rows' names.
function sourcesIn(base: FormValues): Record<string, string> {
  return Object.fromEntries(
    firstRows(base, 'citations', 0).map((row) => [
      `citations.${row}`,
      textOf(base[`citations.${row}.source`]),
    ]),
  )
}
