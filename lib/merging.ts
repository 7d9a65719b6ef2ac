/** The records that two of which can be made one. */
export const mergeableRecords = ['organization', 'person', 'source', 'entry'] as const
export type MergeableRecord = (typeof mergeableRecords)[number]

/** One field of two records, side by side. */
type SideBySide = { field: string; label: string; survivor: string; duplicate: string }

/** Two records that may be one: their names, and the fields in which they differ. */
export type MergePreview = {
  survivor: { id: string; name: string }
  duplicate: { id: string; name: string }
  /** Where one must be chosen. */
  fields: SideBySide[]
  /** How many rows of each sort would move, in words. */
  moves: { what: string; count: number }[]
  /** What follows by itself, in words. */
  rules: string[]
}
