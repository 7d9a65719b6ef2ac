import { expect, it } from 'vitest'
import { listAssignedToMe } from '../assignments/queries'
import { useTestDatabase } from '../auth/test-support'
import { countUnseen, listNotifications } from '../comments/notifications'
import { newTarget } from '../testing/target'
import { trashRecord } from '../trash/mutations'
import { callOff, planAgain } from './outcome'
import { changePart } from './parts'
import { findPlans, getPlan } from './queries'
import { addTask, giveRole, planAction } from './test-support'

useTestDatabase()

it('a plan is nowhere while its campaign is in the trash', async () => {
  const { owner, editor, campaign } = await newTarget()
  const { id } = await planAction(owner, campaign, { title: 'Rally at dawn' })
  await giveRole(owner, id, { member: editor.memberId })
  await addTask(owner, id, { member: editor.memberId })
  const [task] = (await getPlan(owner, id)).tasks
  await callOff(owner, id, 'Snow')
  await planAgain(owner, id)
  const parts = async () => [
    ...[
      await listAssignedToMe(editor),
      await listNotifications(editor),
      await findPlans(editor, 'dawn'),
    ],
  ]
  expect((await parts()).map((found) => found.length)).toEqual([2, 4, 1])
  await trashRecord(owner, 'campaign', campaign.id)
  expect(await parts()).toEqual([[], [], []])
  expect(await countUnseen(editor)).toBe(0)
  const tick = { id: task?.id ?? '', what: 'task', done: 'tick' } as const
  for (const asked of [
    () => getPlan(editor, id),
    () => changePart(editor, tick),
    () => callOff(owner, id, 'Snow'),
  ])
    await expect(asked()).rejects.toMatchObject({ code: 'not_found' })
})
