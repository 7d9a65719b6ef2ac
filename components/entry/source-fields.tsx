'use client'

import { useEffect, useState, type ComponentProps } from 'react'
import { FindField } from '@/components/form/find-field'
import { useForm } from '@/components/form/form-context'
import { Fold } from '@/components/form/fold'
import { HiddenField } from '@/components/form/hidden-field'
import { Rows } from '@/components/form/rows'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { textOf } from '@/components/form/use-field'
import { sourceKindLabels } from '@/lib/schemas/words'
import { optionsOf, type EntryFormChoices } from './form-choices'
import { PassageCheck } from './passage-check'
import { sourceInWords } from './row-summaries'

/** What the entry rests on: sources that are known, or new ones by title and address. */
export function SourceFields({
  choices,
  onSource,
}: {
  choices: EntryFormChoices
  /** Called with the source that a row names, by the beginning of its names, and its day; empty for none. */
  onSource: (row: string, source: string, day?: string) => void
}) {
  return (
    <Rows
      group="citations"
      legend="Sources"
      rowLabel="Source"
      addLabel="Add a source"
      summary={sourceInWords}
      initialCount={1}
    >
      {(prefix) => <SourceRow {...{ prefix, choices, onSource }} />}
    </Rows>
  )
}

function SourceRow({
  prefix,
  choices,
  onSource,
}: ComponentProps<typeof SourceFields> & { prefix: string }) {
  const { base } = useForm()
  const [known, setKnown] = useState(() => textOf(base[`${prefix}.source`]))
  const [day, setDay] = useState<string>()
  const [named, setNamed] = useState(() =>
    ['title', 'url', 'publisher', 'exact'].some((name) => textOf(base[`${prefix}.${name}`]) !== ''),
  )
  useEffect(() => {
    onSource(prefix, known, day)
    return () => onSource(prefix, '')
  }, [prefix, known, day, onSource])

  return (
    <div
      className="space-y-3"
      onInput={({ target }) => {
        if (target instanceof HTMLInputElement && target.name === `${prefix}.title`)
          setNamed(target.value !== '')
      }}
    >
      <HiddenField name={`${prefix}.id`} />
      <FindField
        name={`${prefix}.title`}
        idName={`${prefix}.source`}
        label="Source"
        find="source"
        campaignId={choices.campaignId}
        offers={choices.sources}
        onPicked={(id, published) => {
          setKnown(id)
          setDay(published)
        }}
        hint="Search by title or publisher, or type the title of a new one"
        emptyWords="No such source yet. It will be added as a new one."
      />
      <noscript>
        <SelectField
          name={`${prefix}.source`}
          label="Or choose an existing one"
          options={choices.sources.map(({ id, name }) => ({ value: id, label: name }))}
          emptyLabel="A new one"
        />
      </noscript>
      <div className={named || known ? undefined : 'no-script-only'}>
        <Fold
          label="Its address, publisher and passage"
          fields={['url', 'publisher', 'exact'].map((name) => `${prefix}.${name}`)}
        >
          {!known && (
            <div className="grid items-start gap-4 @md:grid-cols-3">
              <TextField name={`${prefix}.url`} label="Web address" type="url" inputMode="url" />
              <TextField name={`${prefix}.publisher`} label="Publisher" />
              <SelectField
                name={`${prefix}.kind`}
                label="Kind of source"
                options={optionsOf(sourceKindLabels)}
                defaultValue="news"
              />
            </div>
          )}
          <TextArea name={`${prefix}.exact`} label="The passage, word for word" rows={2} />
          {known && (
            <PassageCheck
              row={prefix}
              textName={`${prefix}.exact`}
              sourceName={`${prefix}.source`}
            />
          )}
        </Fold>
      </div>
    </div>
  )
}
