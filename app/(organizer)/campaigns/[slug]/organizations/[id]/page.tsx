import type { Metadata } from 'next'
import { TrashForm } from '@/components/trash/trash-form'
import Link from 'next/link'
import { Mentions } from '@/components/organization/mentions'
import { ButtonLink } from '@/components/ui/button'
import { DefinitionList } from '@/components/ui/definition-list'
import type { OrganizationDto } from '@/lib/directory'
import { campaignRoleLabels, organizationKindLabels } from '@/lib/schemas/words'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { getOrganization } from '@/server/organizations/queries'
import { orNotFound } from '@/server/pages'
import { RecordHistory } from '../../../../record-history'
import { moveRecordToTrash } from '../../../../trash/actions'

type Props = PageProps<'/campaigns/[slug]/organizations/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const organization = await orNotFound(getOrganization(await requireViewer(), (await params).id))
  return { title: organization.name }
}

export default async function OrganizationPage({ params }: Props) {
  const viewer = await requireViewer()
  const { slug, id } = await params
  const organization = await orNotFound(getOrganization(viewer, id))
  return (
    <>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <h2 className="text-2xl">
          <bdi>{organization.name}</bdi>
        </h2>
        <div className="chrome flex flex-wrap gap-3">
          <ButtonLink tone="quiet" href={`/organizations/${id}/scorecard`}>
            Scorecard
          </ButtonLink>
          {mayPublish(viewer) && (
            <ButtonLink tone="quiet" href={`/campaigns/${slug}/organizations/${id}/edit`}>
              Edit
            </ButtonLink>
          )}
        </div>
      </div>
      <Facts organization={organization} slug={slug} />
      <Mentions organization={organization} />
      <RecordHistory
        {...{ viewer, id }}
        record="organization"
        here={`/campaigns/${slug}/organizations/${id}`}
        mayRestore={mayPublish(viewer)}
      />
      {mayPublish(viewer) && (
        <TrashForm
          action={moveRecordToTrash.bind(null, { record: 'organization', id: id, trash: '/trash' })}
        />
      )}
    </>
  )
}

function Facts({ organization, slug }: { organization: OrganizationDto; slug: string }) {
  const { kind, otherNames, parent, children, campaigns } = organization
  const to = ({ id, name }: { id: string; name: string }) => (
    <Link key={id} href={`/campaigns/${slug}/organizations/${id}`} className="mr-3">
      <bdi>{name}</bdi>
    </Link>
  )
  return (
    <DefinitionList
      items={[
        { term: 'Kind', detail: organizationKindLabels[kind] },
        { term: 'Other names', detail: otherNames.join('; ') },
        { term: 'Part of', detail: parent && to(parent) },
        { term: 'Its parts', detail: children.length > 0 && children.map(to) },
        ...campaigns.map(({ slug: campaign, title, role }) => ({
          key: `${campaign} ${role}`,
          term: campaignRoleLabels[role],
          detail: (
            <>
              in{' '}
              <Link href={`/campaigns/${campaign}`}>
                <bdi>{title}</bdi>
              </Link>
            </>
          ),
        })),
      ]}
    />
  )
}
