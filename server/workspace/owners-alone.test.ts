import { expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { newWorld } from '../testing/world'
import { lockDown, lockDownPreview } from './lock-down'
import { accessOverview } from './overview'

useTestDatabase()

it('nobody but an owner locks down, or sees what a lock-down ends and who can see what', async () => {
  const { owner, editor } = await newWorld()
  for (const ask of [
    () => lockDownPreview(editor, null),
    () => lockDown(editor, null),
    () => accessOverview(editor),
  ])
    await expect(ask()).rejects.toMatchObject({ code: 'forbidden' })
  expect(await lockDownPreview(owner, null)).toMatchObject({ links: 1 })
})
