import { expect, it } from 'vitest'
import { atThreshold } from '../db'
import { listWorkspacesForOperator } from './operator'
import { newOwner, useTestDatabase } from './test-support'

useTestDatabase()

it('lists every workspace for the operator, and for nobody else', async () => {
  const first = await newOwner()
  const second = await newOwner()
  const listed = await listWorkspacesForOperator()
  expect(listed.map(({ id }) => id).sort()).toEqual([first.workspaceId, second.workspaceId].sort())
  expect(await atThreshold({}, (tx) => tx.workspace.findMany())).toEqual([])
})

it('lets the operator see names only and change none of them', async () => {
  await newOwner()
  await atThreshold({}, async (tx) => {
    await tx.$executeRaw`select set_config('app.operator', 'on', true)`
    expect(await tx.workspace.count()).toBeGreaterThan(0)
    expect(await tx.member.count()).toBe(0)
    expect(await tx.workspace.updateMany({ data: { name: 'Taken' } })).toEqual({ count: 0 })
  })
})
