import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/checkbox-field'
import { RadioGroup } from '@/components/form/radio-group'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/forms/state'
import type { Answers } from '@/lib/schemas/import'
import { AlikeRows, type AlikeRow } from './alike-rows'

/** Makes the drafts that were looked at, with what is done about the other rows. */
export function ImportForm({
  action,
  made,
  alike,
  updated,
  refused,
  slug,
  likenesses,
  given,
}: {
  action: FormAction
  made: number
  alike: number
  /** How many entries of an older edition of the file change. */
  updated: number
  refused: number
  slug: string
  /** The first of the rows like entries, to be answered one by one. */
  likenesses: readonly AlikeRow[]
  /** The answers that were given last. */
  given: Answers
}) {
  const count = (number: number, what: string) =>
    `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`
  if (made + alike + updated === 0)
    return (
      <div className="mb-10 max-w-prose">
        <Notice tone="info" title="There is nothing to import.">
          <p>The reasons are listed below, row by row.</p>
        </Notice>
      </div>
    )
  return (
    <div className="mb-10 max-w-3xl">
      <ActionForm
        action={action}
        submitLabel={alike + updated > 0 ? 'Import' : `Import ${count(made, 'draft')}`}
        pendingLabel="Importing …"
      >
        <div className="mb-4 grid gap-6">
          {refused > 0 && (
            <CheckboxField
              name="takeGood"
              label={`Import the others, although ${count(refused, 'row')} cannot be taken`}
              hint="Without this, nothing is imported until every row can be."
            />
          )}
          {updated > 0 && (
            <CheckboxField
              name="keepEntries"
              defaultChecked={given.keepEntries === 'on'}
              label={`Leave the ${updated === 1 ? 'entry' : `${updated.toLocaleString('en')} entries`} of an older edition of this file as ${updated === 1 ? 'it is' : 'they are'}`}
              hint="Without this, what nobody has changed since takes the new values that are listed below."
            />
          )}
          {alike > 0 && (
            <>
              <RadioGroup
                name="alike"
                label={`${count(alike, 'row')} ${alike === 1 ? 'looks' : 'look'} like existing entries`}
                defaultValue={given.alike}
                options={[
                  { value: 'leave', label: 'Leave them out' },
                  {
                    value: 'same',
                    label: 'They are the same: add the file as another source',
                    hint: 'A different date, place or crowd size is added beside the entry’s own. Entries that you cannot change are skipped.',
                  },
                  { value: 'make', label: 'They are new: make drafts of them' },
                ]}
              />
              <AlikeRows {...{ slug, likenesses, alike }} given={given.rows ?? {}} />
            </>
          )}
        </div>
      </ActionForm>
    </div>
  )
}
