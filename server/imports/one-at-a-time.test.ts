import { expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { failureOf } from '../testing/failure'
import { newWorld } from '../testing/world'
import { addImport } from './mutations'
import { runImport } from './run'
import { CUT_OFF_MS } from './stored'
import { file, LEAVE, ROWS } from './test-support'

useTestDatabase()

it('no import begins in a campaign while another one writes there, but where that was cut off', async () => {
  const { owner, campaign } = await newWorld()
  const [first, second] = [
    await addImport(owner, campaign.slug, file(ROWS)),
    await addImport(owner, campaign.slug, file(ROWS)),
  ]
  const movedAt = (at: Date) =>
    withViewer(owner, (tx) =>
      tx.import.updateMany({ where: { id: first }, data: { state: 'running', movedAt: at } }),
    )
  const entries = () => withViewer(owner, (tx) => tx.entry.count())
  await movedAt(new Date())
  const failure = await failureOf(runImport(owner, second, LEAVE))
  expect(failure).toMatchObject({ code: 'conflict' })
  expect(failure.message).toContain('Another file is being imported')
  expect(await entries()).toBe(0)
  await movedAt(new Date(Date.now() - 2 * CUT_OFF_MS))
  expect(await runImport(owner, second, LEAVE)).toMatchObject({ written: true })
  expect(await entries()).toBe(2)
})
