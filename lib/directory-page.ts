/** The directories of a workspace. */
export type DirectoryRecord = 'organization' | 'person' | 'source'

/** One record of a directory with the number of entries that mention it, as far as one may see them. */
export type DirectoryItem = {
  id: string
  name: string
  /** What tells it from others: other names, a publisher. */
  note: string
  mentions: number
  /** How deep in the tree it stands; 0 at the top and where no tree is shown. */
  depth: number
}

/** A page of a directory; `next` is the cursor of the following one, or null. */
export type DirectoryPage = { items: DirectoryItem[]; next: string | null }
