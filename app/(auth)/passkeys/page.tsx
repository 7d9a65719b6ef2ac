import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { PasskeyAdd } from '@/components/account/passkey-add'
import { PasskeyList } from '@/components/account/passkey-list'
import { Section } from '@/components/ui/section'
import { deviceOf } from '@/lib/devices'
import { relyingParty } from '@/server/auth/passkey-challenges'
import { asksOwnCode } from '@/server/auth/own-code'
import { listPasskeys } from '@/server/auth/passkeys'
import { currentMember, signedInRecently } from '@/server/auth/session'
import { SecondStepPage } from '../second-step-page'
import { add, begin, remove } from './actions'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Passkeys', robots: { index: false, follow: false } }

export default async function PasskeysPage() {
  const member = await currentMember()
  if (!member) redirect('/sign-in')
  const passkeys = await listPasskeys(member.viewer)
  const askPassword = !(await signedInRecently())
  const device = deviceOf((await headers()).get('user-agent') ?? '')
  return (
    <SecondStepPage
      title="Passkeys"
      lead="Sign in with the fingerprint, face or PIN that unlocks your phone or computer. This site never sees it."
      owes={member.owesCodes}
      owed={
        <>
          <bdi>{member.workspaceName}</bdi> requires owners and editors to use more than a password.
          Add a passkey to go on, or <a href="/sign-in-codes">set up sign-in codes</a>.
        </>
      }
    >
      {passkeys.length > 0 && (
        <PasskeyList {...{ passkeys, remove, askPassword }} clock={member.settings} />
      )}
      <Section title="Add a passkey">
        {relyingParty() ? (
          <PasskeyAdd
            {...{ begin, add, askPassword }}
            asksCode={await asksOwnCode(member)}
            name={device}
          />
        ) : (
          <p>
            Browsers allow passkeys only at an address with a name that begins with https. Ask the
            operator of this site.
          </p>
        )}
      </Section>
    </SecondStepPage>
  )
}
