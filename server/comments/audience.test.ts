import { beforeEach, describe, expect, it } from 'vitest'
import type { CommentAbout } from '@/lib/comments/comments'
import { sourceSchema } from '@/lib/schemas/source'
import { changeOwnName } from '../auth/own-account'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { restrictCampaign } from '../campaigns/restriction'
import { listDemands } from '../demands/queries'
import { createSource } from '../sources/mutations'
import {
  logEntry,
  memberIn,
  newCampaignFor,
  newWorld,
  TEST_DAY,
  type World,
} from '../testing/world'
import { editComment } from './mutations'
import { listNotifications } from './notifications'
import { listComments } from './queries'
import { say } from './test-support'

useTestDatabase()

let world: World
let colleague: Organizer
beforeEach(async () => {
  world = await newWorld()
  colleague = await memberIn(world.workspaceId, 'contributor')
})

const everybody = () => ({
  owner: world.owner,
  editor: world.editor,
  contributor: world.contributor,
  colleague,
  viewer: world.viewer,
})

/** Who is offered at a record; mentioning everybody notifies them alone, also by an edit. */
async function whoIsOffered(about: CommentAbout, by = world.owner): Promise<string[]> {
  const members = Object.entries(everybody())
  for (const [name, member] of members) await changeOwnName(member, name)
  const { members: listed } = await listComments(by, about)
  const offered = members.filter(([, one]) => listed.some(({ id }) => id === one.memberId))
  const mentions = members.map(([name]) => `@${name}`).join(' ')
  await say(by, about, mentions)
  const { id: edited } = await say(by, about, 'Nobody')
  await editComment(by, edited, mentions)
  for (const [name, member] of members) {
    const told = (await listNotifications(member)).filter(({ body }) => body === mentions)
    const isTold = offered.some(([one]) => one === name) && member !== by
    expect([name, told.length]).toEqual([name, isTold ? 2 : 0])
  }
  return offered.map(([name]) => name)
}

const entry = async (fields: Parameters<typeof logEntry>[2], by = world.contributor) => {
  const { id } = await logEntry(by, world.campaign, fields)
  return { record: 'entry', id } as const
}

describe('whoever can be mentioned', () => {
  it('sees the record: of a draft its author and those who publish', async () => {
    expect(await whoIsOffered(await entry({ status: 'draft' }))).toEqual([
      ...['owner', 'editor', 'contributor'],
    ])
  })

  it('is everybody where an entry is published', async () => {
    const published = await entry({ status: 'published' }, world.owner)
    expect(await whoIsOffered(published)).toEqual(Object.keys(everybody()))
  })

  it('sees the demand, which a draft alone tells of', async () => {
    await entry({ status: 'draft', demands: [{ wording: 'Cut the ties', targets: 'Amazon' }] })
    const [demand] = await listDemands(world.owner, world.campaign.id)
    expect(await whoIsOffered({ record: 'demand', id: demand?.id ?? '' })).toEqual([
      ...['owner', 'editor', 'contributor'],
    ])
  })

  it('sees the source: one of a restricted campaign, its members and the owners', async () => {
    const { owner, editor } = world
    const shut = await newCampaignFor(owner)
    await restrictCampaign(owner, shut.id, { who: 'members', members: [editor.memberId] })
    const fields = sourceSchema(TEST_DAY).parse({ title: 'A leaked letter' })
    const id = await createSource(owner, fields, shut.id)
    expect(await whoIsOffered({ record: 'source', id })).toEqual(['owner', 'editor'])
  })

  it('is everybody where a source belongs to no campaign', async () => {
    const fields = sourceSchema(TEST_DAY).parse({ title: 'A report' })
    const id = await createSource(world.owner, fields)
    expect(await whoIsOffered({ record: 'source', id })).toEqual(Object.keys(everybody()))
  })
})
