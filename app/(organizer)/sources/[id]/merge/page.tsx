import type { Metadata } from 'next'
import { requireViewer } from '@/server/auth/session'
import { getSource } from '@/server/sources/queries'
import { orNotFound } from '@/server/pages'
import { MergePage } from '../../../merge-page'

export const metadata: Metadata = { title: 'Merge' }

export default async function MergeRecordPage({
  params,
  searchParams,
}: PageProps<'/sources/[id]/merge'>) {
  const viewer = await requireViewer()
  const { id } = await params
  const { title } = await orNotFound(getSource(viewer, id))
  return (
    <MergePage
      {...{ viewer, id }}
      record="source"
      name={title}
      home={`/sources/${id}`}
      query={await searchParams}
    />
  )
}
