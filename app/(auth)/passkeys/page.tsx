import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { PasskeyAdd } from '@/components/account/passkey-add'
import { PasskeyList } from '@/components/account/passkey-list'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { SignOutForm } from '@/components/ui/sign-out-form'
import { deviceOf } from '@/lib/devices'
import { relyingParty } from '@/server/auth/passkey-challenges'
import { listPasskeys } from '@/server/auth/passkeys'
import { currentMember, signedInRecently } from '@/server/auth/session'
import { signOut } from '../sign-out'
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
    <>
      <PageHeader
        title="Passkeys"
        lead="Sign in with the finger, face or PIN that opens your phone or computer. This site never gets to see it."
      />
      {member.owesCodes && (
        <div className="mb-6">
          <Notice tone="warning">
            <bdi>{member.workspaceName}</bdi> requires more than a password of owners and editors.
            Add a passkey to go on, or <a href="/sign-in-codes">set up sign-in codes</a>.
          </Notice>
        </div>
      )}
      {passkeys.length > 0 && (
        <PasskeyList {...{ passkeys, remove, askPassword }} zone={member.settings.timeZone} />
      )}
      <Section title="Add a passkey">
        {relyingParty() ? (
          <PasskeyAdd {...{ begin, add, askPassword }} name={device} />
        ) : (
          <p>
            Browsers allow passkeys only at an address with a name that begins with https. Ask the
            operator of this site.
          </p>
        )}
      </Section>
      <div className="mt-10">
        {member.owesCodes ? (
          <SignOutForm signOut={signOut} />
        ) : (
          <a href="/account" className="inline-flex min-h-11 items-center">
            Back to your account
          </a>
        )}
      </div>
    </>
  )
}
