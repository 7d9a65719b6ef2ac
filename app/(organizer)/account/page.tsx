import type { Metadata } from 'next'
import Link from 'next/link'
import { DeleteAccountForm } from '@/components/account/delete-account-form'
import { EmailForm, NameForm } from '@/components/account/name-forms'
import { NotificationSettings } from '@/components/account/notification-settings'
import { PasswordForm } from '@/components/account/password-form'
import { PushHere, PushKept } from '@/components/account/push-here'
import { PushList } from '@/components/account/push-list'
import { SettingsForm } from '@/components/account/settings-form'
import { ActionForm } from '@/components/form/action-form'
import { OwnPassword } from '@/components/form/own-password'
import { SessionList } from '@/components/member/session-list'
import { FileLink } from '@/components/ui/button'
import { Moment } from '@/components/ui/moment'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { listSessions } from '@/server/auth/account-sessions'
import { sendsMail } from '@/server/auth/forgotten-password'
import {
  ownEmail,
  ownMailChoice,
  pushedNotifications,
  wantedNotifications,
} from '@/server/auth/own-account'
import { listPasskeys } from '@/server/auth/passkeys'
import { listPushes, publicPushKey } from '@/server/auth/push-subscriptions'
import { secondStepOf } from '@/server/auth/second-step'
import { currentMember, ownSettings, requireViewer, signedInRecently } from '@/server/auth/session'
import { listCalendarAddresses } from '@/server/demands/feeds'
import {
  deleteOwnAccount,
  setEmail,
  setName,
  setNotifications,
  setPassword,
  setSettings,
  showHere,
  signOutElsewhere,
  signOutThere,
  stillShowHere,
  stopShowing,
} from './actions'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const viewer = await requireViewer()
  const member = await currentMember()
  const [email, sessions, codes, passkeys, wanted, pushed, mail, pushes, calendars] =
    await Promise.all([
      ownEmail(viewer),
      listSessions(viewer),
      secondStepOf(viewer),
      listPasskeys(viewer),
      wantedNotifications(viewer),
      pushedNotifications(viewer),
      ownMailChoice(viewer),
      listPushes(viewer),
      listCalendarAddresses(viewer),
    ])
  const settings = await ownSettings()
  const here = member?.sessionId ?? ''
  const askPassword = !(await signedInRecently())
  const toldHere = pushes.some(({ sessionId }) => sessionId === here)
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')]
  return (
    <>
      <PageHeader title="Your account" lead={<bdi>{member?.accountName}</bdi>} />
      <Section title="Name and e-mail address">
        <div className="max-w-prose space-y-8">
          <NameForm action={setName} name={member?.accountName ?? ''} />
          <EmailForm action={setEmail} email={email} byMail={sendsMail()} />
        </div>
      </Section>
      <Section title="Display and time">
        <div className="max-w-prose">
          <SettingsForm action={setSettings} settings={settings} zones={zones} />
        </div>
      </Section>
      <Section title="Notifications">
        <div id="notifications" className="max-w-prose">
          <NotificationSettings
            action={setNotifications}
            wanted={wanted}
            pushed={pushed}
            mail={sendsMail() ? mail : null}
            zone={settings.timeZone}
          />
        </div>
      </Section>
      <Section title="Shown on your devices">
        <div id="devices" className="max-w-prose space-y-4">
          <p>
            A device on which you are signed in can show how many new notifications you have while
            this site is closed. It shows the number alone, encrypted on the way; the push service
            of your browser sees that this site sent something, and when.
          </p>
          <PushList pushes={pushes} here={here} clock={settings} end={stopShowing} />
          {!toldHere && <PushHere publicKey={publicPushKey()} subscribe={showHere} />}
          {!toldHere && <PushKept keep={stillShowHere} />}
        </div>
      </Section>
      <Section title="Password">
        <div className="max-w-prose">
          <PasswordForm action={setPassword} />
        </div>
      </Section>
      <Section title="Sign-in codes">
        <p className="max-w-prose">
          {codes.on
            ? `Sign-in asks for a code from your phone. ${codes.recoveryLeft} recovery ${codes.recoveryLeft === 1 ? 'code is' : 'codes are'} left.`
            : 'Let sign-in ask for a code from your phone, so that your password alone opens nothing.'}{' '}
          <a href="/sign-in-codes" className="flex min-h-11 w-fit items-center">
            {codes.on ? 'Change sign-in codes' : 'Set up sign-in codes'}
          </a>
        </p>
      </Section>
      <Section title="Passkeys">
        <p className="max-w-prose">
          {passkeys.length === 0
            ? 'Sign in with the fingerprint, face or PIN that unlocks your phone or computer, without a password.'
            : `You sign in with ${passkeys.length === 1 ? 'one passkey' : `one of ${passkeys.length} passkeys`}, or with your password.`}{' '}
          <a href="/passkeys" className="flex min-h-11 w-fit items-center">
            {passkeys.length === 0 ? 'Add a passkey' : 'Change passkeys'}
          </a>
        </p>
      </Section>
      <Section title="Where you are signed in">
        <SessionList sessions={sessions} here={here} clock={settings} end={signOutThere} />
        {sessions.length > 1 && (
          <>
            <p className="mt-4 max-w-prose">
              API tokens and calendar addresses do not end with a sign-out, but with a new password.
            </p>
            <ActionForm
              action={signOutElsewhere}
              submitLabel="Sign out everywhere else"
              pendingLabel="Signing out …"
              submitTone="danger"
              className="mt-4"
            >
              <OwnPassword ask={askPassword} />
            </ActionForm>
          </>
        )}
      </Section>
      <Section title="API tokens">
        <p className="max-w-prose">
          With a token, a script or an app can read or write the record through the API as you,
          never with more rights than you have.{' '}
          <a href="/account/tokens" className="flex min-h-11 w-fit items-center">
            Manage API tokens
          </a>
        </p>
      </Section>
      {calendars.length > 0 && (
        <Section title="Calendar addresses">
          <p className="max-w-prose">
            Whoever has one of these secret addresses reads the campaign’s calendar as you. Change
            or end it in the campaign.
          </p>
          <ul className="divide-hairline divide-y">
            {calendars.map(({ id, createdAt, campaign: { slug, title } }) => (
              <li key={id} className="py-2">
                <a href={`/campaigns/${slug}`} className="flex min-h-11 w-fit items-center">
                  <bdi>{title}</bdi>
                </a>
                <p className="text-muted text-sm">
                  Created <Moment at={createdAt} clock={settings} />
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Your data">
        <p className="mb-4 max-w-prose">
          Download what is stored about you: your account, your sign-ins, your comments and
          notifications, and what you did in each workspace and when. The entries you wrote belong
          to the record; export those under Export.{' '}
          <Link href="/for-members" prefetch={false}>
            What is stored, for how long, and who can see it
          </Link>
        </p>
        <FileLink href="/account/data">Download your data</FileLink>
      </Section>
      <Section title="Delete your account">
        <div className="max-w-prose">
          <DeleteAccountForm action={deleteOwnAccount} />
        </div>
      </Section>
    </>
  )
}
