import { beforeAll, expect, it } from 'vitest'
import { noFilter } from '@/lib/timeline/filters'
import { giveTo } from './assignments/give'
import { useTestDatabase } from './auth/test-support'
import type { Viewer } from './auth/viewer'
import { notify } from './comments/notify'
import { withViewer, type Tx } from './db'
import { createEntries } from './entries/many'
import type { Named } from './entries/parts/writing'
import { tellOfReviews } from './entries/tell-review'
import { lockedPlan } from './plans/lock'
import { tellThoseWithAPart } from './plans/tell'
import { failureOf } from './testing/failure'
import { letsIn } from './testing/access-rows'
import { makePlan } from './testing/plan-access'
import { newTarget, type Target } from './testing/target'
import { storyPage } from './timeline/story'

useTestDatabase()

type Given = {
  least: 'viewer' | 'contributor'
  call: (tx: Tx, viewer: Viewer, target: Target) => Promise<unknown>
}

/** Parts of others' writes and reads: who calls them next may have asked nobody. */
const given: Record<string, Given> = {
  'assignments/give.giveTo': writing((tx, viewer, { entryId }) => {
    const columns = { entryId, entryStatus: 'published' } as const
    return giveTo(tx, viewer, { columns, by: {} }, { dueOn: null })
  }),
  'comments/notify.notify': writing((tx, viewer, { entryId }) =>
    notify(tx, viewer, { entryId, entryVersion: 1 }, new Map()),
  ),
  'entries/many.createEntries': writing((tx, viewer, { campaign }) => {
    const named = { organizations: new Map<string, string>(), sources: [] } as unknown as Named
    return createEntries(tx, viewer, { ...campaign, timeZone: 'UTC' }, [], named)
  }),
  'entries/tell-review.tellOfReviews': writing((tx, viewer) => tellOfReviews(tx, viewer, [])),
  'plans/lock.lockedPlan': writing((tx, viewer) => lockedPlan(tx, viewer, planId)),
  'plans/tell.tellThoseWithAPart': writing((tx, viewer) => tellThoseWithAPart(tx, viewer, planId)),
  'timeline/story.storyPage': {
    least: 'viewer',
    call: (tx, viewer, { campaign }) =>
      storyPage(tx, viewer, { campaignId: campaign.id, filter: noFilter }),
  },
}

function writing(call: Given['call']): Given {
  return { least: 'contributor', call }
}

let target: Target
let planId: string

beforeAll(async () => {
  target = await newTarget()
  planId = await makePlan(target, target.contributor)
})

it.each(Object.entries(given))(
  '%s, given a transaction of the owner’s, refuses whom it must by their role',
  async (_name, { least, call }) => {
    const { owner, editor, contributor, viewer, reader } = target
    for (const somebody of [reader, viewer, contributor, editor, owner]) {
      const work = withViewer(owner, (tx) => call(tx, somebody, target))
      if (letsIn(least, somebody)) await work
      else expect((await failureOf(work)).code).toBe('forbidden')
    }
  },
)
