import { beforeAll, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { listDemands } from '@/server/demands/queries'
import { assessAs } from '@/server/demands/test-support'
import { trashEntry } from '@/server/entries/trash'
import { createShare } from '@/server/shares/links/mutations'
import { logEntry, newCampaignFor, newWorld, type World } from '@/server/testing/world'
import { get } from './crawl'
import { words } from './test-support'

aTestDatabase()

let world: World
let rally: string
beforeAll(async () => {
  world = await newWorld()
  const { owner, campaign } = world
  const demands = [{ wording: 'End it', targets: 'Amazon' }]
  const told = { title: 'A rally', summary: 'Hundreds came.', demands }
  rally = (await logEntry(owner, campaign, told)).id
  await logEntry(owner, campaign, { kind: 'vigil', title: 'A vigil', demands })
})

async function linkTo(part: Record<string, string>) {
  const { campaign, owner } = world
  const input = { campaign: campaign.id, lens: 'press', cards: 'on', ...part }
  return (await createShare(owner, shareSchema.parse(input))).url
}
const text = async (url: string) => (await get(url)).text()

it('a link to one entry opens the page of that entry, with its card', async () => {
  const url = await linkTo({ scope: 'entry', entry: rally, frames: 'https://example.org' })
  const html = await text(url)
  expect(html).toMatch(/<title>A rally · /)
  expect(html).toContain('Cite this entry')
  expect(html).toMatch(/href="[^"]*entry\.ics"/)
  expect(words(html)).toContain('One entry of a campaign record')
  expect(html).toContain('og:description" content="Fri 13 Feb 2026. Hundreds came."')
  expect((await get(`${url}/card.png`)).status).toBe(200)
  expect(JSON.parse(await text(`${url}/oembed.json`))).toMatchObject({ title: 'A rally' })
  // What was shared is the entry, with the demands that it touches as they stand.
  expect(words(html)).toMatch(/Amazon : open/)
  expect(html).not.toContain('A vigil')
  expect(await text(`${url}?lane=context&after=2026-01-01_${'0'.repeat(32)}`)).toBe(html)
})

it.each([
  [{ scope: 'filter', filter: 'kind=vigil' }, 'a part of the record: a choice of its entries'],
  [{ scope: 'filter', filter: 'demand=1' }, 'One demand of the campaign record'],
  [{ scope: 'ledger' }, 'the demands of the record, without its timeline'],
])('a link to a part, %j, says that it is one', async (part, said) => {
  expect(words(await text(await linkTo(part)))).toContain(said)
  expect(words(await text(await linkTo({})))).not.toContain(said)
})

it('a link to an entry that is gone shows nothing of it', async () => {
  const { owner, campaign } = world
  const { id } = await logEntry(owner, campaign, { title: 'A slip' })
  const url = await linkTo({ scope: 'entry', entry: id })
  await trashEntry(owner, id)
  const html = await text(url)
  expect(html).toContain('Nothing is published here yet.')
  expect(html).not.toContain('A slip')
})

it('numbers and standings open what they rest on', async () => {
  const { owner } = world
  const campaign = await newCampaignFor(owner)
  const demands = ['End it', 'Say why'].map((wording) => ({ wording, targets: 'Amazon' }))
  await logEntry(owner, campaign, { title: 'A march', demands })
  const { id: entry } = await logEntry(owner, campaign, { title: 'They agreed' })
  const [demand] = await listDemands(owner, campaign.id)
  const organization = demand?.targets[0]?.id ?? ''
  await assessAs(owner, {
    ...{ demand: demand?.id ?? '', organization, standing: 'met', date: '20 Feb 2026', entry },
  })
  const html = await text(await linkTo({ campaign: campaign.id }))
  // What is folded opens where an anchor lies within it, and in no other place.
  expect(html).toMatch(/<a href="#demand-1">1 met at /)
  expect(html).toMatch(/<\/summary>(?:(?!<\/details>).)*id="demand-1"/)
  const [, evidence = ''] = /Evidence: <a href="([^"]+)">/.exec(html) ?? []
  expect(await text(`http://localhost${evidence}`)).toContain('>They agreed<')
  expect(html).toMatch(/href="[^"]*\?demand=1#timeline">Entries on this demand</)
})
