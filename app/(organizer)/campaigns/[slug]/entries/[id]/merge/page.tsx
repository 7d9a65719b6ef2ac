import type { Metadata } from 'next'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { getEntry } from '@/server/entries/queries'
import { orNotFound } from '@/server/pages'
import { MergePage } from '../../../../../merge-page'

export const metadata: Metadata = { title: 'Merge' }

export default async function MergeRecordPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/entries/[id]/merge'>) {
  const viewer = await requireViewer()
  const { slug, id } = await params
  const { title } = await orNotFound(getEntry(viewer, id))
  const { id: campaignId } = await orNotFound(getCampaign(viewer, slug))
  return (
    <MergePage
      {...{ viewer, id, campaignId }}
      record="entry"
      name={title}
      home={`/campaigns/${slug}/entries/${id}`}
      query={await searchParams}
    />
  )
}
