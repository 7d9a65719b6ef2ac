import 'server-only'
import { assignmentSchema } from '@/lib/schemas/assignment'
import { assign } from '../assignments/mutations'
import { assignable, getAssigning, listAssignedToMe, listWriters } from '../assignments/queries'
import { listReviewsForMe } from '../assignments/reviews'
import type { Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { setFollowUp } from '../demands/follow-ups'
import { member, writer, type Row } from './access-rows'
import { CANARY, makeDraft, type Target } from './target'
import { logEntry, TEST_DAY } from './world'

const entry = (id: string) => ({ record: 'entry', id }) as const
const followUp = (id: string) => ({ record: 'follow_up', id }) as const

/** Who sees to what, for the table of all access. */
export const assignmentAccess: Record<string, Row> = {
  'assignments/queries.listAssignedToMe': member('own', (v) => listAssignedToMe(v)),
  'assignments/reviews.listReviewsForMe': {
    ...member('own', (v) => listReviewsForMe(v)),
    make: makeReview,
  },
  'assignments/queries.listWriters': member('refused', (v, { campaign }) =>
    listWriters(v, campaign.slug),
  ),
  'assignments/queries.getAssigning': {
    ...member('own', (v, _t, id) => getAssigning(v, entry(id))),
    make: makeDraft,
  },
  'assignments/queries.assignable': {
    ...member('own', (v, _t, id) => withViewer(v, (tx) => assignable(tx, v, followUp(id)))),
    make: makeFollowUp,
  },
  'assignments/mutations.assign': writer(
    'refused',
    (v, t, id) =>
      assign(
        v,
        followUp(id),
        assignmentSchema(TEST_DAY).parse({ member: t.editor.memberId, dueOn: '' }),
      ),
    makeFollowUp,
  ),
}

async function makeReview({ contributor, campaign }: Target): Promise<string> {
  const fields = { title: `${CANARY} to review`, status: 'in_review' }
  return (await logEntry(contributor, campaign, fields)).id
}

async function makeFollowUp({ owner, demand }: Target, _viewer: Viewer): Promise<string> {
  const about = { demand: demand.id, organization: demand.targetId }
  return (await setFollowUp(owner, { ...about, dueOn: TEST_DAY, note: '' })).id
}
