import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { requireViewer } from '@/server/auth/session'
import { getOrganization } from '@/server/organizations/queries'
import { orNotFound } from '@/server/pages'
import { OrganizationView } from '../../organization-view'

type Props = PageProps<'/organizations/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const record = await orNotFound(getOrganization(await requireViewer(), (await params).id))
  return { title: record.name }
}

export default async function RecordPage({ params }: Props) {
  const viewer = await requireViewer()
  const { id } = await params
  const { name } = await orNotFound(getOrganization(viewer, id))
  return (
    <>
      <Breadcrumbs items={[{ label: 'Organizations', href: '/organizations' }, { label: name }]} />
      <OrganizationView viewer={viewer} id={id} base="/organizations" />
    </>
  )
}
