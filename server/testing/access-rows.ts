import 'server-only'
import type { Organizer, ShareReader, Viewer } from '../auth/viewer'
import type { Target } from './target'

/** Who is let in: a member of at least this role, every member, or readers of the campaign's links. */
export type Least = 'viewer' | 'contributor' | 'editor' | 'owner' | 'reader alone' | 'reader too'

/** One export, how to call it at a target's records, and who is let in. */
export type Row = {
  least: Least
  /**
   * What another workspace's owner, and the reader of another campaign where readers are let in,
   * may get: nothing, or their own records and none of the target's.
   */
  others: 'refused' | 'own'
  /** Makes what each call uses up, and gives back its id. */
  make?: (target: Target, viewer: Viewer) => Promise<string>
  call: (viewer: Viewer, target: Target, id: string) => Promise<unknown>
}

/** A row that every member may call. */
export const member = (others: Row['others'], call: Row['call']): Row => ({
  least: 'viewer',
  others,
  call,
})
/** A row that contributors and above may call. */
export const writer = (others: Row['others'], call: Row['call'], make?: Row['make']): Row => ({
  least: 'contributor',
  others,
  call,
  ...(make && { make }),
})
/** A row that editors and owners may call. */
export const editor = (others: Row['others'], call: Row['call'], make?: Row['make']): Row => ({
  ...writer(others, call, make),
  least: 'editor',
})
/** A row that owners alone may call. */
export const ownerAlone = (others: Row['others'], call: Row['call'], make?: Row['make']): Row => ({
  ...writer(others, call, make),
  least: 'owner',
})
/** A row that members and readers of the campaign’s links may call. */
export const reader = (others: Row['others'], call: Row['call']): Row => ({
  least: 'reader too',
  others,
  call,
})

/** Whether a row of this kind lets somebody of the target's workspace in. */
export function letsIn(least: Least, viewer: Organizer | ShareReader): boolean {
  if (viewer.kind === 'share') return least === 'reader too' || least === 'reader alone'
  if (least === 'reader alone') return false
  const roles = ['viewer', 'contributor', 'editor', 'owner']
  return roles.indexOf(viewer.role) >= roles.indexOf(least === 'reader too' ? 'viewer' : least)
}
