import Link from 'next/link'
import { Tag } from '@/components/ui/tag'
import { campaignStatusLabels, type CampaignRole, type CampaignStatus } from '@/lib/schemas/words'

type Campaign = {
  id: string
  slug: string
  title: string
  summary: string
  status: CampaignStatus
  isRestricted: boolean
  organizations: { name: string; role: CampaignRole }[]
  entries: number
  proposals: number
}

/** The campaigns of a workspace, each with what waits in it. */
export function CampaignList({ campaigns }: { campaigns: Campaign[] }) {
  return (
    <ul className="divide-hairline border-hairline divide-y border-b">
      {campaigns.map((campaign) => (
        <li key={campaign.id} className="py-6 first:pt-0">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <h2 className="text-xl">
              <Link href={`/campaigns/${campaign.slug}`}>
                <bdi>{campaign.title}</bdi>
              </Link>
            </h2>
            <Tag>{campaignStatusLabels[campaign.status]}</Tag>
            {campaign.isRestricted && <Tag>Restricted</Tag>}
          </div>
          <Targets organizations={campaign.organizations} />
          {campaign.summary && (
            <p dir="auto" className="mt-2 line-clamp-3 max-w-prose">
              {campaign.summary}
            </p>
          )}
          <p className="text-muted mt-2 flex flex-wrap gap-x-6">
            <span>{counted(campaign.entries, 'entry', 'entries')}</span>
            {campaign.proposals > 0 && (
              <Link
                href={`/campaigns/${campaign.slug}/demands#proposals`}
                className="text-demand -my-2.5 inline-flex min-h-11 items-center"
              >
                {counted(campaign.proposals, 'proposal waits', 'proposals wait')} for a decision
              </Link>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Targets({ organizations }: Pick<Campaign, 'organizations'>) {
  const names = organizations.filter(({ role }) => role === 'target').map(({ name }) => name)
  if (names.length === 0) return null
  return <p className="text-muted mt-1">Toward {names.join(', ')}</p>
}

function counted(count: number, one: string, more: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : more}`
}
