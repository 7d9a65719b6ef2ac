import { readdirSync } from 'node:fs'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { restrictCampaign } from '../campaigns/restriction'
import { listCampaigns } from '../campaigns/queries'
import { withViewer } from '../db'
import { env } from '../env'
import { undoImport } from '../imports/mutations'
import { listImports } from '../imports/queries'
import { restoreRecord } from '../trash/mutations'
import { logEntry, memberIn, newCampaignFor, newWorld, type World } from '../testing/world'
import {
  discardIncoming,
  importIncoming,
  incomingOf,
  keepIncoming,
  sweepIncoming,
} from './incoming'
import { emptyWorkspace, exported, exportedBytes, fillCampaign } from './test-support'

useTestDatabase()

let world: World
let campaign: { id: string; slug: string }
beforeAll(async () => {
  world = await newWorld()
  campaign = await newCampaignFor(world.owner)
  await fillCampaign(world, campaign)
})

const send = (viewer: Organizer, text: string | Buffer, name = 'ours.json') =>
  keepIncoming(viewer, () =>
    Promise.resolve({
      name,
      file: new Blob([typeof text === 'string' ? text : Uint8Array.from(text)]),
    }),
  )
const ours = async (format: 'json' | 'zip' = 'json') =>
  (await exportedBytes(world.owner, format, campaign.slug)).bytes
const rows = (viewer: Organizer) =>
  withViewer(viewer, async (tx) => [
    ...[await tx.campaign.count(), await tx.entry.count(), await tx.organization.count()],
    ...[await tx.person.count(), await tx.import.count(), await tx.photo.count()],
  ])

