import 'server-only'
import { tableSorts } from '@/lib/timeline/table'
import { notUnderstood, readFilter } from '@/lib/timeline/filters'
import { reviewSchema } from '@/lib/schemas/record'
import { getCampaign } from '../../campaigns/queries'
import { entriesOfCampaign } from '../../entries/queries'
import { reviewEntry } from '../../entries/review'
import { restoreEntry, trashEntry } from '../../entries/trash'
import { AppError } from '../../errors'
import { listTable } from '../../timeline/table'
import { checkedBody, numberIn, param, requireVersion, type Call, type Endpoint } from '../endpoint'
import {
  changeEntry,
  entryAt,
  entryBody,
  entryShape,
  logEntry,
  requireTrashedHere,
} from '../entries'
import { entryChange, entryInput } from '../entry-input'
import { DONE, doneShape, pageOf } from '../shapes'

const MOST = 200
const group = 'Entries'
const list = '/campaigns/{campaign}/entries'
const path = `${list}/{entry}`
const answer = { name: 'Entry', schema: entryShape }

/** What narrows a timeline, as in the address of its page. */
export const filterQuery = {
  q: 'Words that must all be found.',
  lane: 'A lane; may be given several times, as may kind, org, person, demand, tag, place, date and status.',
  kind: 'A kind of entry.',
  org: 'The id of an organization, with its divisions.',
  person: 'The id of a person.',
  demand: 'The number of a demand.',
  tag: 'A tag.',
  place: 'A place.',
  from: 'A year, a month or a day.',
  to: 'A year, a month or a day.',
  date: 'exact, uncertain or differ.',
  source: 'yes or no.',
  status: 'draft, in_review or published.',
}

const OF_THE_PAGE = ['sort', 'order', 'limit', 'after']

// What is ignored would answer more than was asked for.
function filterOf(query: URLSearchParams) {
  const asked = new URLSearchParams([...query].filter(([name]) => !OF_THE_PAGE.includes(name)))
  const lost = notUnderstood(asked)
  if (lost.length === 0) return readFilter(asked)
  const names = lost.map((one) => one.split('=')[0] ?? '')
  throw new AppError('invalid', `“${lost.join('&')}” was not understood.`, names)
}

async function listPage({ viewer, query, ...call }: Call) {
  const campaign = await getCampaign(viewer, call.params.campaign ?? '')
  const sort = tableSorts.find((one) => one === (query.get('sort') ?? 'date'))
  if (!sort) throw new AppError('invalid', `Sort by one of ${tableSorts.join(', ')}.`, ['sort'])
  const order = query.get('order') ?? 'ascending'
  if (order !== 'ascending' && order !== 'descending')
    throw new AppError('invalid', 'Order by ascending or descending.', ['order'])
  const page = await listTable(viewer, {
    campaignId: campaign.id,
    filter: filterOf(query),
    layout: { columns: [], sort, down: order === 'descending' },
    ...{ after: query.get('after'), limit: numberIn(query, 'limit', 50, MOST) },
  })
  const ids = page.rows.map(({ id }) => id)
  const entries = await entriesOfCampaign(viewer, campaign.id, ids)
  return {
    body: { items: entries.map((entry) => entryBody(entry, campaign.slug)), next: page.next },
  }
}

/** Entries of a campaign. */
export const entryEndpoints: Endpoint[] = [
  {
    ...{ name: 'listEntries', method: 'GET', path: list, group },
    summary: 'Lists entries, filtered like the timeline.',
    ...{ scope: 'read', status: 200, answer: pageOf('Entry', entryShape) },
    query: {
      ...filterQuery,
      sort: `One of ${tableSorts.join(', ')}; date where nothing is said.`,
      order: 'descending for the last first; ascending where nothing is said.',
      limit: `How many on a page, at most ${MOST}.`,
      after: 'What the page before gave as next.',
    },
    run: listPage,
  },
  {
    ...{ name: 'getEntry', method: 'GET', path, group },
    summary: 'Reads an entry.',
    ...{ scope: 'read', status: 200, answer },
    run: async (call) => {
      const { campaign, entry } = await entryAt(call)
      return { body: entryBody(entry, campaign.slug), version: entry.version }
    },
  },
  {
    ...{ name: 'createEntry', method: 'POST', path: list, group },
    summary: 'Logs an entry, as a draft unless its status says otherwise.',
    ...{ scope: 'drafts', status: 201, answer, body: entryInput },
    query: { alike: 'make, where it is another one than the entries that look like it.' },
    run: logEntry,
  },
  {
    ...{ name: 'changeEntry', method: 'PATCH', path, group },
    summary: 'Changes fields of an entry.',
    ...{ scope: 'drafts', status: 200, answer, ifMatch: 'required' },
    body: entryChange,
    run: changeEntry,
  },
  {
    ...{ name: 'reviewEntry', method: 'POST', path: `${path}/review`, group },
    summary: 'Publishes an entry, or sends one under review back with a note.',
    ...{ scope: 'publish', status: 200, answer, ifMatch: 'obeyed' },
    body: { name: 'Review', schema: reviewSchema },
    run: async (call) => {
      const { campaign, entry } = await entryAt(call)
      await reviewEntry(call.viewer, entry.id, checkedBody(reviewSchema, call.body), (version) =>
        requireVersion(call, version),
      )
      const [after] = await entriesOfCampaign(call.viewer, campaign.id, [entry.id])
      return {
        body: entryBody(after ?? entry, campaign.slug),
        version: (after ?? entry).version,
      }
    },
  },
  {
    ...{ name: 'trashEntry', method: 'DELETE', path, group },
    summary: 'Moves an entry to the trash, from which it can be restored for 30 days.',
    ...{ scope: 'drafts', status: 200, answer: doneShape, ifMatch: 'obeyed' },
    run: async (call) => {
      const { entry } = await entryAt(call)
      await trashEntry(call.viewer, entry.id, (version) => requireVersion(call, version))
      return DONE
    },
  },
  {
    ...{ name: 'restoreEntry', method: 'POST', path: `${path}/restore`, group },
    summary: 'Restores an entry from the trash.',
    ...{ scope: 'drafts', status: 200, answer },
    run: async (call) => {
      await requireTrashedHere(call)
      await restoreEntry(call.viewer, param(call, 'entry'))
      const { campaign, entry } = await entryAt(call)
      return { body: entryBody(entry, campaign.slug), version: entry.version }
    },
  },
]
