import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { Fold } from '@/components/form/fold'
import type { Option } from '@/components/form/option'
import type { FormAction } from '@/lib/forms/state'

/** A column with its first words, and what it becomes. */
export type MappedColumn = {
  name: string
  samples: string[]
  to: string
  /** Whether words that its field does not understand go into the summary. */
  keepsWords: boolean
  /** Words that name no kind by themselves, each with the kind that it was given, if any. */
  words: { word: string; kind: string }[]
}

/** What each column of a table becomes, beside its first words. */
export function MappingForm({
  action,
  columns,
  targets,
  kinds,
  kind,
  dayOrder,
  example,
}: {
  action: FormAction
  columns: readonly MappedColumn[]
  targets: Option[]
  kinds: Option[]
  /** The kind of rows whose columns say none. */
  kind: string
  dayOrder: string
  /** A date of the file that can be read in two ways; null where there is none. */
  example: string | null
}) {
  return (
    <ActionForm
      action={action}
      submitLabel="Preview the result"
      pendingLabel="Reading the rows …"
      enterSaves={false}
    >
      <div className="mb-6 grid max-w-prose gap-4">
        <SelectField
          name="kind"
          label="What the rows are, if no column says"
          options={kinds}
          emptyLabel="A column or the title says it"
          defaultValue={kind}
        />
        {example !== null && (
          <SelectField
            name="dayOrder"
            label={`Which number of ${example} is the day?`}
            hint="No date in this file decides it."
            options={[
              { value: 'dmy', label: 'The first: day, month, year' },
              { value: 'mdy', label: 'The second: month, day, year' },
            ]}
            emptyLabel="Choose"
            defaultValue={dayOrder}
          />
        )}
      </div>
      <ol className="divide-hairline border-hairline mb-6 divide-y border-y">
        {columns.map(({ name, samples, to, keepsWords, words }, index) => (
          <li key={name} className="grid items-start gap-x-8 gap-y-2 py-4 md:grid-cols-2">
            <SelectField
              name={`columns.c${index}`}
              label={<span dir="auto">{name}</span>}
              options={targets}
              defaultValue={to}
            />
            <ul className="text-muted min-w-0 md:pt-1">
              {samples.map((sample, place) => (
                <li key={place} dir="auto" className="truncate">
                  {sample}
                </li>
              ))}
            </ul>
            <NotUnderstood {...{ index, name, keepsWords, words, kinds }} />
          </li>
        ))}
      </ol>
      <TextField
        name="remember"
        label="Save these choices as (optional)"
        hint="The next file with these columns offers them under this name."
        maxLength={100}
        className="max-w-prose"
      />
    </ActionForm>
  )
}

/** What is done with words of a column that are not understood, and the kind that each of them means. */
function NotUnderstood({
  index,
  name,
  keepsWords,
  words,
  kinds,
}: Pick<MappedColumn, 'name' | 'keepsWords' | 'words'> & { index: number; kinds: Option[] }) {
  const missing = words.filter(({ kind }) => kind === '').length
  return (
    <Fold
      label={
        <>
          {missing > 0 ? `${missing} unknown ${missing === 1 ? 'word' : 'words'}` : 'Unclear words'}
          <span className="sr-only">
            {' '}
            in <bdi>{name}</bdi>
          </span>
        </>
      }
      fields={[`unclear.c${index}`, `kinds.c${index}`]}
      usual={{ [`unclear.c${index}`]: keepsWords ? 'words' : 'refuse' }}
    >
      <SelectField
        name={`unclear.c${index}`}
        label="A row whose words here are not understood"
        options={[
          { value: 'refuse', label: 'is refused, with the reason' },
          { value: 'words', label: 'keeps them as words in its summary' },
        ]}
        defaultValue={keepsWords ? 'words' : 'refuse'}
      />
      {words.map(({ word, kind }, place) => (
        <SelectField
          key={word}
          name={`kinds.c${index}.w${place}`}
          label={
            <>
              “<bdi>{word}</bdi>” means
            </>
          }
          options={kinds}
          emptyLabel="Not decided: its rows are refused"
          defaultValue={kind}
        />
      ))}
    </Fold>
  )
}
