import 'server-only'
import { z } from 'zod'
import { LARGEST_FILE } from '@/lib/imports/table'
import { choicesSchema, LEAVE_ALL, MOST_ANSWERED } from '@/lib/schemas/import'
import { getCampaign } from '../../campaigns/queries'
import { withViewer } from '../../db'
import { AppError, notFound } from '../../errors'
import { isUuid } from '../../ids'
import type { Checked } from '../../imports/check'
import { addImport, cancelImport, discardImport, undoImport } from '../../imports/mutations'
import { MOST_ALIKE } from '../../imports/known'
import {
  compareAlike,
  getImport,
  listImports,
  lookAtImport,
  type Likeness,
} from '../../imports/queries'
import { startImport } from '../../imports/run'
import { checkedBody, param, type Call, type Endpoint } from '../endpoint'
import { DONE, doneShape, madeShape, pageOf } from '../shapes'

const group = 'Imports'
const list = '/campaigns/{campaign}/imports'
const path = `${list}/{import}`
const state = z.enum(['waiting', 'running', 'done', 'undone'])
const counts = { written: z.int(), toWrite: z.int() }
const listedShape = z.strictObject({
  ...{ id: z.uuid(), name: z.string(), state, by: z.string().nullable(), ...counts },
  ...{ createdAt: z.iso.datetime(), finishedAt: z.iso.datetime().nullable() },
})
const importShape = z.strictObject({
  ...{ id: z.uuid(), name: z.string(), state, ...counts, cutOff: z.boolean() },
  counts: z.record(z.string(), z.int()),
})
const answer = { name: 'Import', schema: importShape }

const MOST_REFUSALS = 500

const likeEntry = z.strictObject({
  ...{ id: z.uuid(), title: z.string() },
  /** Whether the row may become a further source of it. */
  mayJoin: z.boolean(),
  /** What the row says otherwise, and whether the entry does not get it when the row joins it. */
  differs: z
    .array(
      z.strictObject({ field: z.string(), row: z.string(), entry: z.string(), stays: z.boolean() }),
    )
    .max(100),
})

const undoneShape = z.strictObject({ undone: z.int(), restored: z.int(), left: z.int() })
const previewShape = z.strictObject({
  /** How many rows become drafts, are like an entry, are one already, are skipped, and are refused. */
  ...{ make: z.int(), alike: z.int(), same: z.int(), skipped: z.int(), refused: z.int() },
  /** How many entries of an older edition of the file change, stay as they are, and are not in it any more. */
  ...{ update: z.int(), stay: z.int(), gone: z.int() },
  /** The first of the refused rows, with the sentences of the form. */
  refusals: z
    .array(
      z.strictObject({
        ...{ row: z.int(), column: z.string(), value: z.string(), detail: z.string() },
      }),
    )
    .max(MOST_REFUSALS),
  /** The first of the rows like an entry, each with those entries, the likest first. */
  likenesses: z
    .array(
      z.strictObject({
        ...{ row: z.int(), title: z.string() },
        entries: z.array(likeEntry).max(MOST_ALIKE),
      }),
    )
    .max(MOST_ANSWERED),
})
function previewOf(
  { good, alike, same, skipped, refused, updated, stayed, gone }: Checked,
  likenesses: Likeness[],
) {
  const refusals = refused.flatMap(({ refusals }) =>
    refusals.map(({ sentence, ...at }) => ({ ...at, detail: sentence })),
  )
  return {
    ...{ make: good.length, alike: alike.length, same: same.length },
    ...{ skipped: skipped.length, refused: refused.length },
    ...{ update: updated.length, stay: stayed.length, gone: gone.length },
    refusals: refusals.slice(0, MOST_REFUSALS),
    likenesses: likenesses.map(({ entries, ...row }) => ({
      ...row,
      entries: entries.map(({ id, title, mayJoin, fields }) => ({
        ...{ id, title, mayJoin },
        differs: fields.flatMap(({ field, differs, row, entry, stays }) =>
          differs ? [{ field, row, entry, stays }] : [],
        ),
      })),
    })),
  }
}

const fileSchema = z.strictObject({
  name: z
    .string()
    .min(1, 'Name the file.')
    .max(200, 'Use a shorter name for the file.')
    .refine((name) => !/[\p{Cc}\p{Cs}]/u.test(name), 'Remove the control characters of the name.'),
  text: z
    .string()
    .min(1, 'The file is empty.')
    .max(LARGEST_FILE, 'This file is larger than 20 MB. Split it, then import the parts.')
    .refine(
      (text) => !/\p{Cs}/u.test(text),
      'This text holds half of a character (a lone surrogate). Remove it, then send the file again.',
    )
    .describe('The file as text: CSV, TSV, JSON, GeoJSON or iCalendar.'),
})

