import { ActionForm } from '@/components/form/action-form'
import { dateInWords } from '@/lib/dates/words'
import type { FormAction } from '@/lib/forms/state'
import type { EntryDto } from '@/lib/record'

/** Says that a second person checked an entry as it is; nothing where nobody did. */
export function CheckedLine({ checked }: Pick<EntryDto, 'checked'>) {
  if (!checked) return null
  return (
    <p className="source">
      ✓ Checked by {checked.by === undefined ? 'a second person' : <bdi>{checked.by}</bdi>},{' '}
      {dateInWords(checked.day, { weekday: false })}
    </p>
  )
}

/** What the mark of `CheckedLine` means; nothing where no entry has it. */
export function CheckedMeaning({ entries }: { entries: readonly Pick<EntryDto, 'checked'>[] }) {
  if (!entries.some(({ checked }) => checked)) return null
  return (
    <p className="quiet">
      ✓ means that somebody other than the author compared the entry with its sources, as it is now.
    </p>
  )
}

/** Lets a second person say that an entry is right, and take that back. */
export function CheckForm({
  checked,
  check,
  uncheck,
}: Pick<EntryDto, 'checked'> & { check: FormAction; uncheck: FormAction }) {
  return (
    <div className="chrome mt-6">
      {!checked && (
        <p className="mb-3 max-w-prose">
          Whoever did not write this entry can compare it with its sources and say so. Any later
          change removes the mark.
        </p>
      )}
      <ActionForm
        action={checked ? uncheck : check}
        submitLabel={checked ? 'Remove the check mark' : 'I checked it against its sources'}
        pendingLabel="Saving …"
        submitTone="quiet"
      />
    </div>
  )
}
