import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'
import { Section } from '@/components/ui/section'
import { Words } from '../words'

export const metadata: Metadata = { title: 'For readers' }

export default function ForReadersPage() {
  return (
    <>
      <PageHeader
        title="For readers of shared pages"
        lead="What is stored when you open a link, who can see it, and what nobody can promise you."
      />
      <Section title="What is stored about you">
        <Words>
          <li>
            Each opening of a page adds one to a count for that link and that day. Your address,
            your browser and the time of day are not stored with it. Members see “fewer than 10”
            instead of a smaller number.
          </li>
          <li>
            Shared pages have no script, load nothing from other sites, and set no cookie. Two kinds
            of link are exceptions: one with a password, and one that keeps its secret out of
            addresses. Each sets a cookie that only keeps the page open for you.
          </li>
          <li>
            If you try a password, your network is counted for some minutes so that nobody can guess
            on. What is stored is a code that changes every day and cannot be turned back into your
            address.
          </li>
        </Words>
      </Section>
      <Section title="Who can see it">
        <Words>
          <li>The members of the group see the counts, and nothing about who you are.</li>
          <li>
            Whoever runs the server can see the network address from which you connect while you are
            connected. Throughline writes none down. Programs in front of it can, such as a proxy, a
            hosting company or a network; ask the group if this matters to you.
          </li>
          <li>
            Your own device remembers: history, downloads and synchronized tabs. Open the link in a
            private window if others use your device.
          </li>
        </Words>
      </Section>
      <Section title="What you see, and what you do not">
        <Words>
          <li>
            You see what the group chose to show with this link. People appear by name only as far
            as they have agreed. Private notes, comments, plans and drafts are never shown.
          </li>
          <li>
            A page can change or end at any time. An edition is one state of it: nothing is added to
            it later, but it loses what its link no longer shows, and says so. It can be withdrawn
            with its link.
          </li>
        </Words>
      </Section>
      <Section title="What we cannot protect against">
        <Words>
          <li>Anyone who has the address of a page can read it.</li>
          <li>
            Programs in which you paste the address may open it to show a preview, and keep what
            they saw.
          </li>
          <li>
            Anyone who watches your network sees that you connect to this server, though not what
            you read if the address begins with https.
          </li>
          <li>Others can copy what they read, and a copy cannot be called back.</li>
        </Words>
      </Section>
    </>
  )
}
