import { beforeAll, describe, expect, it } from 'vitest'
import { shareDetailsSchema, shareSchema } from '@/lib/schemas/share'
import { shareReaderFor } from '../../auth/share-reader'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { logEntry, newWorld, type World } from '../../testing/world'
import { changeShareDetails, changeShareTerms } from './changes'
import { revokeShare } from './ending'
import { createShare } from './mutations'
import { previewShare } from '../reading/preview'
import { getShare, listShares } from './queries'
import { readSharedRecord } from '../reading/record'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
  await logEntry(world.owner, world.campaign, { title: 'Rally', summary: 'Many came.', tags: 'x' })
  await logEntry(world.owner, world.campaign, { title: 'March', kind: 'march' })
})

const make = (more: Record<string, unknown> = {}) =>
  createShare(world.owner, shareSchema.parse({ campaign: world.campaign.id, ...more }))

async function shown(url: string) {
  const reader = await shareReaderFor(url.slice(url.lastIndexOf('/') + 1))
  if (!reader) throw new Error('The link should live.')
  const { entries } = await readSharedRecord(reader)
  return entries.map(({ title, summary, tags }) => ({ title, summary, tags }))
}

describe('a link that chooses for itself', () => {
  const choices = JSON.stringify({ kinds: ['rally'], fields: ['tags'] })

  it('shows what was chosen, as the preview did, and says what is more than its lens', async () => {
    const { id, url } = await make({ lens: 'press', choices })
    const expected = [{ title: 'Rally', summary: '', tags: ['x'] }]
    expect(await shown(url)).toEqual(expected)
    const preview = await previewShare(world.owner, {
      ...{ campaignId: world.campaign.id, lens: 'press' },
      choices: { kinds: ['rally'], fields: ['tags'] },
    })
    expect(preview.count).toBe(1)
    expect(preview.page.entries).toMatchObject(expected)
    expect(await getShare(world.owner, id)).toMatchObject({ more: ['tags'], state: 'live' })
  })

  it('of one entry asks which, where none of the campaign is chosen', async () => {
    for (const entry of ['', 'x', '0199d0c2-7c1e-7b3a-9f52-2f6f2d8f4a11']) {
      await expect(
        previewShare(world.owner, {
          ...{ campaignId: world.campaign.id, lens: 'press', choices: null },
          ...{ scope: 'entry', entry, filter: '' },
        }),
      ).rejects.toMatchObject({
        code: 'invalid',
        message: 'Choose the entry of this campaign that the link is to show.',
      })
    }
  })

  it('is changed at once, with the names of what changed in the audit', async () => {
    const { id, url } = await make({ lens: 'public', indexed: 'on' })
    expect(await shown(url)).toHaveLength(2)
    await changeShareTerms(world.owner, {
      ...{ share: id, lens: 'member', choices: { kinds: ['march'] } },
    })
    expect(await shown(url)).toEqual([{ title: 'March', summary: '', tags: [] }])
    expect(await getShare(world.owner, id)).toMatchObject({ lens: 'member', indexed: false })
    const same = { share: id, lens: 'member', choices: { kinds: ['march'] } } as const
    await changeShareTerms(world.owner, same)
    const events = await withViewer(world.owner, (tx) =>
      tx.auditEvent.findMany({ where: { recordId: id, action: 'update' } }),
    )
    expect(events.map(({ fields }) => fields.sort())).toEqual([['choices', 'indexed', 'lens']])
  })
})

describe('the details of a link', () => {
  const details = (share: string, more: Record<string, unknown>) =>
    shareDetailsSchema.parse({ share, label: '', ...more })

  it('are its name, its end and its frames', async () => {
    const { id } = await make({ expires: '1d' })
    const now = new Date()
    await changeShareDetails(
      world.owner,
      details(id, { label: 'new', frames: 'https://news.example.org, https://a.example:8443/' }),
      now,
    )
    const before = await getShare(world.owner, id)
    expect(before).toMatchObject({
      ...{ label: 'new', frames: ['https://news.example.org', 'https://a.example:8443'] },
    })
    await changeShareDetails(world.owner, details(id, { expires: '7d' }), now)
    const after = await getShare(world.owner, id)
    expect(Date.parse(after.expiresAt ?? '') - now.getTime()).toBe(7 * 86_400_000)
    await changeShareDetails(world.owner, details(id, { expires: 'never' }), now)
    expect((await getShare(world.owner, id)).expiresAt).toBeNull()
    for (const frames of ['http://a.example', 'https://a.example/path', 'https://*.example', 'x;'])
      expect(() => details(id, { frames })).toThrow()
  })

  it.each([
    ['for some readers', { lens: 'press' }],
    ['with a password', { password: 'seven umbrellas for one teapot' }],
    ['whose secret is in no address', { private: 'on' }],
  ])('search engines are told of no new link %s', async (_what, terms) => {
    const before = await listShares(world.owner)
    const input = shareSchema.parse({ campaign: world.campaign.id, ...terms })
    const made = createShare(world.owner, { ...input, indexed: true })
    await expect(made).rejects.toMatchObject({ code: 'invalid', path: ['indexed'] })
    expect(await listShares(world.owner)).toHaveLength(before.length)
  })

  it('do not bring back what has ended, nor tell search engines of what is not for everybody', async () => {
    const { id } = await make({})
    await expect(
      changeShareDetails(world.owner, details(id, { indexed: 'on' })),
    ).rejects.toMatchObject({ path: ['indexed'] })
    await revokeShare(world.owner, id)
    await expect(
      changeShareDetails(world.owner, details(id, { expires: 'never' })),
    ).rejects.toMatchObject({ code: 'conflict' })
    const listed = await listShares(world.owner)
    expect(listed.find((share) => share.id === id)?.state).toBe('revoked')
  })
})
