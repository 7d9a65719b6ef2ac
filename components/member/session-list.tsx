import { EndingRow, EndingRows } from '@/components/ui/ending-row'
import { Moment } from '@/components/ui/moment'
import { Tag } from '@/components/ui/tag'
import type { Clock } from '@/lib/dates/moments'
import type { FormAction } from '@/lib/forms/state'

/** The browsers at which one is signed in; every other one can be signed out. */
export function SessionList({
  sessions,
  here,
  clock,
  end,
}: {
  sessions: { id: string; device: string; signedInAt: string; seenAt: string; expiresAt: string }[]
  /** The session of the browser that shows this. */
  here: string
  /** The reader's own time zone and language. */
  clock: Clock
  end: FormAction
}) {
  return (
    <EndingRows>
      {sessions.map(({ id, device, signedInAt, seenAt, expiresAt }) => (
        <EndingRow
          key={id}
          heading={
            <>
              {device || 'Unknown browser'} {id === here && <Tag>This browser</Tag>}
            </>
          }
          facts={
            <p className="text-muted text-sm">
              Password or passkey given <Moment at={signedInAt} clock={clock} />, last used{' '}
              <Moment at={seenAt} clock={clock} />, ends <Moment at={expiresAt} clock={clock} />
            </p>
          }
          ending={
            id === here
              ? null
              : {
                  ...{ action: end, field: 'session', id },
                  ...{ label: 'Sign it out', pending: 'Signing out …' },
                }
          }
        />
      ))}
    </EndingRows>
  )
}
