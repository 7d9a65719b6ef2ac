/** The records whose history people can read and restore from. */
export const recordNames = [
  'entry',
  'demand',
  'campaign',
  'organization',
  'person',
  'source',
  'plan',
] as const
export type RecordWithHistory = (typeof recordNames)[number]

/** One saved state of a record: who, when, and what changed field by field, with both texts. */
export type RevisionListing = {
  version: number
  /** ISO timestamp. */
  at: string
  /** Null for the operator's command line. */
  by: string | null
  /** What was done, in words for a reader ("restored from the trash"); empty for an edit. */
  done: string
  note: string
  fields: { field: string; label: string; from: string; to: string }[]
}

const DONE: Record<string, string> = {
  create: 'created',
  trash: 'put in the trash',
  restore: 'brought back from the trash',
  publish: 'published',
  send_back: 'sent back',
  assess: 'assessed',
  merge: 'merged with another',
  unmerge: 'merge undone',
  revert: 'an earlier version restored',
}

/** What a revision did, in words; empty for a plain edit. */
export function doneInWords(action: string, version: number): string {
  return DONE[action] ?? (version === 1 ? 'created' : '')
}
