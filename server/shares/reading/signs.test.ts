import { expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import type { LensChoices } from '@/lib/shares/lens'
import { shareReaderFor } from '../../auth/share-reader'
import { useTestDatabase } from '../../auth/test-support'
import { logEntry, newWorld } from '../../testing/world'
import { createShare } from '../links/mutations'
import { readShared } from './read'

useTestDatabase()

const differing = {
  dateClaims: [
    { value: '13 Feb 2026', saidBy: 'The caption' },
    { value: '12 Feb 2026', saidBy: 'The report' },
  ],
  placeClaims: [
    { value: 'Westlake Park', saidBy: 'The caption' },
    { value: 'City Hall', saidBy: 'The report' },
  ],
}

it('stand in the drawing as far as the link shows what sources say', async () => {
  const { owner, campaign } = await newWorld()
  await logEntry(owner, campaign, { title: 'Open', place: 'City Hall', ...differing })
  await logEntry(owner, campaign, {
    ...{ title: 'Hidden', place: 'City Hall', placePrecision: 'hidden', ...differing },
  })
  await logEntry(owner, campaign, { title: 'Plain', date: '14 Feb 2026' })
  const signsFor = async (choices: LensChoices) => {
    const input = { campaign: campaign.id, lens: 'member', choices: JSON.stringify(choices) }
    const { url } = await createShare(owner, shareSchema.parse({ ...input, undecided: 'shown' }))
    const reader = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
    if (!reader) throw new Error('The link does not open.')
    const { drawing } = await readShared(reader, { order: 'newest', after: null, limit: 10 })
    const entries = drawing?.desk.entries ?? []
    return Object.fromEntries(entries.map(({ title, signs }) => [title, [...signs].sort()]))
  }
  expect(await signsFor({})).toEqual({ Open: ['date', 'place'], Hidden: ['date'], Plain: [] })
  expect(await signsFor({ places: 'town' })).toMatchObject({ Open: ['date'] })
  expect(await signsFor({ fields: ['summary'] })).toMatchObject({ Open: [], Hidden: [] })
})
