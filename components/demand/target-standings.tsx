import Link from 'next/link'
import type { DemandDto } from '@/lib/record'
import { StandingWords } from './standing-words'

/** Where a demand stands at each of its targets, since when, and what that rests on. */
export function TargetStandings({
  targets,
  campaignHref,
}: {
  targets: DemandDto['targets']
  campaignHref: string
}) {
  return (
    <dl className="divide-hairline min-w-0 divide-y">
      {targets.map((target) => (
        <div
          key={target.id}
          className="grid grid-cols-[8rem_1fr] gap-x-4 py-2 first:pt-0 last:pb-0"
        >
          <dt className="min-w-0">
            <Link href={`${campaignHref}/organizations/${target.id}`}>
              <bdi>{target.name}</bdi>
            </Link>
          </dt>
          <dd className="min-w-0">
            <StandingWords standing={target.standing} since={target.since} />
            <Evidence target={target} campaignHref={campaignHref} />
            {target.note && (
              <p className="text-muted">
                <bdi>{target.note}</bdi>
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Evidence({
  target: { evidence, since },
  campaignHref,
}: {
  target: DemandDto['targets'][number]
  campaignHref: string
}) {
  if (evidence) {
    return (
      <p>
        Rests on{' '}
        <Link href={`${campaignHref}/entries/${evidence.id}`}>
          <bdi>{evidence.title}</bdi>
        </Link>
      </p>
    )
  }
  return since ? <p className="text-muted">Rests on no entry</p> : null
}
