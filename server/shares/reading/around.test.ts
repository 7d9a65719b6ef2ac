import { expect, it } from 'vitest'
import { dayFromNumber, dayNumber } from '@/lib/dates/calendar'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { logEntry, newWorld } from '../../testing/world'
import { readEntryPage } from './read'
import { readSharedRecord } from './record'

useTestDatabase()

it('is the part of a long thread around the entry that is read, and says what is beyond it', async () => {
  const { owner, campaign, reader } = await newWorld()
  await logEntry(owner, campaign, {
    ...{ title: 'Rally 1', date: '1 Jan 2026' },
    demands: [{ wording: 'End the contract.', relation: 'raises', targets: 'Amazon' }],
  })
  const [demand] = await withViewer(owner, (tx) => tx.demand.findMany({ select: { id: true } }))
  for (let day = 2; day <= 40; day++)
    await logEntry(owner, campaign, {
      ...{ title: `Rally ${day}`, date: dayFromNumber(dayNumber('2025-12-31') + day) },
      demands: [{ demand: demand?.id, relation: 'raises', at: 'Amazon' }],
    })
  const { entries } = await readSharedRecord(reader)
  const of = async (title: string) => {
    const id = entries.find((one) => String(one.title) === title)?.id ?? ''
    const { thread } = (await readEntryPage(reader, id)).around
    const titles = thread.entries.map((one) => String(one.title))
    return {
      ...{ earlier: thread.earlier, later: thread.later, number: titles.length },
      here: thread.entries.filter(({ here }) => here).map((one) => String(one.title)),
    }
  }
  const [first, middle, last] = ['Rally 1', 'Rally 20', 'Rally 40']
  expect(await of(first)).toEqual({ earlier: 0, later: 24, number: 16, here: [first] })
  expect(await of(last)).toEqual({ earlier: 24, later: 0, number: 16, here: [last] })
  expect(await of(middle)).toEqual({ earlier: 4, later: 5, number: 31, here: [middle] })
})
