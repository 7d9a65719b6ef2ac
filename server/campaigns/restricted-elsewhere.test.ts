import { beforeEach, describe, expect, it } from 'vitest'
import { webhookSchema } from '@/lib/schemas/webhook'
import { noFilter } from '@/lib/timeline/filters'
import { WITHHELD } from '@/lib/people/withheld-names'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { systemViewer } from '../auth/viewers'
import { getEntry } from '../entries/queries'
import { reviewEntry } from '../entries/review'
import { listRevisions } from '../history/queries'
import { restoreRevision } from '../history/restore'
import { mergeRecords } from '../merging/merge'
import { addPhoto } from '../photos/mutations'
import { getPhotoFile } from '../photos/queries'
import { sweepPhotos } from '../photos/sweep'
import { dots } from '../photos/test-support'
import { readShared } from '../shares/reading/read'
import { logEntry, memberIn, newCampaignFor, newWorld, type World } from '../testing/world'
import { deliverDue } from '../webhooks/deliver'
import type { Message } from '../webhooks/post'
import { addWebhook } from '../webhooks/mutations'
import { listWebhooks } from '../webhooks/queries'
import { restrictCampaign } from './restriction'

useTestDatabase()

const NAME = 'Zdenka Vrbova'
const TITLE = 'The occupation of the board room'

let world: World
let closed: { id: string; slug: string }
let outside: Organizer
beforeEach(async () => {
  world = await newWorld()
  closed = await newCampaignFor(world.owner)
  outside = await memberIn(world.workspaceId, 'editor')
})
const restrict = () => restrictCampaign(world.owner, closed.id, { who: 'members', members: [] })

describe('what a restricted campaign says, elsewhere in its workspace', () => {
  it('still withholds a name that it alone has, in the texts of other campaigns', async () => {
    const { contributor, owner, campaign, reader } = world
    const appearances = [{ name: NAME }]
    const { id } = await logEntry(contributor, closed, { status: 'in_review', appearances })
    await reviewEntry(owner, id, { decision: 'publish', note: '' })
    await logEntry(owner, campaign, { title: 'A rally', summary: `Then ${NAME} spoke.` })
    const read = async () => {
      const first = { order: 'newest', after: null, limit: 10, filter: noFilter } as const
      return JSON.stringify(await readShared(reader, first))
    }
    expect(await read()).toContain(`Then ${WITHHELD} spoke.`)
    await restrict()
    expect(await read()).toContain(`Then ${WITHHELD} spoke.`)
  })

  it('is told to no webhook', async () => {
    const { owner, workspaceId } = world
    await addWebhook(owner, webhookSchema.parse({ url: 'https://hooks.example.org/x' }))
    await logEntry(owner, closed)
    await restrict()
    await logEntry(owner, closed)
    const sent: Message[] = []
    await deliverDue(systemViewer(workspaceId), new Date(Date.now() + 1_000), (message) => {
      sent.push(message)
      return Promise.resolve({ status: 200 })
    })
    expect(sent).toEqual([])
    const [webhook] = await listWebhooks(owner)
    const troubles = webhook?.messages.map(({ trouble }) => trouble)
    expect(troubles).toEqual(['The campaign is restricted.', 'The campaign is restricted.'])
  })

  it('stands in no history of an entry that is linked to it', async () => {
    const { owner, campaign } = world
    const hidden = await logEntry(owner, closed, { title: TITLE })
    const seen = await logEntry(owner, campaign, { title: 'The vote before it' })
    const links = [
      { relation: 'follows', entryId: hidden.id, entry: TITLE, note: 'Two nights\nin the hall' },
      { relation: 'follows', entryId: seen.id, entry: 'The vote before it' },
    ]
    const kept = await logEntry(owner, campaign, { title: 'One' })
    const gone = await logEntry(owner, campaign, { title: 'Two', links })
    const history = async (viewer: Organizer, { id }: { id: string }) =>
      JSON.stringify(await listRevisions(viewer, 'entry', id))
    await restrict()
    const before = await history(outside, gone)
    await mergeRecords(outside, 'entry', { survivorId: kept.id, duplicateId: gone.id, take: {} })
    for (const told of [before, await history(outside, kept)]) {
      expect(told).toContain('The vote before it')
      for (const secret of [TITLE, 'in the hall', hidden.id]) expect(told).not.toContain(secret)
    }
    expect(await history(owner, kept)).toContain(TITLE)
  })

  it('comes back with no older version that somebody outside restores, and goes with none', async () => {
    const { owner, campaign } = world
    const { id: entryId } = await logEntry(owner, closed, { title: TITLE })
    const { id } = await logEntry(owner, campaign, {
      ...{ title: 'One', links: [{ relation: 'follows', entryId, entry: TITLE }] },
    })
    // Another entry of that title must not be taken for it.
    await logEntry(owner, campaign, { title: TITLE })
    await restrict()
    await restoreRevision(outside, 'entry', id, 1)
    const linked = async (viewer: Organizer) =>
      (await getEntry(viewer, id)).links.map(({ entry }) => entry.id)
    expect(await linked(outside)).toEqual([])
    expect(await linked(owner)).toEqual([entryId])
  })

  it('keeps its pictures when somebody outside adds one', async () => {
    const { owner, contributor } = world
    const { id: photo } = await addPhoto(owner, await dots(60, 40).png().toBuffer(), [])
    await logEntry(owner, closed, { photos: [{ photo, alt: 'A banner' }] })
    await restrict()
    await sweepPhotos(contributor, new Date(Date.now() + 2 * 86_400_000))
    expect((await getPhotoFile(owner, photo, 'small')).bytes.length).toBeGreaterThan(0)
  })
})
