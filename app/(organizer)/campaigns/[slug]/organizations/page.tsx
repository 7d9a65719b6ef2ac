import type { Metadata } from 'next'
import { RoleForm } from '@/components/organization/role-form'
import { RoleProposals } from '@/components/organization/role-proposals'
import { RoleTree } from '@/components/organization/role-tree'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { listRoleProposals } from '@/server/organizations/proposals'
import { listOrganizations } from '@/server/organizations/queries'
import { orNotFound } from '@/server/pages'
import { addRole, removeRole } from './actions'

export const metadata: Metadata = { title: 'Organizations' }

type Props = PageProps<'/campaigns/[slug]/organizations'>

export default async function OrganizationsPage({ params }: Props) {
  const viewer = await requireViewer()
  const { slug } = await params
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const organizations = await listOrganizations(viewer)
  const edits = mayPublish(viewer)
  const proposals = edits ? await listRoleProposals(viewer, slug) : []
  return (
    <>
      {campaign.organizations.length > 0 ? (
        <Section title="Organizations and their roles">
          <RoleTree
            organizations={organizations}
            slug={slug}
            remove={edits ? removeRole.bind(null, { slug }) : null}
          />
        </Section>
      ) : (
        <EmptyState title="No organizations yet">
          <p>Add the targets, the third parties involved, who organizes and who reports.</p>
        </EmptyState>
      )}
      {proposals.length > 0 && (
        <Section title="Proposed from demands and entries">
          <RoleProposals proposals={proposals} confirm={addRole.bind(null, { slug })} />
        </Section>
      )}
      {edits && (
        <Section title="Add an organization">
          <div className="max-w-prose">
            <RoleForm
              action={addRole.bind(null, { slug })}
              organizations={organizations.map(({ name }) => name)}
            />
          </div>
        </Section>
      )}
    </>
  )
}
