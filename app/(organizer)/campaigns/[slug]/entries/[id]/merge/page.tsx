import type { Metadata } from 'next'
import { requireViewer } from '@/server/auth/session'
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
  return (
    <MergePage
      {...{ viewer, id }}
      record="entry"
      name={title}
      home={`/campaigns/${slug}/entries/${id}`}
      query={await searchParams}
    />
  )
}
