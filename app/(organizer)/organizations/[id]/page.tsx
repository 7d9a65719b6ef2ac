import type { Metadata } from 'next'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { requireViewer } from '@/server/auth/session'
import { OrganizationView } from '../../organization-view'
import { readOrganization } from '../../read-record'

type Props = PageProps<'/organizations/[id]'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const record = await readOrganization((await params).id, await searchParams)
  return { title: record.name }
}

export default async function RecordPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const { id } = await params
  const query = await searchParams
  const { name } = await readOrganization(id, query)
  return (
    <>
      <Breadcrumbs items={[{ label: 'Organizations', href: '/organizations' }, { label: name }]} />
      <OrganizationView {...{ viewer, id, query }} base="/organizations" />
    </>
  )
}
