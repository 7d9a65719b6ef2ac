import 'server-only'
import { z } from 'zod'
import type { DemandDto } from '@/lib/record'
import { demandSchema } from '@/lib/schemas/demand'
import { keysOf, standingLabels } from '@/lib/schemas/words'
import { getCampaign } from '../../campaigns/queries'
import { readLedger } from '../../demands/ledger'
import { createDemand, updateDemand } from '../../demands/mutations'
import { getDemand } from '../../demands/queries'
import { isUuid } from '../../ids'
import { AppError } from '../../errors'
import { trashRecord } from '../../trash/mutations'
import { pageAddress } from '../address'
import {
  checkedBody,
  numberIn,
  param,
  patched,
  requireVersion,
  versionToChange,
  type Call,
  type Endpoint,
} from '../endpoint'
import { DONE, doneShape, MOST_LISTED, namedShape, pageOf, versioned } from '../shapes'

const group = 'Demands'
const list = '/campaigns/{campaign}/demands'
const path = `${list}/{number}`
const demandShape = z.strictObject({
  ...{ id: z.uuid(), number: z.int().positive(), wording: z.string() },
  targets: z
    .array(
      namedShape.extend({
        standing: z.enum(keysOf(standingLabels)),
        since: z.string().nullable(),
      }),
    )
    .max(MOST_LISTED),
  counterparties: z.array(namedShape).max(MOST_LISTED),
  ...versioned,
})
const answer = { name: 'Demand', schema: demandShape }

/** The demand that a path names, by its number in its campaign. */
export async function demandAt(call: Call, number = Number(param(call, 'number'))) {
  const asOf = call.query.get('as_of') ?? undefined
  return getDemand(call.viewer, param(call, 'campaign'), number, { asOf })
}

function toBody({ id, number, wording, version, ...demand }: DemandDto, slug: string) {
  return {
    ...{ id, number, wording, version },
    targets: demand.targets.map(({ id, name, standing, since }) => ({
      ...{ id, name, standing, since },
    })),
    counterparties: demand.counterparties.map(({ id, name }) => ({ id, name })),
    url: pageAddress(`/campaigns/${slug}/demands/${number}`),
  }
}

async function read(call: Call, number?: number) {
  const { demand, campaign } = await demandAt(call, number)
  return { body: toBody(demand, campaign.slug), version: demand.version }
}

const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).join('; ')

/** Demands of a campaign, by their numbers. */
export const demandEndpoints: Endpoint[] = [
  {
    ...{ name: 'listDemands', method: 'GET', path: list, group },
    summary: 'Lists demands by number, each with its standing at each target.',
    ...{ scope: 'read', status: 200, answer: pageOf('Demand', demandShape) },
    query: {
      as_of: 'The day for which the standings hold; today where nothing is said.',
      target: 'The id of a target, for its demands alone.',
      after: 'What the page before gave as next.',
    },
    run: async (call) => {
      const { viewer, query } = call
      const target = query.get('target')
      if (target !== null && !isUuid(target))
        throw new AppError('invalid', 'Give the target by its id.', ['target'])
      const after = query.has('after') ? numberIn(query, 'after', 1, 999_999) : null
      const slug = param(call, 'campaign')
      const asOf = query.get('as_of') ?? undefined
      const { demands, next } = await readLedger(viewer, slug, { asOf, after, target })
      const items = demands.map((demand) => toBody(demand, slug))
      return { body: { items, next: next === null ? null : String(next) } }
    },
  },
  {
    ...{ name: 'getDemand', method: 'GET', path, group },
    summary: 'Reads a demand.',
    ...{ scope: 'read', status: 200, answer },
    query: { as_of: 'The day for which the standings hold; today where nothing is said.' },
    run: (call) => read(call),
  },
  {
    ...{ name: 'createDemand', method: 'POST', path: list, group },
    summary: 'Creates a demand with the next number.',
    ...{ scope: 'publish', status: 201, answer },
    body: { name: 'DemandInput', schema: demandSchema.omit({ version: true }) },
    run: async (call) => {
      const { slug } = await getCampaign(call.viewer, param(call, 'campaign'))
      const input = checkedBody(demandSchema, call.body)
      const { number } = await createDemand(call.viewer, slug, input)
      return { ...(await read(call, number)), location: `/campaigns/${slug}/demands/${number}` }
    },
  },
  {
    ...{ name: 'changeDemand', method: 'PATCH', path, group },
    summary: 'Changes a demand; another wording is a new version of the words.',
    ...{ scope: 'publish', status: 200, answer, ifMatch: 'required' },
    body: { name: 'DemandChange', schema: demandSchema.omit({ version: true }).partial() },
    run: async (call) => {
      const { demand } = await demandAt(call)
      const { wording, targets, counterparties } = demand
      const fields = {
        ...{ wording, targets: names(targets), counterparties: names(counterparties) },
      }
      const version = versionToChange(call, demand.version)
      const input = checkedBody(demandSchema, { ...patched(fields, call.body), version })
      await updateDemand(call.viewer, demand.id, input)
      return read(call)
    },
  },
  {
    ...{ name: 'trashDemand', method: 'DELETE', path, group },
    summary: 'Moves a demand that nothing mentions to the trash.',
    ...{ scope: 'publish', status: 200, answer: doneShape, ifMatch: 'obeyed' },
    run: async (call) => {
      const { demand } = await demandAt(call)
      await trashRecord(call.viewer, 'demand', demand.id, (version) =>
        requireVersion(call, version),
      )
      return DONE
    },
  },
]
