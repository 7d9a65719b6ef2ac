import Link from 'next/link'
import { assignedLabels, type AssignedToMe } from '@/lib/assignments'
import { dateInWords } from '@/lib/dates/words'

/** What a member is to see to, each with the page where it is done. */
export function AssignedList({ waiting }: { waiting: readonly AssignedToMe[] }) {
  return (
    <ul className="divide-hairline divide-y">
      {waiting.map(({ id, what, title, href, campaign, by, dueOn, today }) => (
        <li key={id} className="py-3 first:pt-0">
          <p>
            {assignedLabels[what]}:{' '}
            <Link href={href} prefetch={false} className="inline-block py-1.5">
              <bdi>{title}</bdi>
            </Link>
          </p>
          <p className="text-muted text-sm">
            {dueOn && (
              <span className={dueOn <= today ? 'text-action font-semibold' : undefined}>
                {what === 'plan_role' ? 'On' : dueOn < today ? 'Was due' : 'By'}{' '}
                <time dateTime={dueOn}>{dateInWords(dueOn)}</time>,{' '}
              </span>
            )}
            <bdi>{campaign}</bdi>
            {by && (
              <>
                , from <bdi>{by}</bdi>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
