import { daysBetween, todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import type { ShareScope } from '@/lib/schemas/share'
import type { Lens } from '@/lib/schemas/words'
import type { OwnPublisher } from '@/lib/shares/publisher'

/** A share link as members see it; moments are ISO timestamps, `url` is null where it cannot be shown. */
export type ShareView = {
  id: string
  campaign: { slug: string }
  lens: Lens
  label: string
  by: string | null
  createdAt: string
  expiresAt: string | null
  scope: ShareScope
  /** Whose membership it lives by; null for the operator's. */
  keeper: { id: string; name: string } | null
  locked: boolean
  /** Whether its secret stands after the # of its address. */
  private: boolean
  /** Whether its readers are told who keeps the record, and under which name of its own. */
  named: boolean
  publisher: Pick<OwnPublisher, 'publisherName'>
  /** The https origins that may show it in a frame. */
  frames: string[]
  /** What it shows more than its lens does by itself, in words. */
  more: string[]
  /** How often it was opened, in words. */
  views: string
  state: 'live' | 'expired' | 'revoked' | 'left'
  /** Whether it opens nothing until an owner has looked at it. */
  paused: boolean
  /** Whether a lock-down paused it: it is then resumed by itself alone. */
  lockedDown: boolean
  /** When it was ended and by whom, and whether that can still be taken back. */
  revoked: { at: string; by: string | null; canTakeBack: boolean } | null
  url: string | null
}

/**
 * Whether and how long a link lives, in words, counted in days of a time zone.
 *
 * @param now the moment of looking.
 */
export function stateInWords(share: ShareView, timeZone: string, now: Date): string {
  const day = (moment: string) => todayIn(timeZone, new Date(moment))
  if (share.state === 'revoked' && share.revoked)
    return `Revoked on ${dateInWords(day(share.revoked.at))} by ${whoInWords(share.revoked.by)}`
  if (share.state === 'left') return 'Inactive, because the member who managed it has left'
  if (!share.expiresAt) return 'Active until someone revokes it'
  const last = day(share.expiresAt)
  if (share.state === 'expired') return `Expired on ${dateInWords(last)}`
  const days = daysBetween(todayIn(timeZone, now), last)
  const left = days < 1 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`
  return `Expires ${left}, on ${dateInWords(last)}`
}

/** Who made a link and when, in words. */
export function makingInWords({ by, createdAt }: ShareView, timeZone: string): string {
  return `Made on ${dateInWords(todayIn(timeZone, new Date(createdAt)))} by ${whoInWords(by)}`
}

function whoInWords(name: string | null): string {
  return name ?? 'the operator'
}
