import { beforeAll, expect, it } from 'vitest'
import { demandSchema } from '@/lib/schemas/demand'
import { shareSchema } from '@/lib/schemas/share'
import { shareReaderFor } from '../../auth/share-reader'
import { useTestDatabase } from '../../auth/test-support'
import { createDemand } from '../../demands/mutations'
import { logEntry, newWorld, type World } from '../../testing/world'
import { createShare } from '../links/mutations'
import { demandsTouched } from './demands'
import { readEntryPage, readingOf, readShared } from './read'
import { recordIdFor } from './record-ids'

useTestDatabase()

let world: World
let rally: string
beforeAll(async () => {
  world = await newWorld()
  const { owner, campaign } = world
  const demands = [{ wording: 'End it.', targets: 'Amazon' }]
  rally = (await logEntry(owner, campaign, { title: 'Rally', demands })).id
  for (let number = 1; number <= 41; number += 1)
    await logEntry(owner, campaign, { kind: 'vigil', title: `Vigil ${number}` })
  await logEntry(owner, campaign, { kind: 'meeting', title: 'Meeting' })
  await createDemand(
    owner,
    campaign.slug,
    demandSchema.parse({ wording: 'Raised by nobody.', targets: 'Ring' }),
  )
})

async function readerOf(more: Record<string, unknown>) {
  const { owner, campaign } = world
  const { url } = await createShare(owner, shareSchema.parse({ campaign: campaign.id, ...more }))
  const reader = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
  if (!reader) throw new Error('The new link is not readable.')
  return reader
}

async function through(more: Record<string, unknown>) {
  const reader = await readerOf(more)
  const { count, find, demands } = await readShared(reader, {
    ...{ order: 'newest', after: null, limit: 10 },
  })
  const entry = await readEntryPage(reader, recordIdFor(reader, rally)).then(
    (page) => page.entry.title,
    (error: unknown) => (error as { code?: string }).code,
  )
  return { count, kinds: find?.kinds, demands: demands.map(({ wording }) => wording), entry }
}

it.each([
  [{}, 42, ['vigil', 'rally'], ['End it.', 'Raised by nobody.'], 'Rally'],
  [
    { lens: 'member' },
    43,
    ['vigil', 'meeting', 'rally'],
    ['End it.', 'Raised by nobody.'],
    'Rally',
  ],
  [{ scope: 'filter', filter: 'kind=rally' }, 1, undefined, ['End it.'], 'Rally'],
  [{ scope: 'filter', filter: 'kind=vigil' }, 41, ['vigil'], [], 'not_found'],
  [{ scope: 'ledger' }, 0, undefined, ['End it.', 'Raised by nobody.'], 'not_found'],
])('a link %j shows %i entries, and counts and lists no other', async (...row) => {
  const [link, count, kinds, demands, entry] = row
  expect(await through(link)).toEqual({ count, kinds, demands, entry })
})

it('a link that leaves demands out asks for none', async () => {
  const reader = await readerOf({ choices: JSON.stringify({ fields: ['summary'] }) })
  expect(await readingOf(reader, demandsTouched)).toEqual([])
})
