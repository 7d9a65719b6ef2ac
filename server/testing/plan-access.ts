import 'server-only'
import {
  planEditSchema,
  planMoveSchema,
  planPartSchema,
  planRoleSchema,
  planSchema,
  planTaskSchema,
} from '@/lib/schemas/plan'
import { listMembers } from '../assignments/queries'
import type { Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { movePlan, undoMove } from '../plans/move'
import { createPlan, updatePlan } from '../plans/mutations'
import { callOff, planAgain } from '../plans/outcome'
import { changePart, saveRole, saveTask } from '../plans/parts'
import { findPlans, getPlan, listHelpers, listPlans, planOfEntry } from '../plans/queries'
import { member, writer, type Row } from './access-rows'
import { CANARY, type Target } from './target'
import { TEST_DAY } from './world'

const made = (call: Row['call'], others: Row['others'] = 'refused'): Row => ({
  ...member(others, call),
  make: makePlan,
})

/** Planned actions, for the table of all access. */
export const planAccess: Record<string, Row> = {
  'plans/queries.listPlans': member('refused', (v, t) => listPlans(v, t.campaign.slug)),
  'plans/queries.listHelpers': member('refused', (v, t) => listHelpers(v, t.campaign.slug)),
  'plans/queries.getPlan': made((v, _t, id) => getPlan(v, id)),
  'plans/queries.planOfEntry': member('own', (v, t) => planOfEntry(v, t.entryId)),
  'plans/queries.findPlans': made((v) => findPlans(v, CANARY), 'own'),
  'plans/mutations.createPlan': writer('refused', (v, t) =>
    createPlan(v, t.campaign.slug, planInput(t)),
  ),
  'plans/mutations.updatePlan': writer(
    'refused',
    (v, _t, id) =>
      updatePlan(v, id, planEditSchema.parse({ kind: 'rally', title: `${CANARY} plan` })),
    makePlan,
  ),
  'plans/move.movePlan': writer('refused', (v, _t, id) => movePlan(v, id, moveInput()), makePlan),
  'plans/move.undoMove': writer(
    'refused',
    async (v, t, id) => undoMove(v, id, (await getPlan(t.owner, id)).moves[0]?.id ?? ''),
    async (t, v) => {
      const id = await makePlan(t, v)
      await movePlan(t.owner, id, moveInput())
      return id
    },
  ),
  'plans/outcome.callOff': writer('refused', (v, _t, id) => callOff(v, id, 'Snow.'), makePlan),
  'plans/outcome.planAgain': writer(
    'refused',
    (v, _t, id) => planAgain(v, id),
    async (t, v) => {
      const id = await makePlan(t, v)
      await callOff(t.owner, id, `${CANARY} reason`)
      return id
    },
  ),
  'plans/parts.saveRole': writer('refused', (v, _t, id) => saveRole(v, id, roleInput()), makePlan),
  'plans/parts.saveTask': writer(
    'refused',
    (v, _t, id) => saveTask(v, id, planTaskSchema(TEST_DAY).parse({ task: `${CANARY} task` })),
    makePlan,
  ),
  'plans/parts.changePart': writer(
    'refused',
    (v, _t, id) => changePart(v, planPartSchema.parse({ id, what: 'role', done: 'remove' })),
    makeRole,
  ),
  'assignments/queries.listMembers': {
    ...member('own', (v) => withViewer(v, (tx) => listMembers(tx, v, {}))),
  },
}

function planInput({ demand }: Target) {
  return planSchema(TEST_DAY).parse({
    ...{ kind: 'rally', title: `${CANARY} plan`, date: '5 Mar 2026 18:00' },
    ...{ place: `${CANARY} park`, meetsAt: '5 pm', meetsWhere: `${CANARY} corner` },
    ...{ note: `${CANARY} note`, organizers: `${CANARY} Corporation`, demands: [demand.id] },
  })
}

function moveInput() {
  return planMoveSchema(TEST_DAY).parse({ date: '6 Mar 2026', place: `${CANARY} hall` })
}

function roleInput() {
  return planRoleSchema.parse({ duty: 'marshal', name: `${CANARY} Marshal` })
}

// A plan of the member who calls; of the owner where the caller may make none here.
export async function makePlan(target: Target, viewer: Viewer): Promise<string> {
  const { owner, contributor, campaign } = target
  const author = viewer === contributor ? contributor : owner
  const { id } = await createPlan(author, campaign.slug, planInput(target))
  await saveRole(owner, id, roleInput())
  return id
}

async function makeRole(target: Target, viewer: Viewer): Promise<string> {
  const { roles } = await getPlan(target.owner, await makePlan(target, viewer))
  return roles[0]?.id ?? ''
}
