import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { columnsTo } from '@/lib/imports/mapping'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { newWorld, type World } from '../testing/world'
import { addImport } from './mutations'
import { getImport } from './queries'
import { startResuming } from './resume'
import { resumeImport, runImport } from './run'
import { CUT_OFF_MS } from './stored'

useTestDatabase()

const during = vi.hoisted(() => ({ check: () => Promise.resolve() }))
vi.mock('./check', async (original) => {
  const check = await original<typeof import('./check')>()
  const checkImport: typeof check.checkImport = async (...given) => {
    await during.check()
    return check.checkImport(...given)
  }
  return { ...check, checkImport }
})
const looks = vi.hoisted((): { count: number; end: () => void } => ({
  count: 0,
  end: () => undefined,
}))
vi.mock('../auth/operator', () => ({
  listWorkspacesForOperator: () => {
    looks.count += 1
    return new Promise((resolve) => (looks.end = () => resolve([])))
  },
}))

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => {
  vi.useRealTimers()
  during.check = () => Promise.resolve()
})

it('keeps an import that is resumed while its rows are still compared', async () => {
  const id = await addImport(world.owner, world.campaign.slug, {
    ...{ name: 'sheet.csv', bytes: new TextEncoder().encode('Date,Title\n2026-02-13,Rally\n') },
    mapping: {
      columns: columnsTo(['Date', 'date'], ['Title', 'title']),
      constants: { kind: 'rally' },
    },
  })
  await runImport(world.owner, id, { alike: 'leave', takeGood: false })
  const moved = (state: 'running', movedAt: Date) =>
    withViewer(world.owner, (tx) =>
      tx.import.updateMany({ where: { id }, data: { state, finishedAt: null, movedAt } }),
    )
  const longAgo = () => new Date(Date.now() - CUT_OFF_MS - 1_000)
  await moved('running', longAgo())
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const seen: boolean[] = []
  const look = async () => seen.push((await getImport(world.owner, id)).cutOff)
  during.check = async () => {
    await moved('running', longAgo())
    await look()
    vi.advanceTimersByTime(CUT_OFF_MS / 2)
    await vi.waitFor(async () => {
      await look()
      expect(seen.at(-1)).toBe(false)
    })
  }
  await resumeImport(world.owner, id)
  expect(seen[0]).toBe(true)
  expect((await getImport(world.owner, id)).state).toBe('done')
  expect(vi.getTimerCount()).toBe(0)
})

it('looks for what was cut off once at a time', async () => {
  vi.useFakeTimers()
  startResuming()
  await vi.advanceTimersByTimeAsync(4 * CUT_OFF_MS)
  expect(looks.count).toBe(1)
  looks.end()
  await vi.advanceTimersByTimeAsync(CUT_OFF_MS)
  expect(looks.count).toBe(2)
})
