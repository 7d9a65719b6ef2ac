import type { Metadata } from 'next'
import { requireViewer } from '@/server/auth/session'
import { OrganizationView } from '../../../../organization-view'
import { readOrganization } from '../../../../read-record'

type Props = PageProps<'/campaigns/[slug]/organizations/[id]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const record = await readOrganization((await params).id, await searchParams)
  return { title: record.name }
}

export default async function RecordPage({ params, searchParams }: Props) {
  const { slug, id } = await params
  return (
    <OrganizationView
      viewer={await requireViewer()}
      id={id}
      base={`/campaigns/${slug}/organizations`}
      query={await searchParams}
    />
  )
}
