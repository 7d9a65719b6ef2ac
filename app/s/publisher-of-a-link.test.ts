import { beforeAll, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { withViewer } from '@/server/db'
import { changeShareDetails } from '@/server/shares/links/changes'
import { createShare } from '@/server/shares/links/mutations'
import { getShare } from '@/server/shares/links/queries'
import { listOpenPlaces } from '@/server/shares/reading/open-places'
import { logEntry, newWorld, type World } from '@/server/testing/world'
import { crawl, get } from './crawl'
import { words } from './test-support'

aTestDatabase()

const MARK = 'ab'.repeat(32)

let world: World
beforeAll(async () => {
  world = await newWorld()
  await logEntry(world.owner, world.campaign, {
    ...{ title: 'A rally', appearances: [{ name: 'Hana March' }] },
  })
  await withViewer(world.owner, (tx) =>
    tx.workspace.updateMany({
      data: {
        publisherName: 'Workers Together',
        ...{ publisherMark: Buffer.from('a picture'), publisherMarkHash: MARK },
        ...{ publisherMarkWidth: 40, publisherMarkHeight: 40 },
        publisherAbout: 'Of the gate',
        publisherContact: 'press@together.example.org',
        publisherCorrections: 'errors@together.example.org',
      },
    }),
  )
})

const linkWith = (more: Record<string, string>) =>
  createShare(world.owner, shareSchema.parse({ campaign: world.campaign.id, ...more }))
const toldBy = async (url: string) => {
  const html = await (await get(url)).text()
  return words(/<section id="publisher".*?<\/section>/.exec(html)?.[0] ?? '')
}

it('says who keeps the record in words of a link alone, on each of its pages', async () => {
  const { id, url } = await linkWith({
    publisherName: 'The Coalition',
  })
  for (const [address, text] of await crawl(url)) {
    expect(text, address).not.toMatch(/Workers Together|Of the gate|together\.example/)
    if (text.includes('<footer>') && !text.startsWith('404'))
      expect(text, address).toContain('The Coalition')
  }
  // Nor does the mark tell whose workspace it is, which another link names.
  const plain = await linkWith({})
  expect((await get(`${plain.url}/mark/${MARK}.png`)).status).toBe(200)
  expect((await get(`${url}/mark/${MARK}.png`)).status).toBe(404)
  expect(await toldBy(plain.url)).toContain('Workers Together')
  // An empty field is as the workspace has it again.
  await changeShareDetails(world.owner, { share: id, label: '', named: true })
  expect((await getShare(world.owner, id)).publisher.publisherName).toBe('')
  expect(await toldBy(url)).toContain('Workers Together')
})

it('changes of a publisher what a link says of it, and leaves the rest', async () => {
  const about = await toldBy((await linkWith({ publisherAbout: 'At the harbor' })).url)
  expect(about).toMatch(/Workers Together : At the harbor/)
  expect(about).toContain('press@together.example.org')
  const contact = await toldBy((await linkWith({ publisherContact: 'a@b.example.org' })).url)
  expect(contact).toContain('Of the gate')
  expect(contact).toContain('also for corrections')
  expect(contact).not.toContain('errors@')
})

it('names nobody there who may not be named, and asks about words that may be names', async () => {
  const { url } = await linkWith({ publisherName: 'Friends of Hana March' })
  expect(await toldBy(url)).not.toMatch(/Hana|March/)
  await linkWith({ publisherAbout: 'The March people', undecided: 'shown' })
  const open = await listOpenPlaces(world.owner, world.campaign.id, null, [['named']])
  expect(JSON.stringify(open)).toContain('people')
})

it('refuses what is no way to write', () => {
  const asked = { campaign: world.campaign.id, publisherContact: 'javascript:alert(1)' }
  expect(shareSchema.safeParse(asked).success).toBe(false)
})

it('is said on a private link too, where its maker wrote who keeps the record', async () => {
  const { id } = await linkWith({
    ...{ private: 'on', publisherName: 'The Coalition', undecided: 'withheld' },
  })
  expect((await getShare(world.owner, id)).named).toBe(true)
  expect(
    (await getShare(world.owner, (await linkWith({ private: 'on', undecided: 'withheld' })).id))
      .named,
  ).toBe(false)
})
