import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { LARGEST_FILE } from '@/lib/imports/table'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { withViewer } from '../db'
import { newWorld, type World } from '../testing/world'
import { addImport, discardImport } from './mutations'

useTestDatabase()

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const bytes = new TextEncoder().encode('Date,Title\n2026-02-13,Rally\n')
const add = (member: Organizer) =>
  addImport(member, world.campaign.slug, { name: 'rows.csv', bytes })

/** Files of a member that wait, as if they had been sent. */
const waiting = ({ memberId }: Organizer, count: number, state: 'waiting' | 'done' = 'waiting') =>
  withViewer(world.owner, (tx) =>
    tx.import.createMany({
      data: Array.from({ length: count }, () => ({
        ...{ workspaceId: world.workspaceId, campaignId: world.campaign.id, id: randomUUID() },
        ...{ name: 'x', file: Buffer.from(bytes), createdBy: memberId, state },
      })),
    }),
  )
const refused = (words: string) => ({
  ...{ code: 'invalid', path: ['file'] },
  message: expect.stringContaining(words) as string,
})

it('of files that are sent at once no more wait than a member may have', async () => {
  const { owner, editor } = world
  await waiting(editor, 99)
  await waiting(editor, 5, 'done')
  const sent = await Promise.allSettled([add(editor), add(editor), add(editor)])
  const [taken, ...more] = sent.filter((one) => one.status === 'fulfilled')
  expect(more).toEqual([])
  for (const one of sent)
    if (one.status === 'rejected') expect(one.reason).toMatchObject(refused('your files'))
  await add(owner)
  await discardImport(editor, taken?.value ?? '')
  await add(editor)
})

it('of all members no more wait than the workspace may have', async () => {
  const { owner, editor, contributor } = world
  for (let n = 0; n < 10; n += 1) await waiting(owner, 100)
  for (const member of [editor, contributor])
    await expect(add(member)).rejects.toMatchObject(refused('of this workspace'))
})

it('large files are counted by their bytes', async () => {
  const { owner, editor } = world
  await waiting(editor, 9)
  const files = await withViewer(owner, (tx) => tx.import.findMany({ select: { id: true } }))
  for (const { id } of files)
    await withViewer(
      owner,
      (tx) => tx.$executeRaw`
        update import set file = convert_to(repeat('x', 22222220), 'UTF8') where id = ${id}::uuid`,
    )
  await expect(add(editor)).rejects.toMatchObject(refused('your files'))
  await add(owner)
})

it.each([
  ['a table', [0x41]],
  ['a workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['a workbook from before 2007', [0xd0, 0xcf, 0x11, 0xe0]],
])('%s of more than 20 MB is not looked into', async (_what, begin) => {
  const large = new Uint8Array(LARGEST_FILE + 1)
  large.set(begin)
  const file = { name: 'rows', bytes: large }
  const sent = addImport(world.owner, world.campaign.slug, file)
  await expect(sent).rejects.toMatchObject(refused('larger than 20 MB'))
})
