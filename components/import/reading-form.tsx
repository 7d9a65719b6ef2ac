import { ActionForm } from '@/components/form/action-form'
import type { Option } from '@/components/form/option'
import { SelectField } from '@/components/form/select-field'
import type { FormAction } from '@/lib/forms/state'

/** How a file is read: the encoding of a text, or the sheet of a workbook. */
export function ReadingForm({
  action,
  encodings,
  sheets,
  encoding,
  sheet,
  sure,
}: {
  action: FormAction
  encodings: Option[]
  /** The sheets of a workbook; none where the file is a text. */
  sheets: string[]
  encoding: string
  sheet: string
  /** Whether the bytes leave no other encoding. */
  sure: boolean
}) {
  if (sheets.length === 1) return null
  return (
    <details className="mb-6 max-w-prose" open={!sure}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center">
        {sheets.length > 1 ? `Read from the sheet “${sheet}”` : 'How the text is read'}
      </summary>
      <ActionForm
        action={action}
        submitLabel="Read it again"
        pendingLabel="Reading …"
        submitTone="quiet"
      >
        <div className="mb-4">
          {sheets.length > 1 ? (
            <SelectField
              name="sheet"
              label="Sheet"
              options={sheets.map((value) => ({ value, label: value }))}
              defaultValue={sheet}
            />
          ) : (
            <SelectField
              name="encoding"
              label="Encoding"
              hint={
                sure
                  ? 'The file itself says so.'
                  : 'This is a guess: if letters with accents look wrong below, choose another.'
              }
              options={encodings}
              defaultValue={encoding}
            />
          )}
        </div>
      </ActionForm>
    </details>
  )
}
