import 'server-only'
import type { CommentAbout } from '@/lib/comments/comments'
import { commentSchema } from '@/lib/schemas/comment'
import type { Organizer } from '../auth/viewer'
import { logEntry, type World } from '../testing/world'
import { addComment } from './mutations'

/** An entry that the contributor logged. */
export async function newEntry(world: World, more: object = {}): Promise<CommentAbout> {
  const { contributor, campaign } = world
  const { id } = await logEntry(contributor, campaign, { status: 'in_review', ...more })
  return { record: 'entry', id }
}

/** Comments on a record. */
export const say = (viewer: Organizer, about: CommentAbout, body: string, more: object = {}) =>
  addComment(viewer, about, commentSchema.parse({ body, ...more }))
