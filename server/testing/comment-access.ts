import 'server-only'
import { commentSchema } from '@/lib/schemas/comment'
import type { Viewer } from '../auth/viewer'
import { addComment, changeComment, editComment } from '../comments/mutations'
import {
  countUnseen,
  listMailed,
  listNotifications,
  markSeen,
  openNotification,
} from '../comments/notifications'
import { findComments, listComments, listMentioned } from '../comments/queries'
import { withViewer } from '../db'
import { member, writer, type Row } from './access-rows'
import { CANARY, type Target } from './target'

const say = (body = `${CANARY} comment`) => commentSchema.parse({ body })
const about = ({ entryId }: Target) => ({ record: 'entry', id: entryId }) as const

/** What members say to each other, for the table of all access. */
export const commentAccess: Record<string, Row> = {
  'comments/queries.listComments': member('refused', (v, t) => listComments(v, about(t))),
  'comments/queries.listMentioned': member('own', (v, t) =>
    withViewer(v, (tx) =>
      listMentioned(tx, v, { entryId: t.entryId, demandId: null, sourceId: null }),
    ),
  ),
  'comments/queries.findComments': member('own', (v) => findComments(v, CANARY)),
  'comments/mutations.addComment': writer('refused', (v, t) => addComment(v, about(t), say())),
  'comments/mutations.editComment': writer(
    'refused',
    (v, _t, id) => editComment(v, id, 'Other words'),
    makeComment,
  ),
  'comments/mutations.changeComment': writer(
    'refused',
    (v, _t, id) => changeComment(v, id, 'delete'),
    makeComment,
  ),
  'comments/notifications.listNotifications': member('own', (v) => listNotifications(v)),
  'comments/notifications.listMailed': member('own', (v, t) => listMailed(v, t.entryId)),
  'comments/notifications.countUnseen': member('own', (v) => countUnseen(v)),
  'comments/notifications.markSeen': member('own', (v) => markSeen(v)),
  'comments/notifications.openNotification': {
    ...member('refused', (v, _t, id) => openNotification(v, id)),
    make: makeNotification,
  },
}

// Words are changed by whoever wrote them.
async function makeComment(target: Target, viewer: Viewer): Promise<string> {
  return (await addComment(authorOf(target, viewer), about(target), say())).id
}

function authorOf({ owner, editor, contributor }: Target, viewer: Viewer) {
  return [editor, contributor].find((member) => member === viewer) ?? owner
}

// One that the caller was told; the owner's own where the caller is nobody of this workspace.
async function makeNotification(target: Target, viewer: Viewer): Promise<string> {
  const told =
    [target.editor, target.contributor, target.viewer].find((one) => one === viewer) ?? target.owner
  const { id } = await addComment(
    told === target.editor ? target.owner : target.editor,
    about(target),
    say(),
  )
  return withViewer(target.owner, async (tx) => {
    const { workspaceId } = target
    const found = { workspaceId, memberId: told.memberId, commentId: id }
    await tx.notification.createMany({
      data: [{ ...found, kind: 'mention' }],
      skipDuplicates: true,
    })
    return (await tx.notification.findFirstOrThrow({ where: found, select: { id: true } })).id
  })
}
