import { expect, it, vi } from 'vitest'
import { WithheldNames, WITHHELD } from '@/lib/people/withheld-names'
import { Withholder } from '@/lib/people/withholder'
import { noFilter } from '@/lib/timeline/filters'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { readShared } from '../shares/reading/read'
import { logEntry, newWorld } from '../testing/world'

useTestDatabase()

const hidden = 6_000
const hiddenOne = { consent: 'hidden', confirmed: true } as const
const letters = 'abcdefghijklmnopqrstuvwxyz'
/** A word of its own for each number. */
function wordOf(n: number): string {
  let [word, rest] = ['', n + 26 ** 4]
  for (; rest > 0; rest = Math.floor(rest / 26)) word += letters[rest % 26]
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
const people = Array.from({ length: hidden }, (_, n) => `${wordOf(n * 7)} ${wordOf(n * 11)}son`)

it('lets others go on while the names of 6,000 hidden people are read', async () => {
  const asPeople = people.map((name) => ({ names: [name], consent: 'hidden' as const }))
  let pauses = 0
  const held = await WithheldNames.inTurns(
    asPeople,
    () => false,
    () => Promise.resolve(void (pauses += 1)),
  )
  expect(pauses).toBeGreaterThanOrEqual(hidden / 100)
  const [text, first = ''] = [`Then ${people[5_999]} spoke.`, people[0]]
  for (const names of [new Withholder(held), new Withholder(asPeople)]) {
    expect(names.show(text)).toBe(`Then ${WITHHELD} spoke.`)
    expect(names.show(first)).toBe(WITHHELD)
  }
})

it('6,000 hidden people -> a page and its search, with their names read once', async () => {
  const world = await newWorld()
  const { workspaceId } = world
  // In one statement Prisma would prepare them for so long that a busy machine's database gives up on it.
  for (let at = 0; at < people.length; at += 500) {
    const data = people.slice(at, at + 500).map((name) => ({ workspaceId, name, ...hiddenOne }))
    await withViewer(world.owner, (tx) => tx.person.createMany({ data }))
  }
  const summary = `Then ${people[3_000]} spoke at the gate.`
  await logEntry(world.owner, world.campaign, { title: 'A rally', summary })
  const reading = vi.spyOn(WithheldNames, 'inTurns')
  const read = (text: string) =>
    readShared(world.reader, {
      ...{ order: 'newest', after: null, limit: 10 },
      filter: { ...noFilter, text },
    })
  const [page, ofName, ofWord] = await Promise.all([
    read(''),
    read(people[3_000]?.split(' ')[0] ?? ''),
    read('gate'),
  ])
  expect(JSON.stringify(page)).toContain(`Then ${WITHHELD} spoke at the gate.`)
  expect([page.count, ofName.count, ofWord.count]).toEqual([1, 0, 1])
  const audiences = new Set(reading.mock.calls.map(([one]) => JSON.stringify(one)))
  expect(reading.mock.calls.length).toBe(audiences.size)
})
