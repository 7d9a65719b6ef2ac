import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { OwnPassword } from '@/components/form/own-password'
import { Moment } from '@/components/ui/moment'
import type { Clock } from '@/lib/dates/moments'
import type { FormAction } from '@/lib/forms/state'

/** One's own passkeys, each of which can be removed. */
export function PasskeyList({
  passkeys,
  remove,
  clock,
  askPassword,
}: {
  passkeys: { id: string; name: string; createdAt: string; usedAt: string | null }[]
  remove: FormAction
  /** The reader's own time zone and language. */
  clock: Clock
  askPassword: boolean
}) {
  return (
    <ul className="divide-hairline divide-y">
      {passkeys.map(({ id, name, createdAt, usedAt }) => (
        <li key={id} className="py-3">
          <p className="font-semibold">
            <bdi>{name}</bdi>
          </p>
          <p className="text-muted text-sm">
            Added <Moment at={createdAt} clock={clock} />,{' '}
            {usedAt ? (
              <>
                last used <Moment at={usedAt} clock={clock} />
              </>
            ) : (
              'not used yet'
            )}
          </p>
          <ActionForm
            action={remove}
            initial={{ passkey: id }}
            submitLabel={`Remove ${name}`}
            pendingLabel="Removing …"
            submitTone="quiet"
            className="mt-2"
          >
            <HiddenField name="passkey" />
            <OwnPassword ask={askPassword} />
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}
