import { expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase } from '../../auth/test-support'
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
  expect(await texts()).toEqual(['In March', `Then ${W} spoke; ${W}, ${W}.`])
  const decided = await listOpenPlaces(owner, campaign.id)
  expect(decided.places.map((one) => one.decided)).toEqual([null, 'withheld'])
  expect(decided.undecided).toBe(1)
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
