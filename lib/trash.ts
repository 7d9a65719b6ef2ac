/** How long something stays in the trash before it is erased. */
export const TRASH_DAYS = 30

/** The records that have a page of their own to be trashed from; entries have theirs. */
export const trashableRecords = ['demand', 'campaign', 'organization', 'person', 'source'] as const
export type TrashableRecord = (typeof trashableRecords)[number]

/** Something in the trash that this viewer may bring back. */
export type Trashed = {
  record: TrashableRecord | 'entry'
  id: string
  title: string
  /** ISO timestamp. */
  trashedAt: string
}

const DAY_MS = 86_400_000

/** Days until something is erased, at least 0. */
export function daysLeft(trashedAt: string, now: Date): number {
  const end = Date.parse(trashedAt) + TRASH_DAYS * DAY_MS
  return Math.max(0, Math.ceil((end - now.getTime()) / DAY_MS))
}
