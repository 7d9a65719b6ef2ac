import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import type { Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { assessAs, inRole, logEntry, newCampaign, newDemand } from '../demands/test-support'
import { memberIn } from '../testing/world'
import { listChanges, noteVisit } from './visits'

useTestDatabase()

/** Lets time pass for what the database has noted and written so far. */
async function later(viewer: Viewer, minutes: number): Promise<void> {
  await withViewer(viewer, async (tx) => {
    await tx.$executeRaw`update campaign_visit set noted_at = noted_at - make_interval(mins => ${minutes}::int),
      seen_until = seen_until - make_interval(mins => ${minutes}::int),
      shown_until = shown_until - make_interval(mins => ${minutes}::int)`
    await tx.$executeRaw`update revision set at = at - make_interval(mins => ${minutes}::int)`
  })
}

async function two() {
  const campaign = await newCampaign()
  const reader = await memberIn(campaign.workspaceId, 'editor')
  const titles = async () =>
    (await listChanges(reader, campaign.slug)).first.map(({ title }) => title)
  /** Opens the overview, sees it, and goes away for so many minutes. */
  const visit = async (minutes = 60) => {
    await later(reader, 5)
    const { until } = await listChanges(reader, campaign.slug)
    await noteVisit(reader, campaign.slug, until)
    await later(reader, minutes)
  }
  const log = (title: string, more = {}) =>
    logEntry(campaign.owner, campaign.slug, { kind: 'rally', title, ...more })
  return { ...campaign, other: reader, titles, visit, log }
}

describe('what changed since the last visit', () => {
  it('is nothing on the first visit', async () => {
    const { other, slug, log } = await two()
    await log('Before anybody came')
    expect(await listChanges(other, slug)).toMatchObject({ count: 0, first: [], since: null })
  })

  it('is what others did to entries and demands, the last first', async () => {
    const { owner, other, id, slug, visit, log } = await two()
    await log('Seen already')
    await visit()
    await log('A rally')
    const demand = await newDemand(owner, { id, slug }, { wording: 'Close the portal' })
    await later(owner, 5)
    await logEntry(other, slug, { kind: 'rally', title: 'My own' })
    await assessAs(owner, {
      ...{ demand: demand.id, organization: demand.target('Ring') },
      ...{ standing: 'met', date: '13 Feb 2026', note: 'It was announced.' },
    })
    const { count, first } = await listChanges(other, slug)
    expect(count).toBe(2)
    expect(first).toMatchObject([
      {
        record: 'demand',
        title: 'Close the portal',
        path: '/demands/1',
        done: 'assessed',
        times: 2,
      },
      { record: 'entry', title: 'A rally', done: 'created', times: 1 },
    ])
  })

  it('stays for the whole visit, and is gone on the next one', async () => {
    const { titles, visit, log } = await two()
    await visit()
    await log('A rally')
    expect(await titles()).toEqual(['A rally'])
    await visit(10)
    expect(await titles()).toEqual(['A rally'])
    await visit()
    expect(await titles()).toEqual([])
  })

  it('loses nothing that came after the page was read, nor what was only looked up', async () => {
    const { other, slug, titles, visit, log } = await two()
    await visit()
    const { until } = await listChanges(other, slug)
    await log('While the page stood open')
    await noteVisit(other, slug, until)
    await later(other, 60)
    expect(await titles()).toEqual(['While the page stood open'])
    await later(other, 60)
    expect(await titles()).toEqual(['While the page stood open'])
  })

  it('is taken off the list by whoever has read it, and no further than now', async () => {
    const { other, slug, titles, visit, log } = await two()
    await visit()
    await log('A rally')
    await later(other, 5)
    const { until } = await listChanges(other, slug)
    await noteVisit(other, slug, until, { read: true })
    expect(await titles()).toEqual([])
    await noteVisit(other, slug, '2999-01-01T00:00:00Z', { read: true })
    await log('Later')
    expect(await titles()).toEqual(['Later'])
  })

  it('is each member’s own, and never what they may not see', async () => {
    const { owner, other, slug, visit, log } = await two()
    const viewer = inRole(other, 'viewer')
    await visit()
    await log('A draft', { status: 'draft' })
    await log('In the open')
    const of = async (who: Viewer) => (await listChanges(who, slug)).first.map((one) => one.title)
    expect(await of(viewer)).toEqual(['In the open'])
    expect(await of(other)).toHaveLength(2)
    expect(await of(owner)).toEqual([])
  })
})
