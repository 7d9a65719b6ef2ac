import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Words } from '../words'

export const metadata: Metadata = { title: 'For members' }

export default function ForMembersPage() {
  return (
    <>
      <PageHeader
        title="For members"
        lead="What is stored about you, for how long, who can see it, and what nobody can promise you."
      />
      <Section title="What is stored">
        <Words>
          <li>
            Your account: name, e-mail address, and your password in a form from which it cannot be
            read. Sign-in codes and passkeys are stored so that the database alone cannot sign in
            with them. And what you chose for yourself: colors, language and region, time zone, the
            first day of the week, and which notifications you get.
          </li>
          <li>
            Where you are signed in: the browser in a few words, such as “Firefox on Android, Los
            Angeles time”, with the time zone that it said when you signed in, and when it was last
            used; and, where you turned notifications on, the address at which its push service
            takes them. Network addresses are not stored. Your browser keeps for a year that
            somebody signed in to your account there, so that you get in while strangers guess at
            your password.
          </li>
          <li>
            What you did: each change, with the time, the record and the fields, in the history and
            in the audit. The audit also has when you signed in, which files you downloaded, and
            that somebody tried too many passwords, not who; and that a page of a neighbouring
            address had your browser send something that was refused, not which page. Also when you
            last looked at each campaign, when you saw each notification, when mail went out to you,
            and when each passkey and token was last used.
          </li>
          <li>
            What you wrote: entries with all earlier versions, comments with their earlier words,
            and the notes that you left beside a change.
          </li>
          <li>
            What you have typed and not saved stays on your device alone, encrypted, where the
            address begins with https.
          </li>
        </Words>
      </Section>
      <Section title="For how long">
        <Words>
          <li>A sign-in ends after 24 hours without use, and after 14 days in any case.</li>
          <li>
            What is in the trash, and deleted comments, are erased after 30 days. Words that were
            not saved are removed from your device after 14 days, and when you sign out.
          </li>
          <li>
            History and audit stay for as long as the workspace does. What is erased stays in the
            daily backups, and in the archive from which any minute of the last days can be
            restored, until those are replaced: as a rule after four days, unless the operator keeps
            more or earlier ones.
          </li>
          <li>
            You can download what is stored about you, and delete your account, under{' '}
            <Link href="/account" prefetch={false}>
              Your account
            </Link>
            . What you wrote stays in the record, under your name or as “Former member”, as the
            workspace has decided. If you are removed and a member nowhere else, you cannot sign in
            any more, and your account is erased after 30 days.
          </li>
        </Words>
      </Section>
      <Section title="Who can see it">
        <Words>
          <li>
            Members see your name on what you wrote, and published entries with full names and
            private notes. Drafts are for whoever wrote them, and for editors and owners. Editors
            and owners see e-mail addresses.
          </li>
          <li>
            What is in a restricted campaign is for its members and the owners of the workspace. So
            is a source that nothing else cites. Organizations and people are for every member,
            wherever they are mentioned.
          </li>
          <li>
            Owners also see the audit, in which browsers you are signed in, in the same words, and
            when each was last used.
          </li>
          <li>
            If this site sends you mail, its mail server and your mail provider see your address and
            the address of this site. Mail about notifications says how many there are of each kind
            and no more, unless an owner allows names and quotes; you get none until you ask for it.
            If you forget your password, a link to choose a new one is mailed to you: whoever reads
            your mailbox can use it, but still needs your sign-in code if you have those.
          </li>
          <li>
            If you have notifications shown on a device, the push service of its browser (such as
            Google’s, Apple’s or Mozilla’s) sees that this site sends you something, and when. What
            it says, how many there are, is encrypted for that device.
          </li>
          <li>
            Every member who can open a campaign sees its plans, and who does what on the day.
          </li>
          <li>
            Readers of links see what a link shows and nothing about members. Comments, plans and
            private notes are in no link.
          </li>
          <li>
            The operator of the server can read everything in the database, private notes, drafts
            and names included, and so can anyone with an unsealed backup. They cannot read your
            password. With the key file of the installation they can open every link and make
            sign-in codes.
          </li>
        </Words>
      </Section>
      <Section title="What we cannot protect against">
        <Words>
          <li>An operator who means harm, or somebody who takes the server or its backups.</li>
          <li>A member who copies what they may see, or a screenshot.</li>
          <li>
            A phone or computer that is open, or on which somebody else has installed a program.
          </li>
          <li>
            A link that is passed on: anyone with the address can read it until it is revoked or
            expires.
          </li>
          <li>Anyone who watches your network sees that you connect to this server, and when.</li>
        </Words>
        <p className="mt-4">
          What you do not want anyone to find, do not write down here: no membership lists, no home
          addresses, no plans that must stay secret.
        </p>
      </Section>
      <p className="mt-10">
        <Link href="/for-readers" prefetch={false} className="inline-flex min-h-11 items-center">
          What readers of shared pages are told
        </Link>
      </p>
    </>
  )
}
