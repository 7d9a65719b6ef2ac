import { EndingRow, EndingRows } from '@/components/ui/ending-row'
import { Moment } from '@/components/ui/moment'
import { Tag } from '@/components/ui/tag'
import type { Clock } from '@/lib/dates/moments'
import type { FormAction } from '@/lib/forms/state'

/** The browsers that show one's notifications, each of which can stop. */
export function PushList({
  pushes,
  here,
  clock,
  end,
}: {
  pushes: { id: string; sessionId: string; device: string; expiresAt: string }[]
  /** The session of the browser that shows this. */
  here: string
  /** The reader's own time zone and language. */
  clock: Clock
  end: FormAction
}) {
  return (
    <EndingRows>
      {pushes.map(({ id, sessionId, device, expiresAt }) => (
        <EndingRow
          key={id}
          heading={
            <>
              {device || 'Unknown browser'} {sessionId === here && <Tag>This browser</Tag>}
            </>
          }
          facts={
            <p className="text-muted text-sm">
              Until it is signed out, or <Moment at={expiresAt} clock={clock} /> at the latest
            </p>
          }
          ending={{
            ...{ action: end, field: 'subscription', id },
            ...{ label: 'Stop there', pending: 'Stopping …' },
          }}
        />
      ))}
    </EndingRows>
  )
}
