import { expect, it, vi } from 'vitest'
import { useTestDatabase } from '../../auth/test-support'
import { trashEntry } from '../../entries/trash'
import { logEntry, newWorld } from '../../testing/world'
import { frozen } from './frozen-test-support'

useTestDatabase()

vi.mock('../reading/file-limit', () => ({ MOST_IN_A_FILE: 2 }))

it('an edition keeps entries that more than a file holds were added before', async () => {
  const { owner, campaign } = await newWorld()
  const log = (title: string, date: string) => logEntry(owner, campaign, { title, date })
  await log('A', '12 Feb 2026')
  const { id } = await log('B', '13 Feb 2026')
  const edition = await frozen(owner, campaign)
  await log('Older', '1 Feb 2026')
  await log('Oldest', '1 Jan 2026')
  const titles = async () => (await edition.read()).entries.map(({ title }) => title)
  expect(await titles()).toEqual(['A', 'B'])
  expect(await edition.takenBack()).toBeNull()
  await trashEntry(owner, id)
  expect(await titles()).toEqual(['A'])
})
