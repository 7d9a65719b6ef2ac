import 'server-only'
import { z } from 'zod'
import { dateHabitsOf } from '@/lib/dates/habits'
import { todayIn } from '@/lib/dates/days'
import { assessmentSchema, decisionSchema } from '@/lib/schemas/demand'
import { keysOf, standingLabels } from '@/lib/schemas/words'
import { getCampaign } from '../../campaigns/queries'
import { assess, decide } from '../../demands/assessments'
import { notFound } from '../../errors'
import { checkedBody, param, patched, type Call, type Endpoint } from '../endpoint'
import { DONE, doneShape, namedShape, pageOf } from '../shapes'
import { demandAt } from './demands'

const group = 'Assessments'
const list = '/campaigns/{campaign}/demands/{number}/assessments'
const assessmentShape = z.strictObject({
  ...{ id: z.uuid(), organization: namedShape, standing: z.enum(keysOf(standingLabels)) },
  state: z.enum(['proposed', 'confirmed', 'rejected']),
  date: z.string(),
  note: z.string(),
  entry: z.strictObject({ id: z.uuid(), title: z.string() }).nullable(),
  decidedAt: z.string().nullable(),
})
const documented = assessmentSchema('2026-01-01').omit({ demand: true })

async function listed(call: Call) {
  const { assessments } = await demandAt(call)
  return assessments.map(({ id, organization, standing, state, edtf, note, entry, decidedAt }) => ({
    ...{ id, standing, state, date: edtf, note, entry, decidedAt },
    organization: { id: organization.id, name: organization.name },
  }))
}

/** How the standing of a demand has changed, and what is proposed. */
export const assessmentEndpoints: Endpoint[] = [
  {
    ...{ name: 'listAssessments', method: 'GET', path: list, group },
    summary: 'Lists the assessments of a demand, the latest first.',
    ...{ scope: 'read', status: 200, answer: pageOf('Assessment', assessmentShape) },
    query: { as_of: 'The day up to which they are listed; today where nothing is said.' },
    run: async (call) => ({ body: { items: await listed(call), next: null } }),
  },
  {
    ...{ name: 'createAssessment', method: 'POST', path: list, group },
    summary: 'Adds a dated change of standing at one target.',
    ...{ scope: 'publish', status: 201, answer: doneShape },
    body: { name: 'AssessmentInput', schema: documented },
    run: async (call) => {
      const { demand } = await demandAt(call)
      const campaign = await getCampaign(call.viewer, param(call, 'campaign'))
      const { today, ...settings } = dateHabitsOf(campaign, todayIn(campaign.timeZone))
      const given = { ...patched({}, call.body), demand: demand.id }
      await assess(
        call.viewer,
        checkedBody(assessmentSchema(today, { ...settings, isEdtf: true }), given),
      )
      return DONE
    },
  },
  {
    ...{ name: 'decideAssessment', method: 'POST', path: `${list}/{assessment}/decision`, group },
    summary: 'Confirms or rejects a proposed assessment; rejecting it needs a reason.',
    ...{ scope: 'publish', status: 200, answer: doneShape },
    body: { name: 'Decision', schema: decisionSchema.omit({ assessment: true }) },
    run: async (call) => {
      const { demand } = await demandAt(call)
      const assessment = param(call, 'assessment')
      const known = [...(await listed(call)), ...demand.proposals].some(
        ({ id }) => id === assessment,
      )
      if (!known) throw notFound('assessment')
      const given = { ...patched({}, call.body), assessment }
      await decide(call.viewer, checkedBody(decisionSchema, given))
      return DONE
    },
  },
]
