import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/lib/forms/state'

/**
 * What a person was once called. Shares withhold all of it, whatever the person's consent, until an
 * editor allows a name to be shown.
 */
export function FormerNames({
  names,
  action,
}: {
  names: { name: string; shown: boolean }[]
  /** Null for who may not decide. */
  action: FormAction | null
}) {
  if (names.length === 0) return null
  return (
    <Section title="Former names" id="former-names">
      <p className="mb-4 max-w-prose">
        Shares withhold a former name everywhere, even where the person is named, unless an editor
        allows it.
      </p>
      <ul className="max-w-prose divide-y">
        {names.map(({ name, shown }) => (
          <li key={name} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span>
              <bdi>{name}</bdi> <Tag>{shown ? 'Shown in shares' : 'Withheld'}</Tag>
            </span>
            {action && (
              <ActionForm
                action={action}
                initial={{ name, shown: shown ? 'withheld' : 'shown' }}
                submitLabel={shown ? `Withhold “${name}”` : `Allow “${name}” in shares`}
                submitTone="quiet"
              >
                <HiddenField name="name" />
                <HiddenField name="shown" />
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {!action && (
        <p className="text-muted mt-3">
          Editors and owners decide which of these names may be shown.
        </p>
      )}
    </Section>
  )
}
