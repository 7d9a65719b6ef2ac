import 'server-only'
import { z } from 'zod'
import { dateHabitsOf } from '@/lib/dates/habits'
import { todayIn } from '@/lib/dates/days'
import { entryFormValues } from '@/lib/entries/form-values'
import { flatValues } from '@/lib/forms/flat-values'
import { nestedInput } from '@/lib/forms/form-data'
import { kindNamed } from '@/lib/kinds/index'
import { entryKinds } from '@/lib/kinds/names'
import type { EntryDto } from '@/lib/record'
import { entrySchema } from '@/lib/schemas/entry'
import { entryStatusLabels, keysOf } from '@/lib/schemas/words'
import type { Campaign } from '../campaigns/dto'
import { getCampaign } from '../campaigns/queries'
import { refuseStaleEdit } from '../entries/edits'
import { requireUnlike } from '../entries/look-alikes'
import { createEntry, updateEntry } from '../entries/mutations'
import { entriesOfCampaign } from '../entries/queries'
import { withViewer } from '../db'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import { entriesRestorableBy } from '../policy'
import { citedDay } from '../sources/cited-day'
import { pageAddress } from './address'
import { checkedBody, param, patched, versionToChange, type Call } from './endpoint'
import { fieldsShape, versioned } from './shapes'

export const entryShape = z.strictObject({
  ...{ id: z.uuid(), campaign: z.string(), kind: z.enum(entryKinds) },
  status: z.enum(keysOf(entryStatusLabels)),
  title: z.string(),
  /** As it is stored, in EDTF. */
  date: z.string(),
  fields: fieldsShape,
  ...versioned,
})

/** An entry as programs read it: `fields` is what POST and PATCH take. */
export function entryBody(entry: EntryDto, slug: string) {
  const { id, kind, status, title, edtf, version } = entry
  return {
    ...{ id, campaign: slug, kind, status, title, date: edtf, version },
    fields: nestedInput(entryFormValues(entry)).input,
    url: pageAddress(`/campaigns/${slug}/entries/${id}`),
  }
}

/** The campaign and the entry that a path names. */
export async function entryAt(call: Call): Promise<{ campaign: Campaign; entry: EntryDto }> {
  const campaign = await getCampaign(call.viewer, param(call, 'campaign'))
  const [entry] = await entriesOfCampaign(call.viewer, campaign.id, [param(call, 'entry')])
  if (!entry) throw notFound('entry')
  return { campaign, entry }
}

/**
 * Lets a program go on whose path names an entry in the trash of its campaign.
 *
 * @throws AppError `not_found`.
 */
export async function requireTrashedHere(call: Call): Promise<void> {
  const { viewer } = call
  const { id: campaignId } = await getCampaign(viewer, param(call, 'campaign'))
  const id = param(call, 'entry')
  const where = { AND: [entriesRestorableBy(viewer), { id, campaignId }] }
  const known = isUuid(id) && (await withViewer(viewer, (tx) => tx.entry.count({ where }))) > 0
  if (!known) throw notFound('entry')
}

async function read({ viewer }: Call, campaign: Campaign, id: string) {
  const [entry] = await entriesOfCampaign(viewer, campaign.id, [id])
  if (!entry) throw notFound('entry')
  return { body: entryBody(entry, campaign.slug), version: entry.version }
}

// As the form reads it: by the habits of the campaign, and the day of the source that it cites. But programs
// write EDTF, in which the record answers them.
async function checkedEntry({ viewer }: Call, campaign: Campaign, input: Record<string, unknown>) {
  const { today, ...settings } = dateHabitsOf(campaign, todayIn(campaign.timeZone))
  const values = flatValues(input)
  const anchor = await citedDay(viewer, values)
  const schema = entrySchema(kindNamed(input.kind), today, { ...settings, anchor, isEdtf: true })
  return { input: checkedBody(schema, input), values }
}

/** Logs an entry, unless one like it is there and the program has not said that it is another one. */
export async function logEntry(call: Call) {
  const { viewer, query } = call
  const campaign = await getCampaign(viewer, param(call, 'campaign'))
  const { input } = await checkedEntry(call, campaign, patched({}, call.body))
  if (query.get('alike') !== 'make') await requireUnlike(viewer, campaign.slug, input)
  const { id } = await createEntry(viewer, campaign.slug, input)
  return {
    ...(await read(call, campaign, id)),
    location: `/campaigns/${campaign.slug}/entries/${id}`,
  }
}

/** Changes fields of an entry that nobody has saved since the program has read it. */
export async function changeEntry(call: Call) {
  const { campaign, entry } = await entryAt(call)
  const version = versionToChange(call, entry.version)
  const before = nestedInput(entryFormValues(entry)).input
  const after = { ...patched(before, call.body), version }
  const { input, values } = await checkedEntry(call, campaign, after)
  await refuseStaleEdit(call.viewer, entry.id, input, values)
  await updateEntry(call.viewer, entry.id, input, values)
  return read(call, campaign, entry.id)
}
