import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { getEntry } from '../entries/queries'
import { readShared } from '../shares/reading/read'
import { logEntry, newCampaignFor, newWorld, readerOf, type World } from '../testing/world'
import { mergeRecords } from './merge'
import { previewMerge } from './preview'
import { undoMerge } from './unmerge'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

const SEATTLE = { latitude: '47.6157', longitude: '-122.3395', town: '5809844' }
const TACOMA = { latitude: '47.2588', longitude: '-122.4430', town: '5812944' }

type Fields = Parameters<typeof logEntry>[2]

async function pairOf(keptFields: Fields, goneFields: Fields) {
  const { owner } = world
  const campaign = await newCampaignFor(owner)
  const { id: survivor } = await logEntry(owner, campaign, { title: 'A', ...keptFields })
  const { id: duplicate } = await logEntry(owner, campaign, { title: 'B', ...goneFields })
  const merge = (take: Record<string, 'survivor' | 'duplicate'> = {}) =>
    mergeRecords(owner, 'entry', { survivorId: survivor, duplicateId: duplicate, take })
  const places = async () => {
    const reader = await readerOf(owner, campaign.id)
    const { page } = await readShared(reader, { order: 'newest', after: null, limit: 10 })
    return page.entries.map(({ place }) => place)
  }
  return { owner, survivor, duplicate, merge, places }
}

describe('two entries that become one', () => {
  const seattle = { place: 'Amazon Spheres, Seattle', placePrecision: 'town', ...SEATTLE }
  const tacoma = { place: 'City Hall, Tacoma', placePrecision: 'town', ...TACOMA }

  it('take the whole place, with its town and its coordinates', async () => {
    const { owner, survivor, merge, places } = await pairOf(seattle, tacoma)
    const { merge: id } = await merge({ place: 'duplicate' })
    expect(await places()).toEqual(['Tacoma'])
    expect((await getEntry(owner, survivor)).placed).toMatchObject({
      latitude: Number(TACOMA.latitude),
      town: { id: Number(TACOMA.town) },
    })
    await undoMerge(owner, id)
    expect(await places()).toEqual(['Tacoma', 'Seattle'])
  })

  it('show the place as the stricter of the two does', async () => {
    const { merge, places } = await pairOf(
      { ...seattle, placePrecision: 'exact' },
      { ...seattle, placePrecision: 'hidden' },
    )
    await merge()
    expect(await places()).toEqual([''])
  })

  it('hide the place until the later of two moments', async () => {
    const { owner, survivor, merge } = await pairOf(
      { ...seattle, placeHiddenUntil: '1 May 2199' },
      { ...seattle, placeHiddenUntil: '2 May 2199' },
    )
    await merge()
    expect((await getEntry(owner, survivor)).placed?.hiddenUntil?.day).toBe('2199-05-02')
  })

  const firing = {
    kind: 'retaliation',
    organizations: [{ name: 'Amazon', part: 'actor' }],
    details: { form: 'firing' },
  } as const

  it('keep whose account it is', async () => {
    const { owner, survivor, merge } = await pairOf(firing, {
      ...firing,
      accordingTo: 'Jo Example',
    })
    await merge()
    expect((await getEntry(owner, survivor)).accordingTo).toBe('Jo Example')
  })

  it('ask which of two accounts it is', async () => {
    const { owner, survivor, duplicate, merge } = await pairOf(
      { ...firing, accordingTo: 'Sam Example' },
      { ...firing, accordingTo: 'Jo Example' },
    )
    const { fields } = await previewMerge(owner, 'entry', survivor, duplicate)
    expect(fields).toContainEqual({
      ...{ field: 'accordingTo', label: 'According to' },
      ...{ survivor: 'Sam Example', duplicate: 'Jo Example' },
    })
    await merge({ accordingTo: 'duplicate' })
    expect((await getEntry(owner, survivor)).accordingTo).toBe('Jo Example')
  })

  it('give the reason of the place that was chosen', async () => {
    const { owner, survivor, merge } = await pairOf(
      { ...seattle, placeReason: 'The permit says so.' },
      { ...tacoma, placeReason: 'The photos show it.' },
    )
    await merge({ place: 'duplicate' })
    const { claims } = await getEntry(owner, survivor)
    expect(claims.filter(({ working }) => working)).toMatchObject([
      { value: 'City Hall, Tacoma', reason: 'The photos show it.' },
    ])
  })
})
