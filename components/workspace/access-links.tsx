import { Moment } from '@/components/ui/moment'
import { Tag } from '@/components/ui/tag'
import type { Clock } from '@/lib/dates/moments'
import { scopeLabels, type ShareScope } from '@/lib/schemas/share'
import { lensLabels, type Lens } from '@/lib/schemas/words'

type Link = {
  id: string
  campaign: { slug: string; title: string }
  lens: Lens
  label: string
  scope: ShareScope
  expiresAt: string | null
  keeper: { name: string } | null
  locked: boolean
  paused: boolean
  more: string[]
}

/** Links that can be read, with what each shows and when it ends. */
export function AccessLinks({ links, clock }: { links: Link[]; clock: Clock }) {
  if (links.length === 0) return <p className="text-muted">No active links.</p>
  return (
    <ul className="divide-hairline divide-y">
      {links.map(({ id, campaign, lens, label, scope, expiresAt, keeper, ...link }) => (
        <li key={id} className="py-3">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <a
              href={`/campaigns/${campaign.slug}/shares/${id}`}
              dir="auto"
              className="font-semibold"
            >
              {label || `${lensLabels[lens]} link`}
            </a>
            <Tag>{lensLabels[lens]}</Tag>
            {link.paused && <Tag>Paused</Tag>}
            {link.locked && <Tag>Password</Tag>}
          </p>
          <p className="text-muted text-sm">
            {scopeLabels[scope]} of <bdi>{campaign.title}</bdi>
            {link.more.length > 0 && `, and more than the lens: ${link.more.join(', ')}`}.{' '}
            {expiresAt ? (
              <>
                Ends <Moment at={expiresAt} clock={clock} />.
              </>
            ) : (
              'No end is set.'
            )}{' '}
            Managed by <bdi>{keeper?.name ?? 'the operator'}</bdi>.
          </p>
        </li>
      ))}
    </ul>
  )
}