async function importAt(call: Call): Promise<string> {
  const { id: campaignId } = await getCampaign(call.viewer, param(call, 'campaign'))
  const id = param(call, 'import')
  const known =
    isUuid(id) &&
    (await withViewer(call.viewer, (tx) => tx.import.count({ where: { id, campaignId } }))) > 0
  if (!known) throw notFound('import')
  return id
}

async function read(call: Call, id: string) {
  const { name, state, written, toWrite, cutOff, counts } = await getImport(call.viewer, id)
  return { body: { id, name, state, written, toWrite, cutOff, counts } }
}

/** Files of rows, as drafts. */
export const importEndpoints: Endpoint[] = [
  {
    ...{ name: 'listImports', method: 'GET', path: list, group },
    summary: 'Lists the imports into a campaign, the latest first.',
    ...{ scope: 'drafts', status: 200, answer: pageOf('Import', listedShape) },
    run: async (call) => ({
      body: { items: await listImports(call.viewer, param(call, 'campaign')), next: null },
    }),
  },
  {
    ...{ name: 'getImport', method: 'GET', path, group },
    summary: 'Reads the progress of an import.',
    ...{ scope: 'drafts', status: 200, answer },
    run: async (call) => read(call, await importAt(call)),
  },
  {
    ...{ name: 'addImport', method: 'POST', path: list, group },
    summary: 'Uploads a file to import. Nothing is written yet.',
    ...{ scope: 'drafts', status: 201, answer: madeShape },
    body: { name: 'ImportFile', schema: fileSchema },
    run: async (call) => {
      const { slug } = await getCampaign(call.viewer, param(call, 'campaign'))
      const { name, text } = checkedBody(fileSchema, call.body)
      const id = await addImport(call.viewer, slug, { name, bytes: new TextEncoder().encode(text) })
      return { body: { id }, location: `/campaigns/${slug}/imports/${id}` }
    },
  },
  {
    ...{ name: 'previewImport', method: 'GET', path: `${path}/preview`, group },
    summary: 'Shows what each row would become, before anything is written.',
    ...{ scope: 'drafts', status: 200, answer: { name: 'ImportPreview', schema: previewShape } },
    run: async (call) => {
      const { checked } = await lookAtImport(call.viewer, await importAt(call), LEAVE_ALL)
      if (!checked) throw notFound('import')
      const first = checked.alike.slice(0, MOST_ANSWERED)
      return {
        body: previewOf(checked, await compareAlike(call.viewer, param(call, 'campaign'), first)),
      }
    },
  },
  {
    ...{ name: 'startImport', method: 'POST', path: `${path}/start`, group },
    summary:
      'Turns the rows into drafts. If any row is refused, nothing is written unless takeGood is on.',
    ...{ scope: 'drafts', status: 202, answer },
    body: { name: 'ImportChoices', schema: choicesSchema },
    run: async (call) => {
      const id = await importAt(call)
      const { takeGood, ...answers } = checkedBody(choicesSchema, call.body ?? {})
      if (!(await startImport(call.viewer, id, { ...answers, takeGood: takeGood === 'on' })))
        throw new AppError(
          'invalid',
          'Some rows are refused, so nothing was written. Read the preview and fix them, or send takeGood: "on" to leave them out.',
        )
      return read(call, id)
    },
  },
  {
    ...{ name: 'cancelImport', method: 'POST', path: `${path}/cancel`, group },
    summary: 'Stops a running import and deletes what it has written.',
    ...{ scope: 'drafts', status: 200, answer: doneShape },
    run: async (call) => {
      await cancelImport(call.viewer, await importAt(call))
      return DONE
    },
  },
  {
    ...{ name: 'discardImport', method: 'DELETE', path, group },
    summary: 'Deletes a file that was not imported.',
    ...{ scope: 'drafts', status: 200, answer: doneShape },
    run: async (call) => {
      await discardImport(call.viewer, await importAt(call))
      return DONE
    },
  },
  {
    ...{ name: 'undoImport', method: 'POST', path: `${path}/undo`, group },
    summary: 'Moves the drafts of an import to the trash, for up to 30 days after it.',
    ...{ scope: 'drafts', status: 200, answer: { name: 'ImportUndone', schema: undoneShape } },
    run: async (call) => {
      const { undone, restored, left } = await undoImport(call.viewer, await importAt(call))
      return { body: { undone, restored, left } }
    },
  },
]
