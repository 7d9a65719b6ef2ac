import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SharedDemands } from '@/components/share/shared-demands'
import { Story } from '@/components/timeline/story'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { keysOf, lensLabels } from '@/lib/schemas/words'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { mayShare } from '@/server/shares/may-share'
import { previewShare } from '@/server/shares/preview'

export const metadata: Metadata = { title: 'What a link shows' }

export default async function PreviewPage({
  params,
}: PageProps<'/campaigns/[slug]/shares/preview/[lens]'>) {
  const viewer = await requireViewer()
  const { slug, lens: asked } = await params
  const lens = keysOf(lensLabels).find((one) => one === asked)
  if (!lens || !mayShare(viewer)) notFound()
  const { id } = await orNotFound(getCampaign(viewer, slug))
  const { campaign, demands, page, count } = await previewShare(viewer, { campaignId: id, lens })
  return (
    <>
      <Notice title={`As a link with the lens ${lensLabels[lens]} shows it`}>
        <p>
          There is no such link yet: this is what one to the whole campaign would show now,{' '}
          {count === 1 ? '1 entry' : `${count} entries`}.{' '}
          <a href={`/campaigns/${slug}/shares`}>Back to the links</a>
        </p>
      </Notice>
      <Section title={campaign.title}>
        {campaign.summary && <p className="max-w-prose">{campaign.summary}</p>}
        <SharedDemands demands={demands} />
        <Story entries={page.entries} />
      </Section>
    </>
  )
}
