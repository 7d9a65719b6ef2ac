import { describe, expect, it } from 'vitest'
import { plotNames, type PlotData, type PlotName } from '@/lib/plots/plots'
import { noFilter, readFilter } from '@/lib/timeline/filters'
import { useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { assessAs, logEntry, newCampaign, newDemand } from '../demands/test-support'
import { memberIn } from '../testing/world'
import { readPlots } from './queries'

useTestDatabase()

async function plot<N extends PlotName>(
  viewer: Organizer,
  slug: string,
  name: N,
  query = '',
  whole = false,
): Promise<Extract<PlotData, { name: N }>> {
  const filter = readFilter(new URLSearchParams(query))
  const { plots } = await readPlots(viewer, { slug, filter, names: [name], whole })
  return plots[0] as Extract<PlotData, { name: N }>
}

/** A demand at Amazon and Ring, raised at a rally, repeated at a march, and answered by Ring. */
async function newAnswered() {
  const campaign = await newCampaign()
  const { owner, slug } = campaign
  const demand = await newDemand(owner, campaign)
  const touch = (relation: string, more = {}) => ({
    demands: [{ demand: demand.id, relation, ...more }],
  })
  await logEntry(owner, slug, { kind: 'rally', date: '1 Feb 2026', ...touch('raises') })
  await logEntry(owner, slug, { kind: 'march', date: '5 Feb 2026', ...touch('repeats') })
  const answer = await logEntry(owner, slug, {
    ...{ kind: 'statement', date: '11 Feb 2026' },
    ...touch('answers', { stance: 'meets', at: 'Ring' }),
  })
  return { ...campaign, demand, answer, touch }
}

describe('days to a response', () => {
  it('counts to the first response, and to today where there is none', async () => {
    const { owner, slug } = await newAnswered()
    const { rows } = await plot(owner, slug, 'responses')
    const ring = rows.find(({ target }) => target === 'Ring')
    expect(ring?.span).toEqual({ least: 10, most: 10, about: false })
    expect(ring?.actions).toBe(2)
    const amazon = rows.find(({ target }) => target === 'Amazon')
    expect(amazon?.answered).toBeNull()
    expect(amazon?.span.least).toBeGreaterThan(10)
  })

  it('counts no action of the same day as before it', async () => {
    const { owner, slug, touch } = await newAnswered()
    await logEntry(owner, slug, { kind: 'picket', date: '11 Feb 2026', ...touch('repeats') })
    await logEntry(owner, slug, { kind: 'vigil', date: 'February 2026', ...touch('repeats') })
    const { rows } = await plot(owner, slug, 'actions')
    expect(rows.find(({ target }) => target === 'Ring')?.actions).toBe(2)
    expect(rows.find(({ target }) => target === 'Amazon')?.actions).toBe(4)
  })

  it('is not silenced by a filter that leaves the response out', async () => {
    const { owner, slug } = await newAnswered()
    const { rows } = await plot(owner, slug, 'responses', 'lane=action')
    expect(rows.map(({ target, answered }) => [target, answered !== null]).sort()).toEqual([
      ['Amazon', false],
      ['Ring', true],
    ])
    const none = await plot(owner, slug, 'responses', 'kind=strike')
    expect(none.rows).toEqual([])
  })

  it('narrows to the targets that the filter asks for', async () => {
    const { owner, slug, demand } = await newAnswered()
    const { rows } = await plot(owner, slug, 'responses', `org=${demand.target('Ring')}`)
    expect(rows.map(({ target }) => target)).toEqual(['Ring'])
    const all = await plot(owner, slug, 'responses', 'demand=1')
    expect(all.rows).toHaveLength(2)
  })

  it('tells nobody of days that a draft would change', async () => {
    const { owner, slug, workspaceId, touch } = await newAnswered()
    const draft = { status: 'draft', date: '3 Feb 2026' }
    await logEntry(owner, slug, { ...{ kind: 'picket', ...draft }, ...touch('repeats') })
    await logEntry(owner, slug, {
      ...{ kind: 'refusal', ...draft },
      ...touch('answers', { stance: 'refuses', at: 'Amazon' }),
    })
    const viewer = await memberIn(workspaceId, 'viewer')
    const seen = (await plot(viewer, slug, 'actions')).rows
    expect(seen.find(({ target }) => target === 'Amazon')?.answered).toBeNull()
    expect(seen.find(({ target }) => target === 'Ring')?.actions).toBe(2)
    const all = (await plot(owner, slug, 'actions')).rows
    expect(all.find(({ target }) => target === 'Amazon')?.answered).toBeNull()
    expect(all.find(({ target }) => target === 'Ring')?.actions).toBe(3)
  })
})

describe('standings over time', () => {
  it('follow from confirmed assessments, from the day on which a demand was raised', async () => {
    const { owner, slug, demand } = await newAnswered()
    const assess = (target: string, standing: 'met' | 'reversed', date: string) =>
      assessAs(owner, { demand: demand.id, organization: demand.target(target), standing, date })
    await assess('Ring', 'reversed', '20 Feb 2026')
    await assess('Ring', 'met', '11 Feb 2026')
    const { steps } = await plot(owner, slug, 'standings')
    expect(
      steps.map(({ day, all, counts }) => [day, all, counts.open, counts.met, counts.reversed]),
    ).toEqual([
      ['2026-02-01', 2, 2, 0, 0],
      ['2026-02-11', 2, 1, 1, 0],
      ['2026-02-20', 2, 1, 0, 1],
    ])
    const windowed = await plot(owner, slug, 'standings', 'from=2026-02-12&to=2026-02-15')
    expect(windowed.last).toBe('2026-02-15')
    expect(windowed.steps.map(({ day, counts }) => [day, counts.met])).toEqual([['2026-02-12', 1]])
  })
})

describe('crowd sizes', () => {
  it('keep the words, and take what is not known for no number', async () => {
    const { owner, slug } = await newCampaign()
    await logEntry(owner, slug, { kind: 'rally', crowd: '200 to 300' })
    await logEntry(owner, slug, { kind: 'march', crowd: 'many' })
    const { crowds } = await plot(owner, slug, 'crowds')
    expect(crowds).toMatchObject({ sized: 1, unknown: 1, bins: null })
    expect(crowds.points?.map(({ low, high, words }) => [low, high, words])).toEqual([
      [200, 300, '200 to 300'],
      [null, null, 'many'],
    ])
  })
})

describe('all plots', () => {
  it('are empty for a campaign without entries', async () => {
    const { owner, slug } = await newCampaign()
    const { plots } = await readPlots(owner, { slug, filter: noFilter, names: plotNames })
    expect(plots.map(({ name }) => name)).toEqual([...plotNames])
  })
})
