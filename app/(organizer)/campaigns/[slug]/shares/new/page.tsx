import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChooseForm } from '@/components/share/choose-form'
import { OpenPlaces } from '@/components/share/open-places'
import { ShareForm } from '@/components/share/share-form'
import { MoreThanLens, SharePreview } from '@/components/share/share-preview'
import { Section } from '@/components/ui/section'
import { askedLink } from '@/lib/shares/asked'
import { moreThanLens } from '@/lib/shares/lens'
import { requireViewer, signedInRecently } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { mayShare } from '@/server/shares/may-share'
import { listOpenPlaces } from '@/server/shares/open-places'
import { previewShare } from '@/server/shares/preview'
import { decideNames, makeShare } from '../actions'

export const metadata: Metadata = { title: 'Make a link' }

export default async function NewSharePage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/shares/new'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  if (!mayShare(viewer)) notFound()
  const { id } = await orNotFound(getCampaign(viewer, slug))
  const link = askedLink(await searchParams, {
    ...{ lens: 'press', choices: null, scope: 'campaign', filter: '', entry: '' },
  })
  const { campaign, demands, page, count } = await previewShare(viewer, { campaignId: id, ...link })
  const places = await listOpenPlaces(viewer, id)
  const address = `/campaigns/${slug}/shares/new`
  return (
    <>
      <Section title="What the link shows">
        <ChooseForm address={address} {...link} />
      </Section>
      <OpenPlaces places={places} decide={decideNames} />
      <Section title="Make this link">
        <div className="max-w-prose space-y-6">
          <MoreThanLens lens={link.lens} more={moreThanLens(link.lens, link.choices)} />
          <ShareForm
            {...link}
            action={makeShare}
            campaign={id}
            askPassword={!(await signedInRecently())}
            chosen
          />
        </div>
      </Section>
      <SharePreview campaign={campaign} demands={demands} entries={page.entries} count={count} />
    </>
  )
}
