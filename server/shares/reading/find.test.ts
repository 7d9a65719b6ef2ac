import { expect, it } from 'vitest'
import { noFilter, type Check } from '@/lib/timeline/filters'
import { useTestDatabase } from '../../auth/test-support'
import { checkEntry } from '../../entries/second-reader'
import { logEntry, newWorld } from '../../testing/world'
import { readShared } from './read'

useTestDatabase()

it('finds what is disputed or checked, and tells of no quote that is kept back', async () => {
  const { owner, editor, campaign, reader } = await newWorld()
  const read = async (checks: Check[]) => {
    const window = { order: 'newest' as const, after: null, limit: 10 }
    const { page, find } = await readShared(reader, { ...window, filter: { ...noFilter, checks } })
    return { titles: page.entries.map(({ title }) => title), offered: find?.checks }
  }
  const dispute = { reason: 'It was another day', saidBy: 'Amazon' }
  await logEntry(owner, campaign, {
    title: 'With a quote',
    appearances: [{ name: 'Hana Hidden', quotes: [{ text: 'No.', disputes: [dispute] }] }],
  })
  expect(await read(['disputed'])).toEqual({ titles: [], offered: [] })
  const { id } = await logEntry(owner, campaign, { title: 'Checked' })
  await checkEntry(editor, id, 1)
  await logEntry(owner, campaign, { title: 'Disputed', disputes: [dispute] })
  const offered = ['yes', 'disputed']
  expect(await read(['disputed'])).toEqual({ titles: ['Disputed'], offered })
  expect(await read(['yes'])).toEqual({ titles: ['Checked'], offered })
})
