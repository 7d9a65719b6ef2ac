import { beforeAll, expect, it } from 'vitest'
import { noFilter } from '@/lib/timeline/filters'
import { shareSchema } from '@/lib/schemas/share'
import { GOOD_PASSWORD, useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { logEntry, newCampaignFor, newWorld, type World } from '../../testing/world'
import { revokeShare } from '../links/ending'
import { createShare } from '../links/mutations'
import { readPressKit } from './press-kit'

useTestDatabase()

let world: World
let campaign: World['campaign']
beforeAll(async () => {
  world = await newWorld()
  campaign = await newCampaignFor(world.owner)
  const speaker = (name: string, consent: string) => ({
    ...{
      name,
      consent,
      consentReason: 'Asked.',
      role: 'speaker',
      quotes: [{ text: `Words of a speaker: ${consent}.` }],
    },
  })
  await logEntry(world.owner, campaign, {
    ...{ title: 'The rally', date: '13 Feb 2026', status: 'published', kind: 'rally' },
    appearances: [speaker('Maren Costa', 'named'), speaker('Hana Hidden', 'initials')],
  })
  await logEntry(world.owner, campaign, {
    title: 'Not out yet',
    date: '1 Jan 2026',
    status: 'draft',
  })
  await logEntry(world.owner, campaign, {
    ...{ title: 'The first petition', date: '1 Feb 2026', status: 'published', kind: 'petition' },
  })
})

const kit = (filter = {}) =>
  readPressKit(world.editor, {
    ...{ slug: campaign.slug, filter: { ...noFilter, ...filter }, lens: 'press' },
  })

it('tells what is published from its first day on, with people as they consented', async () => {
  const { entries, count, address } = await kit()
  expect(entries.map(({ title }) => title)).toEqual(['The first petition', 'The rally'])
  expect({ count, address }).toEqual({ count: 2, address: null })
  const names = entries.flatMap(({ appearances }) => appearances.map(({ name }) => name))
  expect(names).toContain('Maren Costa')
  expect(JSON.stringify(entries)).not.toContain('Hidden')
})

it('holds what a filter leaves', async () => {
  expect((await kit({ kinds: ['rally'] })).entries.map(({ title }) => title)).toEqual(['The rally'])
})

it('names the address of a link that the press may open, and of no other', async () => {
  const made = (more: object) =>
    createShare(world.owner, shareSchema.parse({ campaign: campaign.id, lens: 'press', ...more }))
  for (const other of [
    ...[{ lens: 'member' }, { lens: 'public' }, { password: GOOD_PASSWORD }],
    { scope: 'filter', filter: 'kind=rally' },
  ])
    await made(other)
  const paused = await made({})
  await withViewer(world.owner, (tx) =>
    tx.shareLink.updateMany({ where: { id: paused.id }, data: { pausedAt: new Date() } }),
  )
  expect((await kit()).address).toBeNull()
  const { id, url } = await made({})
  expect((await kit()).address).toBe(url)
  await revokeShare(world.owner, id)
  expect((await kit()).address).toBeNull()
})
