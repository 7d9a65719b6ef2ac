import { isKeyOf } from '../keys'
import type { EntryStatus } from '../schemas/words'

/** What became of an entry by the save that led to its page, and what that means. */
const saved = {
  published: { status: 'published', title: 'Published.', means: '' },
  draft: {
    status: 'draft',
    title: 'Saved as a draft.',
    means: 'Only its author and the editors can see it.',
  },
  in_review: {
    status: 'in_review',
    title: 'Sent to review.',
    means: 'An editor publishes it or sends it back with a note.',
  },
  returned: {
    status: 'draft',
    title: 'Sent back.',
    means: 'The author sees your note on this page.',
  },
  changed: { status: null, title: 'Changes saved.', means: '' },
} as const satisfies Record<string, { status: EntryStatus | null; title: string; means: string }>

type How = keyof typeof saved
export type Saved = { how: How; title: string; means: string }

/** The address of an entry after a save; `version` is the one that was saved. */
export function savedHref(
  slug: string,
  id: string,
  { how, version }: { how: How; version: number },
): string {
  return `/campaigns/${slug}/entries/${id}?saved=${how}.${version}`
}

/**
 * What the address of an entry's page says of a save. Null where the entry is not, or no longer, as
 * that save left it: an address that is kept or passed on must not say what has not just happened.
 */
export function readSaved(
  param: unknown,
  entry: { status: EntryStatus; version: number },
): Saved | null {
  if (typeof param !== 'string') return null
  const [how = '', version] = param.split('.')
  if (!isKeyOf(saved, how) || version !== String(entry.version)) return null
  const { status, ...words } = saved[how]
  return status === null || status === entry.status ? { how, ...words } : null
}
