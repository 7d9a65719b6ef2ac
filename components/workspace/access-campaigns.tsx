import { Tag } from '@/components/ui/tag'
import type { AccessOverview } from '@/lib/access'
import { lensLabels, type Lens } from '@/lib/schemas/words'

type Link = {
  id: string
  campaign: { slug: string }
  lens: Lens
  label: string
  paused: boolean
}

/** Campaigns that only some members can open: who they are, and the links by which others read them. */
export function AccessCampaigns({
  campaigns,
  owners,
  links,
}: {
  campaigns: AccessOverview['restricted']
  /** Names of those who can open every campaign. */
  owners: readonly string[]
  /** All live links of the workspace. */
  links: readonly Link[]
}) {
  if (campaigns.length === 0)
    return <p className="text-muted">Every member can open every campaign.</p>
  return (
    <ul className="divide-hairline divide-y">
      {campaigns.map(({ id, slug, title, members }) => {
        const own = links.filter(({ campaign }) => campaign.slug === slug)
        return (
          <li key={id} className="py-3">
            <p>
              <a
                href={`/campaigns/${slug}/edit`}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                <bdi>{title}</bdi>
              </a>
            </p>
            <p>
              {members.length === 0 ? 'No members but the owners: ' : 'Members: '}
              <Names names={members.map(({ name }) => name)} />
              {members.length > 0 && '. Owners: '}
              <Names names={owners} />.
            </p>
            {own.length === 0 ? (
              <p className="text-muted text-sm">No active links.</p>
            ) : (
              <ul className="text-sm">
                {own.map(({ id: link, label, lens, paused }) => (
                  <li key={link} className="flex flex-wrap items-center gap-x-3">
                    <a
                      href={`/campaigns/${slug}/shares/${link}`}
                      className="inline-flex min-h-11 items-center"
                    >
                      <bdi>{label || `${lensLabels[lens]} link`}</bdi>
                    </a>
                    <Tag>{lensLabels[lens]}</Tag>
                    {paused && <Tag>Paused</Tag>}
                  </li>
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Names({ names }: { names: readonly string[] }) {
  return names.map((name, index) => (
    <span key={index}>
      {index > 0 && ', '}
      <bdi>{name}</bdi>
    </span>
  ))
}
