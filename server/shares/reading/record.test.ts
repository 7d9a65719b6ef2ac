import { expect, it } from 'vitest'
import { readFilter } from '@/lib/timeline/filters'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { logEntry, newWorld, type World } from '../../testing/world'
import { readSharedFile } from './record'

useTestDatabase()

/** Past the record's history, so that nothing tells of it. */
const rename = (world: World, title: string) =>
  withViewer(world.owner, (tx) => tx.$executeRaw`update entry set title = ${title}`)

const titlesOf = async (...args: Parameters<typeof readSharedFile>) =>
  Array.from((await readSharedFile(...args)).entries, ({ title }) => title)

const since = (day: string) => readFilter(new URLSearchParams({ from: day }))

it('reads an entry once for all files, until something is written', async () => {
  const world = await newWorld()
  const { reader } = world
  await logEntry(world.owner, world.campaign, { title: 'Walkout', date: '3 Feb 2026' })
  expect(await titlesOf(reader)).toEqual(['Walkout'])
  await rename(world, 'Sit-in')
  expect(await titlesOf(reader, since('2026-01-01'))).toEqual(['Walkout'])
  expect(await titlesOf(reader, since('2026-03-01'))).toEqual([])
  await logEntry(world.owner, world.campaign, { title: 'Rally', date: '4 Feb 2026' })
  expect(await titlesOf(reader)).toEqual(['Sit-in', 'Rally'])
})

it('reads further entries where a file needs more than the last one', async () => {
  const world = await newWorld()
  const { reader } = world
  await logEntry(world.owner, world.campaign, { title: 'Walkout', date: '3 Feb 2026' })
  await logEntry(world.owner, world.campaign, { title: 'Rally', date: '4 Feb 2026' })
  expect(await titlesOf(reader, since('2026-02-04'))).toEqual(['Rally'])
  expect(await titlesOf(reader)).toEqual(['Walkout', 'Rally'])
})

it('shows no name that was withdrawn without a trace in the history', async () => {
  const world = await newWorld()
  const { reader } = world
  const appearances = [{ name: 'Quirin Xylander', consent: 'named', consentReason: 'agreed' }]
  await logEntry(world.owner, world.campaign, { title: 'Speech of Quirin Xylander', appearances })
  expect(await titlesOf(reader)).toEqual(['Speech of Quirin Xylander'])
  await withViewer(world.owner, (tx) => tx.person.updateMany({ data: { consent: 'hidden' } }))
  expect(await titlesOf(reader)).toEqual(['Speech of [name withheld]'])
})

it('refuses at once where many files are asked for', async () => {
  const world = await newWorld()
  const { reader } = world
  await logEntry(world.owner, world.campaign, { title: 'Walkout', date: '3 Feb 2026' })
  const asked = await Promise.allSettled(Array.from({ length: 40 }, () => readSharedFile(reader)))
  const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  expect(refused).not.toHaveLength(0)
  expect(refused.length).toBeLessThan(asked.length)
  for (const reason of refused) expect(reason).toMatchObject({ code: 'unavailable' })
  expect(await titlesOf(reader)).toEqual(['Walkout'])
})
