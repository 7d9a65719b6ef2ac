import Link from 'next/link'
import type { ReactNode } from 'react'
import { clockInWords, readClock } from '@/lib/demands/clock'
import type { Silence } from '@/lib/demands/ledger'
import { spanLength } from '@/lib/demands/spans'
import { standingLabels } from '@/lib/schemas/words'

const WIDTH = 260

/** The longest silences, each as a dotted line that grows with its days. `asOf` is an ISO day. */
export function SilenceList({
  silences,
  campaignHref,
  asOf,
  actions,
}: {
  silences: Silence[]
  campaignHref: string
  asOf: string
  actions?: (silence: Silence) => ReactNode
}) {
  const readings = silences.map(({ clock }) => readClock(clock, asOf))
  const days = readings.map(({ silence }) => (silence ? spanLength(silence) : 0))
  const most = Math.max(1, ...days)
  return (
    <ol className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
      {silences.map((silence, index) => {
        const { demand, organization, standing } = silence
        const length = Math.max(4, Math.round(((days[index] ?? 0) / most) * (WIDTH - 8)))
        return (
          <li key={`${demand.id} ${organization.id}`} className="min-w-0">
            <p className="flex flex-wrap gap-x-2">
              <strong>
                <bdi>{organization.name}</bdi>
              </strong>
              <span className="text-muted">{standingLabels[standing].toLowerCase()}</span>
            </p>
            <p className="font-serif text-lg leading-snug">
              <Link href={`${campaignHref}/demands/${demand.number}`}>
                {demand.number}. <bdi>{demand.wording}</bdi>
              </Link>
            </p>
            <svg
              aria-hidden="true"
              viewBox={`0 0 ${WIDTH} 8`}
              className="history-line"
              data-days={days[index]}
            >
              <path className="history-silent" d={`M4 4H${length + 4}`} />
            </svg>
            <p className="clock clock-silent">
              {readings[index] && clockInWords(readings[index]).join(' ')}
            </p>
            {actions?.(silence)}
          </li>
        )
      })}
    </ol>
  )
}
