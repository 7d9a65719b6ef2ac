import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/server/auth/session'
import { Directory } from '../directory'

export const metadata: Metadata = { title: 'Organizations' }

export default async function AllOrganizationsPage({ searchParams }: PageProps<'/organizations'>) {
  return (
    <>
      <PageHeader
        title="Organizations"
        lead="Companies, agencies, unions, groups and newsrooms of every campaign, each under what it is part of."
      />
      <Directory
        viewer={await requireViewer()}
        record="organization"
        here="/organizations"
        label="Name, or another name"
        query={await searchParams}
      />
    </>
  )
}
