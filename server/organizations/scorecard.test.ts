import { describe, expect, it } from 'vitest'
import { measuresOf } from '@/lib/organizations/measures'
import type { Scorecard } from '@/lib/organizations/scorecard'
import { organizationSchema } from '@/lib/schemas/campaign'
import { useTestDatabase } from '../auth/test-support'
import type { Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { assessAs, logEntry, newCampaign, newDemand } from '../demands/test-support'
import { memberIn } from '../testing/world'
import { updateOrganization } from './mutations'
import { readScorecard } from './scorecard'

useTestDatabase()

const numbers = (card: Scorecard) =>
  Object.fromEntries(measuresOf(card.facts).map(({ key, text }) => [key, text]))

async function idOf(viewer: Viewer, name: string): Promise<string> {
  const row = await withViewer(viewer, (tx) =>
    tx.organization.findFirstOrThrow({ where: { name }, select: { id: true } }),
  )
  return row.id
}

/** A demand at Amazon and its division Ring, which answered; an inquiry, a win and an account. */
async function newRecord() {
  const campaign = await newCampaign()
  const { owner, slug } = campaign
  const demand = await newDemand(owner, campaign)
  const amazon = demand.target('Amazon')
  const ring = demand.target('Ring')
  await updateOrganization(
    owner,
    ring,
    organizationSchema.parse({ name: 'Ring', kind: 'division', parent: 'Amazon' }),
  )
  const touch = (relation: string, more = {}) => ({
    demands: [{ demand: demand.id, relation, ...more }],
  })
  await logEntry(owner, slug, { kind: 'rally', date: '1 Feb 2026', ...touch('raises') })
  await logEntry(owner, slug, {
    ...{ kind: 'statement', date: '11 Feb 2026' },
    ...touch('answers', { stance: 'meets', at: 'Ring' }),
  })
  const at = (name: string, part: string) => ({ organizations: [{ name, part }] })
  await logEntry(owner, slug, { kind: 'win', date: '12 Feb 2026', ...at('Ring', 'subject') })
  await logEntry(owner, slug, {
    ...{ kind: 'retaliation', date: 'about November 2025', accordingTo: 'A. Speaker' },
    ...at('Amazon', 'actor'),
  })
  await logEntry(owner, slug, {
    ...{ kind: 'news', date: '13 Feb 2026' },
    inquiry: {
      ...{ askedBy: 'A paper', through: 'request for comment' },
      recipients: [{ name: 'Amazon', outcome: 'did_not_immediately_respond' }],
    },
  })
  await assessAs(owner, {
    demand: demand.id,
    organization: ring,
    standing: 'met',
    date: '11 Feb 2026',
  })
  return { ...campaign, demand, amazon, ring, touch, at }
}

describe('a scorecard', () => {
  it('counts an organization alone or with its divisions, always of how many', async () => {
    const { owner, amazon } = await newRecord()
    const all = await readScorecard(owner, { id: amazon, divisions: true })
    expect(numbers(all)).toMatchObject({
      ...{ demands: '2', answered: '1 of 2', silent: '1 of 2', median: '10 days' },
      ...{ 'standing-met': '1 of 2', 'standing-open': '1 of 2', reversals: '0 of 2' },
      ...{ wins: '1', retaliation: '1', 'inquiries-did_not_immediately_respond': '1 of 1' },
    })
    const alone = await readScorecard(owner, { id: amazon, divisions: false })
    expect(numbers(alone)).toMatchObject({
      ...{ demands: '1', answered: '0 of 1', median: 'Not known', 'standing-met': '0 of 1' },
      ...{ wins: '0', retaliation: '1' },
    })
    expect(all.facts.entries.find(({ kind }) => kind === 'retaliation')?.accordingTo).toBe(
      'A. Speaker',
    )
    expect(all.divisions.map(({ name }) => name)).toEqual(['Ring'])
  })

  it('knows of a day only what was on record by then', async () => {
    const { owner, amazon, ring, demand } = await newRecord()
    await assessAs(owner, {
      ...{ demand: demand.id, organization: ring, standing: 'reversed', date: '20 Feb 2026' },
    })
    const on = async (asOf: string) =>
      numbers(await readScorecard(owner, { id: amazon, divisions: true, asOf }))
    expect(await on('2026-01-31')).toMatchObject({
      ...{ answered: '0 of 0', wins: '0', retaliation: '1', 'standing-open': '2 of 2' },
    })
    expect(await on('2026-02-05')).toMatchObject({ answered: '0 of 2', 'standing-met': '0 of 2' })
    expect(await on('2026-02-11')).toMatchObject({ answered: '1 of 2', reversals: '0 of 2' })
    expect(await on('2026-02-20')).toMatchObject({ 'standing-met': '0 of 2', reversals: '1 of 2' })
    await expect(on('2026-02-31')).rejects.toMatchObject({ code: 'invalid' })
  })

  it('counts for a viewer nothing that is a draft', async () => {
    const { owner, amazon, slug, workspaceId, touch, at } = await newRecord()
    const draft = { status: 'draft', date: '3 Feb 2026' }
    const viewer = await memberIn(workspaceId, 'viewer')
    const before = await readScorecard(viewer, { id: amazon, divisions: true })
    await logEntry(owner, slug, { kind: 'win', ...draft, ...at('Amazon', 'subject') })
    await logEntry(owner, slug, { kind: 'retaliation', ...draft, ...at('Amazon', 'actor') })
    await logEntry(owner, slug, {
      ...{ kind: 'refusal', ...draft },
      ...touch('answers', { stance: 'refuses', at: 'Amazon' }),
    })
    await logEntry(owner, slug, {
      ...{ kind: 'news', ...draft },
      inquiry: { recipients: [{ name: 'Amazon', outcome: 'declined' }] },
    })
    expect(await readScorecard(viewer, { id: amazon, divisions: true })).toEqual(before)
    const seen = numbers(await readScorecard(owner, { id: amazon, divisions: true }))
    expect(seen).toMatchObject({ answered: '1 of 2', wins: '2', retaliation: '2' })
  })

  it('has a card for an organization of which nothing is on record', async () => {
    const { owner } = await newRecord()
    const card = await readScorecard(owner, { id: await idOf(owner, 'A paper'), divisions: true })
    expect(card.campaigns).toEqual([])
    await expect(readScorecard(owner, { id: 'x', divisions: true })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
