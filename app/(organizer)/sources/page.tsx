import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/server/auth/session'
import { Directory } from '../directory'

export const metadata: Metadata = { title: 'Sources' }

export default async function AllSourcesPage({ searchParams }: PageProps<'/sources'>) {
  return (
    <>
      <PageHeader title="Sources" lead="Every document cited by entries in any campaign." />
      <Directory
        viewer={await requireViewer()}
        record="source"
        here="/sources"
        label="Title, publisher or author"
        query={await searchParams}
      />
    </>
  )
}
