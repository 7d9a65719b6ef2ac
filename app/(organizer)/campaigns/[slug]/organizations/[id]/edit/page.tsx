import type { Metadata } from 'next'
import { OrganizationForm } from '@/components/organization/organization-form'
import { EmptyState } from '@/components/ui/empty-state'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { getOrganization, listOrganizationNames } from '@/server/organizations/queries'
import { orNotFound } from '@/server/pages'
import { saveOrganization } from '../../actions'

export const metadata: Metadata = { title: 'Edit an organization' }

type Props = PageProps<'/campaigns/[slug]/organizations/[id]/edit'>

export default async function EditOrganizationPage({ params }: Props) {
  const viewer = await requireViewer()
  const { slug, id } = await params
  const { name, otherNames, kind, parent, version } = await orNotFound(getOrganization(viewer, id))
  if (!mayPublish(viewer)) return <EmptyState title="Only editors can change organizations" />
  return (
    <div className="max-w-prose">
      <h2 className="mb-6 text-2xl">
        Edit <bdi>{name}</bdi>
      </h2>
      <OrganizationForm
        action={saveOrganization.bind(null, { id, home: `/campaigns/${slug}/organizations/${id}` })}
        initial={{
          ...{ name, kind, version: String(version) },
          otherNames: otherNames.join('; '),
          parent: parent?.name ?? '',
        }}
        organizations={await listOrganizationNames(viewer)}
      />
    </div>
  )
}
