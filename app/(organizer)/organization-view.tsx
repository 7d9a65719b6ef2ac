import { TrashForm } from '@/components/trash/trash-form'
import Link from 'next/link'
import { Mentions } from '@/components/organization/mentions'
import { ButtonLink } from '@/components/ui/button'
import { DefinitionList } from '@/components/ui/definition-list'
import type { OrganizationDto } from '@/lib/directory'
import { campaignRoleLabels, organizationKindLabels } from '@/lib/schemas/words'
import { mayPublish, type Organizer } from '@/server/auth/viewer'
import { MergedNotices } from './merged-notices'
import { listParams, readOrganization, type Query } from './read-record'
import { RecordHistory } from './record-history'
import { moveRecordToTrash } from './trash/actions'

/** An organization with everything that mentions it; `base` is the list in which it is read. */
export async function OrganizationView({
  viewer,
  id,
  base,
  query,
}: {
  viewer: Organizer
  id: string
  base: string
  /** The address's parameters, which say what page of each list is shown. */
  query: Query
}) {
  const home = `${base}/${id}`
  // Inside a campaign its title is the first heading.
  const [Heading, level] = base === '/organizations' ? (['h1', 2] as const) : (['h2', 3] as const)
  const organization = await readOrganization(id, query)
  return (
    <>
      <MergedNotices {...{ viewer, id, home }} record="organization" />
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <Heading className="text-2xl">
          <bdi>{organization.name}</bdi>
        </Heading>
        <div className="chrome flex flex-wrap gap-3">
          <ButtonLink tone="quiet" href={`/organizations/${id}/scorecard`}>
            Scorecard
          </ButtonLink>
          {mayPublish(viewer) && (
            <ButtonLink tone="quiet" href={`${home}/edit`}>
              Edit
            </ButtonLink>
          )}
          {mayPublish(viewer) && (
            <ButtonLink tone="quiet" href={`/organizations/${id}/merge`}>
              Merge
            </ButtonLink>
          )}
        </div>
      </div>
      <Facts organization={organization} base={base} />
      <Mentions
        level={level}
        organization={organization}
        here={home}
        query={listParams(query, 'entries', 'inquiries')}
      />
      <RecordHistory
        {...{ viewer, id }}
        record="organization"
        here={home}
        level={level}
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

function Facts({ organization, base }: { organization: OrganizationDto; base: string }) {
  const { kind, otherNames, parent, children, campaigns } = organization
  const to = ({ id, name }: { id: string; name: string }) => (
    <Link key={id} href={`${base}/${id}`} className="mr-3">
      <bdi>{name}</bdi>
    </Link>
  )
  return (
    <DefinitionList
      items={[
        { term: 'Kind', detail: organizationKindLabels[kind] },
        { term: 'Other names', detail: otherNames.join('; ') },
        { term: 'Part of', detail: parent && to(parent) },
        { term: 'Its parts', detail: children.length > 0 ? children.map(to) : '' },
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
