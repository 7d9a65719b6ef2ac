import type { Metadata } from 'next'
import { requireViewer } from '@/server/auth/session'
import { getOrganization } from '@/server/organizations/queries'
import { orNotFound } from '@/server/pages'
import { OrganizationView } from '../../../../organization-view'

type Props = PageProps<'/campaigns/[slug]/organizations/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const record = await orNotFound(getOrganization(await requireViewer(), (await params).id))
  return { title: record.name }
}

export default async function RecordPage({ params }: Props) {
  const { slug, id } = await params
  return (
    <OrganizationView
      viewer={await requireViewer()}
      id={id}
      base={`/campaigns/${slug}/organizations`}
    />
  )
}
