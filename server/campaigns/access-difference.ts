import 'server-only'
import type { CampaignAccessInput } from '@/lib/schemas/campaign-access'
import { AppError } from '../errors'

/** Who can open a campaign at this moment; owners can, whether they are among its members or not. */
export type AccessNow = {
  who: 'everyone' | 'members'
  members: { id: string; name: string; isOwner: boolean }[]
}

/**
 * What is to change about who can open a campaign: the difference between what a form began with and
 * what it says, so that whoever was left out meanwhile is not let in again by an older page.
 *
 * @param own whoever says so, who stays one of its members.
 * @throws AppError `invalid` where one opens it to everyone, or restricts it, and somebody else has
 *   said something else since: the two cannot be joined.
 */
export function wantedOf(
  current: AccessNow,
  { who, members, began }: CampaignAccessInput,
  own: string | null,
): { who: AccessNow['who']; added: string[]; gone: string[] } {
  const before = current.members.map(({ id }) => id)
  if (!began) return { who, ...difference(before, who === 'members' ? withOwn(members, own) : []) }
  const wanted = who === 'members' ? members : []
  const mine = difference(began.members, wanted)
  if (who === began.who && mine.added.length + mine.gone.length === 0)
    return { who: current.who, added: [], gone: [] }
  if (who !== began.who || current.who !== began.who) requireSame(current, began, own)
  if (who === 'everyone') return { who, added: [], gone: before }
  return {
    who,
    added: withOwn(mine.added, own).filter((id) => !before.includes(id)),
    gone: mine.gone.filter((id) => before.includes(id) && id !== own),
  }
}

function withOwn(members: string[], own: string | null): string[] {
  return [...new Set(own ? [...members, own] : members)]
}

function difference(before: string[], after: string[]): { added: string[]; gone: string[] } {
  return {
    added: after.filter((id) => !before.includes(id)),
    gone: before.filter((id) => !after.includes(id)),
  }
}

// A form names neither the owners nor whoever fills it in.
function requireSame(
  current: AccessNow,
  began: NonNullable<CampaignAccessInput['began']>,
  own: string | null,
): void {
  const shown = current.members.filter(({ id, isOwner }) => !isOwner && id !== own)
  const inside = shown.map(({ id }) => id)
  const { added, gone } = difference(began.members, inside)
  if (current.who === began.who && added.length + gone.length === 0) return
  const names = shown.map(({ name }) => name).join(', ')
  const now =
    current.who === 'everyone'
      ? 'everyone in the workspace can open it'
      : `only its members and the owners can open it${names && `; its members are ${names}`}`
  throw new AppError(
    'invalid',
    `Somebody has changed who can open it since you opened this page: now ${now}. Reload the page, then choose again.`,
    ['who'],
  )
}
