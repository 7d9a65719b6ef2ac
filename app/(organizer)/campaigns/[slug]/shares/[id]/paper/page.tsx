import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { QrCode } from '@/components/share/qr-code'
import { Notice } from '@/components/ui/notice'
import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import { lensLabels } from '@/lib/schemas/words'
import { requireViewer } from '@/server/auth/session'
import { orNotFound } from '@/server/pages'
import { mayShare } from '@/server/shares/links/may-share'
import { getShare } from '@/server/shares/links/queries'

export const metadata: Metadata = { title: 'A link for paper' }

export default async function PaperPage({
  params,
}: PageProps<'/campaigns/[slug]/shares/[id]/paper'>) {
  const viewer = await requireViewer()
  const { slug, id } = await params
  if (!mayShare(viewer)) notFound()
  const share = await orNotFound(getShare(viewer, id))
  const { campaign, label, lens, url, expiresAt, locked } = share
  if (campaign.slug !== slug) notFound()
  const name = label || `${lensLabels[lens]} link`
  return (
    <>
      <p className="chrome mb-6">
        <a href={`/campaigns/${slug}/shares/${id}`}>
          <bdi>{name}</bdi>
        </a>
        . Print this page: menus and this line are left out.
      </p>
      {url === null ? (
        <Notice tone="warning">
          <p>The address of this link cannot be shown, so there is no code for it.</p>
        </Notice>
      ) : (
        <div className="max-w-96 space-y-3">
          <QrCode text={url} label={`Code that opens ${url}`} />
          <p>Point a camera at the code, or type:</p>
          <p className="font-mono text-sm break-all">{url}</p>
          <p>
            {expiresAt
              ? `It is active until ${dateInWords(todayIn(campaign.timeZone, new Date(expiresAt)))}.`
              : 'It is active until someone revokes it.'}
            {locked && ' It asks for a password.'} Nobody is tracked there.
          </p>
        </div>
      )}
    </>
  )
}
