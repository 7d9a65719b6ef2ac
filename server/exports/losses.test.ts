import { beforeAll, describe, expect, it } from 'vitest'
import { exportFormat, exportFormatNames, lossOfFormat } from '@/lib/exports/formats'
import { noFilter } from '@/lib/timeline/filters'
import { useTestDatabase } from '../auth/test-support'
import { getEntry } from '../entries/queries'
import { checkEntry } from '../entries/second-reader'
import { newCampaignFor, newWorld, type World } from '../testing/world'
import { lossesOf } from './losses'
import { exported, fillCampaign } from './test-support'

useTestDatabase()

let world: World
let slug: string
beforeAll(async () => {
  world = await newWorld()
  const campaign = await newCampaignFor(world.owner)
  slug = campaign.slug
  const { rally } = await fillCampaign(world, campaign)
  const { version } = await getEntry(world.editor, rally)
  await checkEntry(world.editor, rally, version)
})

const without = (words: string) => words.replace(/ \(\d+\)$/, '')

describe('what a format would lose of a view', () => {
  it('is what its file says that it lost', async () => {
    for (const filter of [noFilter, { ...noFilter, kinds: ['statement' as const] }]) {
      const { losses } = await lossesOf(world.owner, { slug, filter })
      for (const name of exportFormatNames) {
        const { format } = exportFormat(name)
        if (!format) continue
        const { loss } = await exported(world.owner, name, slug, filter)
        expect(
          losses?.[name]?.map(({ words }) => words),
          name,
        ).toEqual(loss.map(without))
      }
    }
  })

  it('is told in numbers of entries', async () => {
    const { entries, losses } = await lossesOf(world.owner, { slug, filter: noFilter })
    expect(entries).toBe(5)
    // One entry alone has coordinates, and one alone has a photo.
    expect(losses?.geojson).toContainEqual({
      words: expect.stringMatching(/place|coord/) as string,
      entries: 4,
    })
    const checks = { words: 'what a second person checked', entries: 1 }
    expect(losses?.json).toEqual([{ words: 'the pictures themselves', entries: 1 }, checks])
    expect(losses?.zip).toEqual([checks])
    expect(losses?.csv).toContainEqual(checks)
    expect(losses?.ics).toContainEqual({ words: 'quotes', entries: 1 })
  })

  it.each(['json', 'zip'] as const)('is said of what stays here of %s', (name) => {
    const stays = ['comments', 'assignments', 'what a second person checked']
    expect(lossOfFormat(name)).toEqual(expect.arrayContaining(stays))
    expect(lossOfFormat(name)).toContain('from which import an entry came')
  })

  it('counts what its reader may see', async () => {
    expect((await lossesOf(world.viewer, { slug, filter: noFilter })).entries).toBe(4)
  })
})
