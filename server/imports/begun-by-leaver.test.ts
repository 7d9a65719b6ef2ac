import { expect, it } from 'vitest'
import { openSession, viewerFromToken } from '../auth/session-store'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { getEntry } from '../entries/queries'
import { listAudit } from '../history/audit'
import { changeRole, removeMember, suspendMember } from '../members/mutations'
import { logEntry, newWorld, type World } from '../testing/world'
import { lockDown } from '../workspace/lock-down'
import { addImport } from './mutations'
import { getImport } from './queries'
import { resumeCutOff } from './resume'
import { runImport } from './run'
import { file, LEAVE } from './test-support'

useTestDatabase()

const ROWS = Array.from({ length: 250 }, (_, n) => `2026-02-13,Rally ${n},Seattle,,\n`).join('')

const ends: [string, (world: World) => Promise<unknown>][] = [
  ['is suspended', ({ owner, editor }) => suspendMember(owner, editor.memberId)],
  ['is removed', ({ owner, editor }) => removeMember(owner, editor.memberId)],
  ['gets a lesser role', ({ owner, editor }) => changeRole(owner, editor.memberId, 'viewer')],
  ['is locked out with all others', ({ owner }) => lockDown(owner, null)],
]

it.each(ends)(
  'a running import ends, and leaves nothing, once its member %s',
  async (_what, end) => {
    const world = await newWorld()
    const { owner, campaign } = world
    const { token } = await openSession(world.editor.accountId)
    const editor = (await viewerFromToken(token)) ?? world.editor
    const id = await addImport(editor, campaign.slug, file(ROWS))
    const batches: number[] = []
    const running = runImport(editor, id, LEAVE, async (written) => {
      if (batches.push(written) === 1) await end(world)
    })
    await expect(running).rejects.toMatchObject({ code: 'conflict' })
    expect(batches).toEqual([100])
    expect(await resumeCutOff(new Date(Date.now() + 3_600_000))).toBe(0)
    expect((await getImport(owner, id)).state).toBe('waiting')
    expect(await withViewer(owner, (tx) => tx.entry.count())).toBe(0)
    const { events } = await listAudit(owner, { record: 'entry', action: 'purge' })
    expect(new Set(events.map(({ by }) => by))).toEqual(new Set([null]))
  },
)

it.each(ends)('it adds nothing to entries that are there once its member %s', async (_why, end) => {
  const world = await newWorld()
  const { owner, campaign } = world
  const rally = { title: 'Rally at the Spheres', place: 'Seattle', date: '13 Feb 2026' }
  const { id: entryId } = await logEntry(owner, campaign, rally)
  const { token } = await openSession(world.editor.accountId)
  const editor = (await viewerFromToken(token)) ?? world.editor
  const same = '2026-02-13,Rally at the Spheres,Seattle,,https://a.org/1\n'
  const id = await addImport(editor, campaign.slug, file(`${same}2026-03-20,March,Toledo,,\n`))
  const batches: number[] = []
  const running = runImport(editor, id, { ...LEAVE, alike: 'same' }, async (written) => {
    // The new row is written, and the one that is the same as the entry comes next.
    if (batches.push(written) === 1) await end(world)
  })
  await expect(running).rejects.toMatchObject({ code: 'conflict' })
  expect(batches).toEqual([1])
  expect((await getEntry(owner, entryId)).citations).toEqual([])
  expect(await withViewer(owner, (tx) => tx.entry.count())).toBe(1)
})
