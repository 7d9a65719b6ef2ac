import type { Metadata } from 'next'
import { requireViewer } from '@/server/auth/session'
import { getPerson } from '@/server/people/queries'
import { orNotFound } from '@/server/pages'
import { MergePage } from '../../../merge-page'

export const metadata: Metadata = { title: 'Merge' }

export default async function MergeRecordPage({
  params,
  searchParams,
}: PageProps<'/people/[id]/merge'>) {
  const viewer = await requireViewer()
  const { id } = await params
  const { name } = await orNotFound(getPerson(viewer, id))
  return (
    <MergePage
      {...{ viewer, id }}
      record="person"
      name={name}
      home={`/people/${id}`}
      query={await searchParams}
    />
  )
}
