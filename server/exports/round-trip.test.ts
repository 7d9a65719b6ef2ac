import { beforeAll, describe, expect, it } from 'vitest'
import { readTable } from '@/lib/imports/read-table'
import { placedItems } from '@/lib/imports/cells'
import type { Table } from '@/lib/imports/table'
import { useTestDatabase } from '../auth/test-support'
import { addImport } from '../imports/mutations'
import { readWorkbook } from '../imports/read-workbook'
import { runImport } from '../imports/run'
import { logEntry, newCampaignFor, newWorld, type World } from '../testing/world'
import { exportedBytes } from './test-support'

useTestDatabase()

let world: World
let campaign: { id: string; slug: string }
beforeAll(async () => {
  world = await newWorld()
  campaign = await newCampaignFor(world.owner)
  await logEntry(world.owner, campaign, {
    ...{ kind: 'rally', title: 'Rally, at the "gate"', date: '13 Feb 2026 5:30pm' },
    ...{ place: 'Gate 5, Seattle', latitude: '47.6155', longitude: '-122.3393' },
    ...{ alsoKind: 'march', participants: 'workers and neighbors', endTime: '20:40' },
    ...{ summary: 'They came at noon;\nand stayed.', crowd: '200-300', tags: 'big, =1+1' },
    organizations: [
      { name: 'Local 12', part: 'actor' },
      { name: 'Bread; Roses', part: 'actor' },
      { name: 'Amazon', part: 'target' },
    ],
    citations: [
      { url: 'https://news.example.org/1', title: 'A ledger; the second', publisher: 'A paper' },
      { title: 'Minutes; of a meeting', kind: 'primary_document' },
    ],
    appearances: [
      { name: 'Maren Open', role: 'witness', description: 'a driver', affiliation: 'Local 12' },
      { name: '', description: 'a passer-by' },
    ],
  })
  await logEntry(world.owner, campaign, {
    ...{ kind: 'strike', title: '=HYPERLINK("x")', date: '2026-03-01/2026-03-04' },
    ...{ place: 'Toledo', latitude: '41.65', longitude: '-83.54', summary: '- Zürich & <b>' },
  })
  await logEntry(world.owner, campaign, {
    // The clocks there are three hours ahead of the campaign's.
    ...{ kind: 'march', title: 'Down Broadway', date: '14 Mar 2026 6:15pm', endTime: '20:40' },
    ...{ place: 'New York', latitude: '40.7128', longitude: '-74.006' },
  })
  await logEntry(world.owner, campaign, {
    ...{ kind: 'walkout', title: 'A walkout', date: 'about Nov 2025', status: 'draft' },
    ...{ place: 'Boise', latitude: '43.6', longitude: '-116.2' },
  })
})

const FORMATS = ['csv', 'xlsx', 'ics', 'geojson', 'timelinejs'] as const
type Name = (typeof FORMATS)[number]

const tableOf = (bytes: Buffer, name: Name): Promise<Table> =>
  name === 'xlsx'
    ? readWorkbook(bytes, undefined)
    : Promise.resolve(readTable(bytes, 'America/Los_Angeles').table)

/** What differs afterwards: ids and addresses of entries, that all are drafts, and the file as one more source. */
const OTHERS: Record<Name, string[]> = {
  csv: ['id', 'status', 'updated'],
  xlsx: ['id', 'status', 'updated'],
  // Their text also says that an entry is a draft, and the page that it came from is a source.
  ics: ['UID', 'URL', 'Status', 'Description'],
  geojson: ['id', 'url', 'status'],
  // Of a date that is not known to the day it has words alone; what stands beside a medium goes into the summary.
  timelinejs: ['Unique ID', 'Text', 'Display Date', 'Media Caption', 'Media Credit'],
}

// The file is the last source of an entry that came with it.
function withoutFile(column: string, items: string[], isAgain: boolean): string {
  const isOfEach = ['sources', 'source_title', 'source_kind'].includes(column)
  return items.slice(0, isOfEach && isAgain ? -1 : undefined).join('; ')
}

function carried({ columns, rows }: Table, name: Name, isAgain = false) {
  const named = columns.map((column, at) => ({ column, at }))
  const kept = named.filter(({ column }) => !OTHERS[name].includes(column))
  return rows.map(({ cells }) =>
    Object.fromEntries(
      kept.map(({ column, at }) => [
        column,
        withoutFile(column, placedItems(cells[at] ?? '', '; '), isAgain),
      ]),
    ),
  )
}

describe.each(FORMATS)('a file of %s', (name) => {
  it('that is exported, imported and exported again says the same of each entry', async () => {
    const first = await exportedBytes(world.owner, name, campaign.slug)
    const other = await newWorld()
    const target = await newCampaignFor(other.owner)
    const file = { name: `record.${name}`, bytes: first.bytes }
    const id = await addImport(other.owner, target.slug, file)
    const choices = { alike: 'make', takeGood: false } as const
    const { checked } = await runImport(other.owner, id, choices)
    expect(checked.refused.map(({ refusals }) => refusals)).toEqual([])
    const second = await exportedBytes(other.owner, name, target.slug)
    const [before, after] = [await tableOf(first.bytes, name), await tableOf(second.bytes, name)]
    expect(before.rows).toHaveLength(4)
    expect(carried(after, name, true)).toEqual(carried(before, name))
  })
})
