import { beforeAll, describe, expect, it } from 'vitest'
import { demandSchema } from '@/lib/schemas/demand'
import { shareSchema } from '@/lib/schemas/share'
import { shareReaderFor } from '../../auth/share-reader'
import { useTestDatabase } from '../../auth/test-support'
import { createDemand } from '../../demands/mutations'
import { listDemands } from '../../demands/queries'
import { logEntry, newCampaignFor, newWorld, type World } from '../../testing/world'
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

describe('a link about one demand', () => {
  let campaign: World['campaign']
  beforeAll(async () => {
    const { owner } = world
    campaign = await newCampaignFor(owner)
    const both = ['End it.', 'Say why.'].map((wording) => ({ wording, targets: 'Amazon; Ring' }))
    await logEntry(owner, campaign, { title: 'March', demands: both })
    const [end, why] = await listDemands(owner, campaign.id)
    const answers = { relation: 'answers', stance: 'deflects' }
    await logEntry(owner, campaign, {
      ...{ kind: 'statement', title: 'They answered', date: '20 Feb 2026' },
      demands: [{ ...answers, demand: end?.id, at: 'Amazon' }],
    })
    // A link of the public shows no meeting, and so must not count the days until there was one.
    await logEntry(owner, campaign, {
      ...{ kind: 'negotiation', title: 'They met', date: '21 Feb 2026' },
      demands: [{ ...answers, demand: why?.id, at: 'Ring' }],
    })
  })

  async function about(filter: string, lens = 'public') {
    const reader = await readerOf({ campaign: campaign.id, scope: 'filter', filter, lens })
    const { demands, subject } = await readShared(reader, {
      ...{ order: 'newest', after: null, limit: 10 },
    })
    const counted = demands.flatMap(({ number, targets }) =>
      targets.filter(({ clock }) => clock).map(({ name }) => `${number} ${name}`),
    )
    return { listed: demands.map(({ number }) => number), subject: subject?.wording, counted }
  }

  it('shows no other demand that its entries touch, and counts its days', async () => {
    expect(await about('demand=1')).toEqual({
      ...{ listed: [1], subject: 'End it.', counted: ['1 Amazon', '1 Ring'] },
    })
  })

  it('counts no days where the record knows of more than it shows', async () => {
    expect((await about('demand=2')).counted).toEqual(['2 Amazon'])
    expect((await about('demand=2', 'ally')).counted).toEqual(['2 Amazon', '2 Ring'])
  })

  it('is none where it asks for more than the demand', async () => {
    const rest = { listed: [1, 2], subject: undefined, counted: [] }
    expect(await about('demand=1&demand=2')).toEqual(rest)
    expect(await about('demand=1&from=2026')).toEqual(rest)
  })
})
