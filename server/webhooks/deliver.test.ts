import { describe, expect, it } from 'vitest'
import { webhookSchema } from '@/lib/schemas/webhook'
import { databaseNow } from '@/scripts/testing/clock'
import { systemViewer } from '../auth/viewers'
import { useTestDatabase } from '../auth/test-support'
import { changeMany } from '../entries/bulk'
import { reviewEntry } from '../entries/review'
import { trashEntry } from '../entries/trash'
import { bulkSchema } from '@/lib/schemas/record'
import { withViewer } from '../db'
import { logEntry, newWorld, type World } from '../testing/world'
import { deliverDue, sweepMessages } from './deliver'
import { addWebhook, endWebhook } from './mutations'
import type { Message } from './post'
import type { Sent } from './post-publicly'
import { listWebhooks } from './queries'

useTestDatabase()

const URL = 'https://hooks.example.org/throughline'
const soon = () => new Date(Date.now() + 1_000)
const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000)

/** A workspace with a webhook, and what would have been sent. */
async function withWebhook() {
  const world = await newWorld()
  const { id, secret } = await addWebhook(world.owner, webhookSchema.parse({ url: URL }))
  const sent: Message[] = []
  const answering = (answer: Sent) => (message: Message) => {
    sent.push(message)
    return Promise.resolve(answer)
  }
  const deliver = (now = soon(), answer: Sent = { status: 200 }) =>
    deliverDue(systemViewer(world.workspaceId), now, answering(answer))
  return { world, id, secret, sent, deliver }
}

const published = (world: World, more = {}) =>
  logEntry(world.owner, world.campaign, { title: 'Secret words', place: 'Secret place', ...more })

describe('a webhook', () => {
  it('is told of an entry when it is published, whichever way, and of nothing else', async () => {
    const { world, sent, deliver } = await withWebhook()
    const { owner, campaign } = world
    const atOnce = await published(world)
    const draft = await published(world, { status: 'draft', title: 'One' })
    const waiting = await published(world, { status: 'in_review', title: 'Two' })
    expect(await deliver()).toBe(1)
    await reviewEntry(owner, waiting.id, { decision: 'publish', note: '' })
    const publish = bulkSchema.parse({ ids: [draft.id], action: 'publish' })
    await changeMany(owner, campaign.id, publish)
    await deliver()
    const told = sent.map(({ body }) => (JSON.parse(body) as { data: { id: string } }).data.id)
    expect(told.sort()).toEqual([atOnce.id, draft.id, waiting.id].sort())
    expect(await deliver()).toBe(0)
  })

  it('is told id, kind, campaign and address, and no word of it', async () => {
    const { world, secret, sent, deliver } = await withWebhook()
    const { id } = await published(world)
    await deliver()
    const [message] = sent
    expect(message).toMatchObject({ url: URL, secret })
    const { campaign } = world
    expect(JSON.parse(message?.body ?? '')).toEqual({
      type: 'entry.published',
      data: {
        ...{ id, kind: 'rally', campaign: campaign.id },
        url: `http://127.0.0.1:3000/campaigns/${campaign.slug}/entries/${id}`,
      },
    })
    expect(message?.body).not.toContain('Secret')
  })

  it('is tried again after growing pauses, and given up in the end', async () => {
    const { world, sent, deliver } = await withWebhook()
    await published(world)
    let now = soon()
    for (const minutes of [1, 5, 30, 120, 480, 1_440]) {
      expect(await deliver(now, { status: 500 })).toBe(1)
      expect(await deliver(later(now, minutes - 0.1), { status: 500 })).toBe(0)
      now = later(now, minutes)
    }
    expect(await deliver(now, { trouble: 'No answer in time.' })).toBe(1)
    expect(await deliver(later(now, 100_000))).toBe(0)
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1)
    const [webhook] = await listWebhooks(world.owner)
    expect(webhook).toMatchObject({
      waiting: 0,
      messages: [{ tries: 7, status: null, trouble: 'No answer in time.', goesOn: false }],
    })
  })

  it('is told nothing of what was taken back before it was sent', async () => {
    const { world, sent, deliver } = await withWebhook()
    const { id } = await published(world)
    await trashEntry(world.owner, id)
    await deliver()
    expect(sent).toEqual([])
    expect((await listWebhooks(world.owner))[0]?.messages).toMatchObject([
      { trouble: 'The entry is no longer published.', goesOn: false },
    ])
  })

  it('is told nothing any more once it has ended', async () => {
    const { world, id, sent, deliver } = await withWebhook()
    await published(world)
    await endWebhook(world.owner, id)
    await published(world, { title: 'Later' })
    expect([await deliver(), sent]).toEqual([0, []])
    expect(await listWebhooks(world.owner)).toEqual([])
  })

  it('is told once, however many look at the same moment', async () => {
    const { world, sent, deliver } = await withWebhook()
    await published(world)
    const now = soon()
    await Promise.all([deliver(now), deliver(now), deliver(now)])
    expect(sent).toHaveLength(1)
  })

  it('hears nothing of another workspace', async () => {
    const { sent, deliver } = await withWebhook()
    await published(await newWorld())
    expect([await deliver(), sent]).toEqual([0, []])
  })

  it('has a secret that the database alone does not give away, and a bounded number', async () => {
    const { world, secret } = await withWebhook()
    const [row] = await withViewer(world.owner, (tx) => tx.webhook.findMany())
    const stored = [row?.url, row?.id, Buffer.from(row?.secretSealed ?? []).toString('latin1')]
    expect(stored.join()).toContain(URL)
    expect(stored.join()).not.toContain(secret.slice('whsec_'.length))
    for (let count = 1; count < 10; count += 1) await addWebhook(world.owner, { url: URL })
    await expect(addWebhook(world.owner, { url: URL })).rejects.toThrow('at most 10')
  })

  it('forgets its messages after a month', async () => {
    const { world, deliver } = await withWebhook()
    await published(world)
    await deliver()
    const job = systemViewer(world.workspaceId)
    // The database says when a message was made.
    const made = new Date(databaseNow())
    await sweepMessages(job, later(made, 29 * 1_440))
    expect((await listWebhooks(world.owner))[0]?.messages).toHaveLength(1)
    await sweepMessages(job, later(made, 31 * 1_440))
    expect((await listWebhooks(world.owner))[0]?.messages).toHaveLength(0)
  })

  it.each([
    ...['http://hooks.example.org', 'https://user:pass@example.org/', 'ftp://x', 'javascript:1'],
    ...['', 'https://', 'https://example.org/#part'],
  ])('has no address such as %s', (url) => {
    expect(webhookSchema.safeParse({ url }).success).toBe(false)
  })
})
