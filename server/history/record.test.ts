import { expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { isDatabaseError } from '../errors'
import { newId } from '../ids'
import { newWorld } from '../testing/world'
import { keepRevision } from './record'

useTestDatabase()

it('keeps a revision with its audit, and refuses the same version a second time', async () => {
  const { owner } = await newWorld()
  const recordId = newId()
  const keep = () =>
    withViewer(owner, (tx) =>
      keepRevision(tx, owner, {
        ...{ record: 'source', recordId, version: 1, action: 'update' },
        ...{ before: { title: 'Old', url: 'x' }, after: { title: `It's "new"`, url: 'x' } },
      }),
    )
  await keep()
  const refused: unknown = await keep().catch((error: unknown) => error)
  expect(isDatabaseError(refused, 'P2002')).toBe(true)
  const [revisions, audit] = await withViewer(owner, async (tx) => [
    await tx.revision.findMany({ where: { recordId } }),
    await tx.auditEvent.findMany({ where: { recordId } }),
  ])
  const changes = { title: { from: 'Old', to: `It's "new"` } }
  expect(revisions).toMatchObject([
    { version: 1, memberId: owner.memberId, changes, snapshot: { title: `It's "new"`, url: 'x' } },
  ])
  expect(audit).toMatchObject([{ action: 'update', fields: ['title'], memberId: owner.memberId }])
})
