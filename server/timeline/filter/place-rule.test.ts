import { expect, it } from 'vitest'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { sharedPlace } from '../../entries/present-place'
import { logEntry, newWorld } from '../../testing/world'
import { placeText } from './places'

useTestDatabase()

const DOME = 'Tacoma, by the Dome'
const TACOMA = { townId: 5812944, town: 'Tacoma', townLatitude: 47.25, townLongitude: -122.44 }

/** A place as it is written, and what is told of it where its town alone may be. */
const TOLD = [
  ['A house, 12 Elm St, Renton', 'Renton'],
  ['A house, 12 Elm St, Renton, WA', 'Renton, WA'],
  ['A house, Renton, Wash.', 'Renton, Wash.'],
  ['The pier, Tacoma, Washington', 'Tacoma, Washington'],
  ['A house, 12 Elm St, New York', 'New York'],
  ['A house, Elm Street, New York', 'New York'],
  ['A house, Elm St., WA', 'WA'],
  ['A house, Elm St, Renton 98057', ''],
  ['Renton, 12 Elm St', ''],
  ['A house, Renton, ', ''],
  ['12 Elm St Renton', ''],
  ['Tacoma, by the dome', ''],
  ['Tacoma, By the Dome', ''],
  ['Tacoma, outside Gate B', ''],
  ['Tacoma, the old post office', ''],
  ['Tacoma, Tukwila Station', ''],
  ['Tacoma, south of the bridge', ''],
  ['Gate 5, by the Dome, Washington', 'Washington'],
  ['Gate 5, Tacoma Dome, WA', 'WA'],
  ['The gate, South Tacoma', 'South Tacoma'],
  ['The gate, Menlo Park', 'Menlo Park'],
  ['The gate, College Station, Texas', 'College Station, Texas'],
  ['Peace Palace, The Hague', 'The Hague'],
  ['The gate, Washington, D.C.', 'Washington, D.C.'],
  ['Gate 3, Saint-Denis', 'Saint-Denis'],
  ['大阪城公園, 大阪', '大阪'],
] as const

const select = {
  ...{ id: true, place: true, town: true },
  ...{ placePrecision: true, placeHiddenUntil: true },
} as const

it('a place is as exact in a search of the database as on the page that shows it', async () => {
  const { owner, campaign } = await newWorld()
  const known = [
    {},
    { place: 'Gate 5' },
    { place: 'Gate 5, Seattle' },
    { place: ',' },
    { place: 'By the Dome,  Tacoma, Washington' },
    { place: DOME },
    ...TOLD.map(([place]) => ({ place })),
  ]
  for (const fields of known) await logEntry(owner, campaign, fields)
  await withViewer(owner, (tx) => tx.entry.updateMany({ where: { place: DOME }, data: TACOMA }))
  const told = new Set<string>()
  const now = new Date('2026-03-01T12:00:00Z')
  for (const placePrecision of ['exact', 'town', 'hidden'] as const)
    for (const until of [null, '2026-03-01T11:59:59Z', '2026-03-01T12:00:00Z', '2099-03-01'])
      await withViewer(owner, async (tx) => {
        const placeHiddenUntil = until && new Date(until)
        await tx.entry.updateMany({ data: { placePrecision, placeHiddenUntil } })
        const searched = await tx.$queryRaw<{ id: string; place: string }[]>`
          select e.id, ${placeText(false, now)} as place from entry e order by e.id`
        const rows = await tx.entry.findMany({ select, orderBy: { id: 'asc' } })
        const shown = rows.map((row) => ({ id: row.id, place: sharedPlace(row, { now }) }))
        expect(searched).toEqual(shown)
        for (const { place } of shown) told.add(place)
      })
  expect(told.size).toBeGreaterThan(5)
})

it.each(TOLD)('of “%s” readers who may know the town are told “%s”', (place, told) => {
  const row = { place, town: '', placePrecision: 'town', placeHiddenUntil: null } as const
  expect(sharedPlace(row, { now: new Date() })).toBe(told)
})
