import { expect, it } from 'vitest'
import { useTestDatabase } from '../../auth/test-support'
import { logEntry, newWorld } from '../../testing/world'
import { decidePlaces, listOpenPlaces } from './open-places'
import { readSharedRecord } from './read'

useTestDatabase()

it('a common word that may be a name is shown to an editor, and withheld where they say so', async () => {
  const { owner, campaign, reader } = await newWorld()
  await logEntry(owner, campaign, {
    ...{ title: 'In March', summary: 'Then Ms. March spoke; Will March, W. March.' },
    appearances: [{ name: 'Will March' }],
  })
  const open = await listOpenPlaces(owner, campaign.id)
  expect(open.map(({ word, before, decided }) => [word, before, decided])).toEqual(
    expect.arrayContaining([
      ['March', 'In ', null],
      ['March', 'Then Ms. ', null],
    ]),
  )
  const texts = async () => {
    const [entry] = (await readSharedRecord(reader)).entries
    return [entry?.title, entry?.summary]
  }
  const W = '[name withheld]'
  expect(await texts()).toEqual(['In March', `Then Ms. March spoke; ${W}, ${W}.`])
  const speaker = open.filter(({ before }) => before.includes('Ms.'))
  await decidePlaces(
    owner,
    speaker.map(({ textKey, letters }) => ({ textKey, letters, decision: 'withheld' })),
  )
  expect(await texts()).toEqual(['In March', `Then Ms. ${W} spoke; ${W}, ${W}.`])
  const decided = await listOpenPlaces(owner, campaign.id)
  expect(decided.map((one) => one.decided).sort()).toEqual(['withheld', null].sort())
})
