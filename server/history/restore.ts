import 'server-only'
import type { z } from 'zod'
import { todayIn } from '@/lib/dates/days'
import { nestedInput } from '@/lib/forms/form-data'
import type { FormValues } from '@/lib/forms/state'
import type { RecordWithHistory } from '@/lib/history/revisions'
import { kindNamed } from '@/lib/kinds/index'
import { campaignEditSchema, organizationSchema } from '@/lib/schemas/campaign'
import { demandSchema } from '@/lib/schemas/demand'
import { entrySchema } from '@/lib/schemas/entry'
import { personSchema } from '@/lib/schemas/person'
import { planEditSchema } from '@/lib/schemas/plan'
import { sourceSchema } from '@/lib/schemas/source'
import { requireRole, type Viewer } from '../auth/viewer'
import { updateCampaign } from '../campaigns/edit'
import { withViewer } from '../db'
import { updateDemand } from '../demands/mutations'
import { updateEntry } from '../entries/mutations'
import { AppError } from '../errors'
import { updateOrganization } from '../organizations/mutations'
import { updatePerson } from '../people/mutations'
import { updatePlan } from '../plans/mutations'
import { updateSource } from '../sources/mutations'
import { pastState, type PastState } from './past-state'
import type { Saving } from './record'

/**
 * Makes an earlier version of a record the current one, by the same mutation as an edit: what
 * stood since stays in the history. A consent is never loosened by it.
 *
 * @throws AppError `forbidden` and `not_found` as the edit does; `invalid` for a version that is
 *   not kept or that a rule of today refuses; ConflictError when somebody saved meanwhile.
 */
export async function restoreRevision(
  viewer: Viewer,
  record: RecordWithHistory,
  id: string,
  version: number,
): Promise<void> {
  requireRole(viewer, record === 'entry' || record === 'plan' ? 'contributor' : 'editor')
  const past = await withViewer(viewer, (tx) => pastState(tx, viewer, record, id, version))
  const how: Saving = { action: 'revert', note: `Version ${version} restored.` }
  const current = { ...past.state, version: past.current }
  switch (record) {
    case 'entry':
      return restoreEntryVersion(viewer, id, past, how)
    case 'demand':
      return updateDemand(viewer, id, checked(demandSchema, current), how)
    case 'campaign':
      await updateCampaign(viewer, id, checked(campaignEditSchema, current), how)
      return
    case 'organization':
      return updateOrganization(viewer, id, checked(organizationSchema, current), how)
    case 'person':
      return updatePerson(viewer, id, checked(personSchema, current), how)
    case 'plan':
      return updatePlan(viewer, id, checked(planEditSchema, current), how)
    case 'source':
      return updateSource(viewer, id, checked(sourceSchema(todayIn('UTC')), current), how)
  }
}

async function restoreEntryVersion(
  viewer: Viewer,
  id: string,
  { state, current }: PastState,
  how: Saving,
): Promise<void> {
  const values = { ...state, version: String(current) } as FormValues
  const kind = kindNamed(values.kind)
  const input = checked(entrySchema(kind, todayIn('UTC')), nestedInput(values).input)
  await updateEntry(viewer, id, input, values, how)
}

function checked<S extends z.ZodType>(schema: S, state: unknown): z.output<S> {
  const parsed = schema.safeParse(state)
  if (parsed.success) return parsed.data
  const reasons = [...new Set(parsed.error.issues.map(({ message }) => message))]
  throw new AppError(
    'invalid',
    `This version cannot be saved as it is, because it breaks a current rule: ${reasons.slice(0, 3).join(' ')} Copy what you need from it into the form instead.`,
  )
}
