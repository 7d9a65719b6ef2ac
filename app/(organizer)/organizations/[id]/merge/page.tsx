import type { Metadata } from 'next'
import { requireViewer } from '@/server/auth/session'
import { getOrganization } from '@/server/organizations/queries'
import { orNotFound } from '@/server/pages'
import { MergePage } from '../../../merge-page'

export const metadata: Metadata = { title: 'Merge' }

export default async function MergeRecordPage({
  params,
  searchParams,
}: PageProps<'/organizations/[id]/merge'>) {
  const viewer = await requireViewer()
  const { id } = await params
  const { name } = await orNotFound(getOrganization(viewer, id))
  return (
    <MergePage
      {...{ viewer, id }}
      record="organization"
      name={name}
      home={`/organizations/${id}`}
      query={await searchParams}
    />
  )
}
