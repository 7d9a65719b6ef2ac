import { expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase } from '../../auth/test-support'
import { disputeStanding, takeBackDispute } from '../../demands/disputes'
import { getDemand } from '../../demands/queries'
import { assessAs, newDemand } from '../../demands/test-support'
import { demandSchema, disputedStandingSchema } from '@/lib/schemas/demand'
import { createDemand } from '../../demands/mutations'
import { listSources } from '../../sources/queries'
import { logEntry, newWorld } from '../../testing/world'
import { createShare } from '../links/mutations'
import { decidePlaces, listOpenPlaces } from './open-places'
import { readSharedRecord } from './record'

useTestDatabase()

const W = '[name withheld]'

async function withMarch(summary: string) {
  const world = await newWorld()
  const { owner, campaign, reader } = world
  const appearances = [{ name: 'Will March' }]
  const { id } = await logEntry(owner, campaign, { title: 'In March', summary, appearances })
  const texts = async () => {
    const [entry] = (await readSharedRecord(reader)).entries
    return [entry?.title, entry?.summary]
  }
  const makeLink = (undecided?: string) =>
    createShare(owner, shareSchema.parse({ campaign: campaign.id, undecided }))
  return { ...world, id, texts, makeLink }
}

it('a common word that may be a name is shown to an editor, and withheld where they say so', async () => {
  const { owner, campaign, texts } = await withMarch('Then March spoke; Will March, W. March.')
  const { places } = await listOpenPlaces(owner, campaign.id)
  expect(places.map(({ word, before, decided }) => [word, before, decided])).toEqual(
    expect.arrayContaining([
      ['March', 'In ', null],
      ['March', 'Then ', null],
    ]),
  )
  expect(await texts()).toEqual(['In March', `Then March spoke; ${W}, ${W}.`])
  const speaker = places.filter(({ before }) => before.includes('Then'))
  await decidePlaces(
    owner,
    speaker.map(({ textKey, letters }) => ({ textKey, letters, decision: 'withheld' })),
  )
  // In a text of which nobody said anything it is withheld with that one.
  expect(await texts()).toEqual([`In ${W}`, `Then ${W} spoke; ${W}, ${W}.`])
  const decided = await listOpenPlaces(owner, campaign.id)
  expect(decided.places.map((one) => one.decided)).toEqual([null, 'withheld'])
  expect(decided.undecided).toBe(1)
  const [month] = decided.places
  if (!month) throw new Error('The month is not listed.')
  await decidePlaces(owner, [{ ...month, decision: 'shown' }])
  expect(await texts()).toEqual(['In March', `Then ${W} spoke; ${W}, ${W}.`])
})

it('the address of a source that may name somebody is listed, and left out where an editor says so', async () => {
  const { owner, campaign, reader } = await newWorld()
  const url = 'https://fund.example/f/help-grace-with-rent'
  const cited = (title: string, url: string) => ({ title, publisher: 'A fund', url })
  await logEntry(owner, campaign, {
    appearances: [{ name: 'Grace Young' }, { name: 'Jennifer Lee' }],
    citations: [cited('One', url), cited('Two', 'https://x.example/jlee')],
  })
  const addresses = async () =>
    (await readSharedRecord(reader)).entries[0]?.citations.map((one) => one.source.url)
  expect(await addresses()).toEqual([url, ''])
  const { places } = await listOpenPlaces(owner, campaign.id)
  expect(places.map(({ before, word }) => before + word)).toEqual([
    'https://fund.example/f/help-grace',
  ])
  await decidePlaces(
    owner,
    places.map((one) => ({ ...one, decision: 'withheld' })),
  )
  expect(await addresses()).toEqual(['', ''])
})

it('no link is made until each such word is decided, one by one or all at once', async () => {
  const { owner, campaign, id, makeLink, texts } = await withMarch('Then March spoke.')
  await expect(makeLink()).rejects.toMatchObject({
    code: 'invalid',
    path: ['undecided'],
    message: expect.stringMatching(
      /^2 texts may still name a person who agreed to nothing/,
    ) as string,
  })
  await makeLink('withheld')
  expect(await texts()).toEqual([`In ${W}`, `Then ${W} spoke.`])
  await makeLink()
  await logEntry(owner, campaign, { title: 'A new one in March' })
  await expect(makeLink('')).rejects.toMatchObject({
    message: expect.stringMatching(/^1 text may still/) as string,
  })
  const all = await listOpenPlaces(owner, campaign.id)
  const { undecided, places } = await listOpenPlaces(owner, campaign.id, id)
  expect([all.undecided, undecided, places.length]).toEqual([1, 0, 2])
  await decidePlaces(
    owner,
    all.places.map(({ textKey, letters }) => ({ textKey, letters, decision: 'shown' })),
  )
  await makeLink()
})

it('reads what is said against a standing, what it says, and where answers stand', async () => {
  const { owner, campaign } = await newWorld()
  const demand = await newDemand(owner, campaign)
  const cited = { title: 'March report', publisher: 'The March paper' }
  await logEntry(owner, campaign, { status: 'draft', citations: [cited] })
  const [source] = (await listSources(owner)).sources
  await logEntry(owner, campaign, {
    appearances: [{ name: 'Will March' }],
    demands: [{ demand: demand.id, relation: 'raises' }],
    replies: [
      { ...{ organization: 'March Ltd', date: '14 Feb 2026', text: 'No.' }, source: source?.id },
    ],
  })
  const at = { demand: demand.id, organization: demand.target('Ring') }
  await assessAs(owner, { ...at, standing: 'met', date: '12 Feb 2026', note: 'As March wrote' })
  const history = async () => (await getDemand(owner, campaign.slug, demand.number)).assessments[0]
  const dispute = { assessment: (await history())?.id, reason: 'March saw it', saidBy: 'March' }
  await disputeStanding(owner, disputedStandingSchema.parse(dispute))
  const before = async () =>
    (await listOpenPlaces(owner, campaign.id)).places.map(
      (one) => one.before + one.word + one.after,
    )
  expect(new Set(await before())).toEqual(
    new Set([
      'March Ltd',
      'As March wrote',
      'March saw it',
      'March',
      'March report',
      'The March paper',
    ]),
  )
  await takeBackDispute(owner, (await history())?.disputes[0]?.id ?? '')
  expect(await before()).not.toContain('March saw it')
})

it('reads a demand that no published entry touches, and whom it is made to', async () => {
  const { owner, campaign, makeLink } = await withMarch('They spoke.')
  await makeLink('shown')
  const input = { wording: 'Pay what March promised', targets: 'March Ltd' }
  await createDemand(owner, campaign.slug, demandSchema.parse(input))
  await expect(makeLink()).rejects.toMatchObject({ path: ['undecided'] })
  const { places } = await listOpenPlaces(owner, campaign.id)
  const open = places.filter(({ decided }) => decided === null)
  expect(open.map(({ before, word, after }) => before + word + after).sort()).toEqual([
    'March Ltd',
    'Pay what March promised',
  ])
  expect(open.every(({ within }) => within.title === input.wording)).toBe(true)
})
