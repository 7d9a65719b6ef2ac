import { expect, it } from 'vitest'
import { newOwner, useTestDatabase } from '../auth/test-support'
import { systemViewer } from '../auth/viewers'
import { getCampaign } from '../campaigns/queries'
import { listDemands } from '../demands/queries'
import { listEntries } from '../entries/queries'
import { listPeople } from '../people/queries'
import { listSources } from '../sources/queries'
import { addSample } from './founding-record'

useTestDatabase()

it('is the record that the domain describes, and is added once', async () => {
  const viewer = systemViewer((await newOwner()).workspaceId)
  const { slug, created } = await addSample(viewer)
  expect(created).toBe(true)
  expect(await addSample(viewer)).toEqual({ slug, created: false })

  const campaign = await getCampaign(viewer, slug)
  const { entries } = await listEntries(viewer, { campaignId: campaign.id, order: 'oldest' })
  expect(entries.map(({ kind, edtf, status }) => `${kind} ${edtf} ${status}`).sort()).toEqual([
    'announcement [..2026-02-12] published',
    'contract_change [..2026-02-13] published',
    'no_reply [..2026-02-13] published',
    'rally 2026-02-13 published',
    'retaliation 2025-11~ published',
    'win [..2026-02-13] published',
  ])

  const rally = entries.find(({ kind }) => kind === 'rally')
  expect(rally?.claims.map(({ value, working }) => [value, working])).toEqual([
    ['2026-02-13', true],
    ['2026-02-12', false],
  ])
  expect(rally?.crowd).toMatchObject({ low: null, high: null, words: '' })
  expect(
    rally?.appearances.map(({ name, consent, quotes }) => [name, consent, quotes.length]),
  ).toEqual([
    ['Maren Costa', 'named', 1],
    ['Ahmed Shahour', 'named', 1],
  ])
  const account = entries.find(({ kind }) => kind === 'retaliation')
  expect([account?.accordingTo, account?.sentence]).toEqual(['Ahmed Shahour', ''])
  const silence = entries.find(({ kind }) => kind === 'no_reply')
  expect(silence?.inquiries[0]?.askedBy).toBe('FOX 13 Seattle')
  expect(
    silence?.inquiries[0]?.recipients.map(({ name, outcome }) => `${name} ${outcome}`).sort(),
  ).toEqual(['AWS did_not_immediately_respond', 'Amazon did_not_immediately_respond'])

  const demands = await listDemands(viewer, campaign.id)
  expect(
    demands.map(({ number, targets }) => [number, targets.map((t) => `${t.name} ${t.standing}`)]),
  ).toEqual([
    [1, ['AWS open']],
    [2, ['AWS open']],
    [3, ['Amazon open']],
    [4, ['Amazon open', 'Ring met']],
  ])
  expect(demands[3]?.targets[1]?.evidence?.title).toBe('Ring cancels its partnership with Flock')
  expect(await listPeople(viewer)).toHaveLength(2)
  expect((await listSources(viewer)).sources).toHaveLength(1)
})
