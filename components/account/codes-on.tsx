import { ActionForm } from '@/components/form/action-form'
import { OwnPassword } from '@/components/form/own-password'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/forms/state'
import { OwnCode } from './own-code'

/** Recovery codes, and the way to turn codes off. */
export function CodesOn({
  renew,
  turnOff,
  recoveryLeft,
  asksCode,
  askPassword,
}: {
  renew: FormAction
  turnOff: FormAction
  recoveryLeft: number
  /** Whether a code is asked for, beside the password. */
  asksCode: boolean
  askPassword: boolean
}) {
  return (
    <>
      <Section title="Recovery codes">
        <p className="mb-4">
          {recoveryLeft === 0
            ? 'Sign-in codes are on. Now create recovery codes: without them a lost phone locks you out.'
            : `Sign-in codes are on, and ${recoveryLeft} recovery ${recoveryLeft === 1 ? 'code is' : 'codes are'} left. New ones replace them.`}
        </p>
        <ActionForm
          action={renew}
          submitLabel="Create recovery codes"
          pendingLabel="Creating them …"
        >
          <OwnCode ask={asksCode} />
          <OwnPassword ask={askPassword} />
        </ActionForm>
      </Section>
      <Section title="Turn off">
        <ActionForm
          action={turnOff}
          submitLabel="Turn off sign-in codes"
          pendingLabel="Turning off …"
          submitTone="danger"
        >
          <OwnCode ask={asksCode} />
          <OwnPassword ask={askPassword} />
        </ActionForm>
      </Section>
    </>
  )
}
