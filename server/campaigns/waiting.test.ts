import { expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { inRole, logEntry, newCampaign } from '../demands/test-support'
import { trashEntry } from '../entries/trash'
import { listWaiting } from './waiting'

useTestDatabase()

it('has what waits and may be seen, and nothing from the trash', async () => {
  const { owner, slug } = await newCampaign()
  const draft = { kind: 'rally', status: 'draft' } as const
  const inReview = { kind: 'rally', status: 'in_review' } as const
  await logEntry(owner, slug, { ...draft, title: 'A draft' })
  await logEntry(owner, slug, { ...inReview, title: 'To review' })
  for (const away of [draft, inReview]) {
    const { id } = await logEntry(owner, slug, { ...away, title: 'In the trash' })
    await trashEntry(owner, id)
  }
  expect(await listWaiting(owner, slug)).toMatchObject({
    drafts: { count: 1, first: [{ title: 'A draft' }] },
    inReview: { count: 1, first: [{ title: 'To review' }] },
    decides: true,
  })
  expect(await listWaiting(inRole(owner, 'viewer'), slug)).toMatchObject({
    drafts: { count: 0, first: [] },
    inReview: { count: 0, first: [] },
    decides: false,
  })
})