describe('a record that is sent by a browser', () => {
  it('says what it would make, and makes nothing of it yet', async () => {
    const { owner } = await emptyWorkspace()
    const before = await rows(owner)
    await send(owner, await ours())
    expect(await rows(owner)).toEqual(before)
    const would = (await incomingOf(owner))?.would
    expect(would).toMatchObject({ counts: { entries: 5 }, known: 0, pictures: 1 })
    expect(would?.campaigns).toMatchObject([{ slug: campaign.slug, entries: 5, drafts: 1 }])
    await discardIncoming(owner)
    expect(await incomingOf(owner)).toBeNull()
  })

  it('comes out of an empty workspace as it went in', async () => {
    const { owner } = await emptyWorkspace()
    const editor = await memberIn(owner.workspaceId, 'editor')
    const bytes = await ours('zip')
    await send(editor, bytes, 'ours.zip')
    await importIncoming(editor)
    expect(await incomingOf(editor)).toBeNull()
    const again = await exportedBytes(owner, 'zip', campaign.slug)
    expect(again.bytes.equals(bytes)).toBe(true)
  })

  it('becomes a campaign beside others, whose own export stays what it was', async () => {
    const { owner } = await newWorld()
    const other = await newCampaignFor(owner)
    await logEntry(owner, other, {
      title: 'Ours before',
      organizations: [{ name: 'AMAZON', part: 'target' }],
    })
    const before = (await exported(owner, 'json', other.slug)).text
    await send(owner, await ours('zip'), 'ours.zip')
    // One of the organizations is there by its name.
    expect((await incomingOf(owner))?.would).toMatchObject({ known: 1, pictures: 0 })
    const { campaigns } = await importIncoming(owner)
    expect((await exported(owner, 'json', other.slug)).text).toBe(before)
    const made = JSON.parse((await exported(owner, 'json', campaigns[0]?.slug ?? '')).text) as Lists
    const sent = JSON.parse(String(await ours())) as Lists
    const amazons = made.organizations?.filter(({ name }) => /^amazon$/i.test(String(name)))
    expect(amazons).toMatchObject([{ name: 'AMAZON' }])
    for (const list of ['entries', 'demands', 'people', 'sources', 'plans'])
      expect(made[list]?.map(({ id }) => id)).toEqual(sent[list]?.map(({ id }) => id))
    const renamed = (file: Lists) => {
      const known = file.organizations?.find(({ name }) => /^amazon$/i.test(String(name)))
      return JSON.stringify(file.entries).replaceAll(String(known?.id), 'amazon')
    }
    expect(renamed(made)).toBe(renamed(sent))
  })

  it('takes an address that is free', async () => {
    const { owner } = await newWorld()
    const { slug } = await newCampaignFor(owner)
    const text = String(await ours()).replaceAll(`"slug":"${campaign.slug}"`, `"slug":"${slug}"`)
    await send(owner, text)
    const { campaigns } = await importIncoming(owner)
    expect(campaigns[0]?.slug).toBe(`${slug}-2`)
  })

  it('is undone as one, and can be brought back', async () => {
    const { owner } = await emptyWorkspace()
    await send(owner, await ours())
    const { importId, campaigns } = await importIncoming(owner)
    const { id = '', slug = '' } = campaigns[0] ?? {}
    expect(await listImports(owner, slug)).toMatchObject([{ id: importId, written: 5 }])
    const before = (await exported(owner, 'json', slug)).text
    expect(await undoImport(owner, String(importId))).toMatchObject({ undone: 5, isRecord: true })
    expect(await listCampaigns(owner)).toEqual([])
    await restoreRecord(owner, 'campaign', id)
    const after = JSON.parse((await exported(owner, 'json', slug)).text) as Lists
    expect(after.entries).toEqual((JSON.parse(before) as Lists).entries)
  })

  it('is undone by an editor only while nobody worked on it', async () => {
    const { owner } = await emptyWorkspace()
    const editor = await memberIn(owner.workspaceId, 'editor')
    await send(editor, await ours())
    const { importId, campaigns } = await importIncoming(editor)
    const [made] = campaigns
    if (made) await logEntry(editor, made, { title: 'Since' })
    await expect(undoImport(editor, String(importId))).rejects.toThrow(/One entry was added or/)
    expect(await undoImport(owner, String(importId))).toMatchObject({ undone: 6 })
  })

  it('is refused where the campaign is there, and leaves nothing', async () => {
    const before = await rows(world.owner)
    await expect(send(world.owner, await ours('zip'))).rejects.toThrow(/in this workspace already/)
    expect(await rows(world.owner)).toEqual(before)
    expect(await incomingOf(world.owner)).toBeNull()
  })

  it('of a restricted campaign is refused to editors, who could not open it', async () => {
    const restricted = await newCampaignFor(world.owner)
    await restrictCampaign(world.owner, restricted.id, { who: 'members', members: [] })
    const { text } = await exported(world.owner, 'json', restricted.slug)
    const { owner } = await emptyWorkspace()
    const editor = await memberIn(owner.workspaceId, 'editor')
    await expect(send(editor, text)).rejects.toMatchObject({ code: 'forbidden' })
    await send(owner, text)
    await importIncoming(owner)
    expect(await listCampaigns(editor)).toEqual([])
  })

  it.each([
    ['no record', 'Date,Title\n', /Nothing was imported/],
    ['a list of something else', '[]', /not a record file/],
    ['no campaign', '{"format":"throughline-record","version":1,"entries":[]}', /no campaign/],
  ])('is refused where it is %s', async (_what, text, sentence) => {
    await expect(send(world.owner, text)).rejects.toThrow(sentence)
    expect(await incomingOf(world.owner)).toBeNull()
  })

  it('is gone after a day', async () => {
    const { owner } = await emptyWorkspace()
    await send(owner, await ours())
    const folder = join(env().dataFolder, 'incoming', owner.workspaceId)
    await sweepIncoming()
    expect(readdirSync(folder)).toHaveLength(2)
    const old = new Date(Date.now() - 90_000_000)
    for (const name of readdirSync(folder)) await utimes(join(folder, name), old, old)
    await sweepIncoming()
    expect(readdirSync(folder)).toEqual([])
  })
})

type Lists = Record<string, Record<string, unknown>[]>
