import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { listDemands } from '../demands/queries'
import { editOf, saveEdit } from '../testing/editing'
import { logEntry, newWorld, type World } from '../testing/world'
import { getEntry } from './queries'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

const log = (fields: Parameters<typeof logEntry>[2]) =>
  logEntry(world.owner, world.campaign, fields)

describe('an answer to a demand', () => {
  it('proposes a standing once, brings it up to date, and decides nothing', async () => {
    await log({ demands: [{ wording: 'Leave.', targets: 'Amazon' }] })
    const demand = (await listDemands(world.owner, world.campaign.id)).at(-1)
    const row = { demand: demand?.id, relation: 'answers', stance: 'meets', at: 'amazon' }
    const { id } = await log({ kind: 'statement', demands: [row] })
    const now = async () => {
      const all = await listDemands(world.owner, world.campaign.id)
      const found = all.find((one) => one.id === demand?.id)
      return {
        standings: found?.targets.map(({ name, standing }) => [name, standing]),
        proposals: found?.proposals.map(({ standing, edtf, entry }) => [standing, edtf, entry?.id]),
      }
    }
    const open = [['Amazon', 'open']]
    expect(await now()).toEqual({ standings: open, proposals: [['met', '2026-02-13', id]] })

    const save = async (changes: Record<string, string>) => {
      const entry = await getEntry(world.owner, id)
      await saveEdit(world.owner, entry, editOf(entry, changes))
    }
    await save({ title: 'Again' })
    expect((await now()).proposals).toHaveLength(1)
    await save({ 'demands.0.stance': 'refuses', date: '14 Feb 2026' })
    expect(await now()).toEqual({ standings: open, proposals: [['refused', '2026-02-14', id]] })
    await save({ 'demands.0.stance': 'deflects' })
    expect(await now()).toEqual({ standings: open, proposals: [] })
  })

  it('finds a demand by its words, and makes a new one with the next number', async () => {
    const raised = (wording: string) => ({ demands: [{ wording, targets: 'Ring; Amazon; ring' }] })
    const numbers = async (wording: string) => {
      const { id } = await log(raised(wording))
      return (await getEntry(world.owner, id)).demands[0]?.number
    }
    const first = await numbers('Stop it at once.')
    expect(await numbers('  STOP it   at once. ')).toBe(first)
    expect(await numbers('Stop it tomorrow.')).toBe((first ?? 0) + 1)
    const demand = (await listDemands(world.owner, world.campaign.id)).at(-1)
    expect(demand?.targets.map(({ name }) => name).sort()).toEqual(['Amazon', 'Ring'])
  })
})
