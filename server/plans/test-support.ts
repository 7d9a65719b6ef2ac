import 'server-only'
import {
  planCallOffSchema,
  planMoveSchema,
  planRoleSchema,
  planSchema,
  planTaskSchema,
} from '@/lib/schemas/plan'
import type { Organizer } from '../auth/viewer'
import { listDemands } from '../demands/queries'
import { TEST_DAY } from '../testing/world'
import { movePlan, undoMove } from './move'
import { createPlan } from './mutations'
import { callOff } from './outcome'
import { saveRole, saveTask } from './parts'
import { getPlan } from './queries'

/** Plans an action as its form would. */
export function planAction(
  viewer: Organizer,
  { slug }: { slug: string },
  fields: object = {},
): Promise<{ id: string }> {
  const given = { kind: 'rally', title: 'Rally at the Spheres', date: '5 Mar 2026 18:00' }
  return createPlan(viewer, slug, planSchema(TEST_DAY).parse({ ...given, ...fields }))
}

/** Gives a role of a plan away as its form would. */
export function giveRole(viewer: Organizer, planId: string, fields: object) {
  return saveRole(viewer, planId, planRoleSchema.parse({ duty: 'marshal', ...fields }))
}

/** Adds to the checklist of a plan as its form would. */
export function addTask(viewer: Organizer, planId: string, fields: object) {
  return saveTask(viewer, planId, planTaskSchema(TEST_DAY).parse({ task: 'Megaphone', ...fields }))
}

/** Takes back the move that the plan's page shows as its last. */
export async function undoLastMove(viewer: Organizer, planId: string): Promise<void> {
  const [last] = (await getPlan(viewer, planId)).moves
  await undoMove(viewer, planId, last?.id ?? '')
}

/** Moves a plan as its form would. */
export async function move(viewer: Organizer, planId: string, fields: object): Promise<void> {
  await movePlan(viewer, planId, planMoveSchema(TEST_DAY).parse(fields))
}

/** Makes a plan with a word of its own in every text, which was moved and called off. */
export async function fillPlan(
  owner: Organizer,
  campaign: { id: string; slug: string },
  word: (field: string) => string,
): Promise<void> {
  const demands = (await listDemands(owner, campaign.id)).map(({ id }) => id)
  const { id } = await planAction(owner, campaign, {
    ...{ title: word('planTitle'), place: word('planPlace'), note: word('planNote') },
    ...{ meetsAt: '5 pm', meetsWhere: word('planMeets'), organizers: 'Amazon', demands },
  })
  await giveRole(owner, id, { words: word('planRole'), name: word('planName') })
  await giveRole(owner, id, { duty: 'medic', member: owner.memberId })
  await addTask(owner, id, {
    task: word('planTask'),
    name: word('planHelper'),
    dueOn: '4 Mar 2026',
  })
  await move(owner, id, { date: '6 Mar 2026', place: 'A hall', reason: word('planMoved') })
  const { reason } = planCallOffSchema.parse({ reason: word('planReason') })
  await callOff(owner, id, reason)
}
