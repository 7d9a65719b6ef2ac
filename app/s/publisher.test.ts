import { beforeEach, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { publisherSchema } from '@/lib/schemas/workspace'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { changeShareDetails } from '@/server/shares/links/changes'
import { createShare } from '@/server/shares/links/mutations'
import { getShare } from '@/server/shares/links/queries'
import { logEntry, newWorld, type World } from '@/server/testing/world'
import { changePublisher } from '@/server/workspace/publisher'
import { crawl, get } from './crawl'
import { words } from './test-support'

aTestDatabase()

const GROUP = {
  publisherName: 'Warehouse Workers Together',
  publisherAbout: 'People who work at the gate, and Hana Hidden.',
  publisherContact: 'press@together.example.org',
  publisherCorrections: 'https://together.example.org/corrections',
  publisherLicence: 'cc-by-4.0',
}

let world: World
beforeEach(async () => {
  world = await newWorld()
  await logEntry(world.owner, world.campaign, {
    title: 'A rally',
    appearances: [{ name: 'Hana Hidden' }],
  })
  await changePublisher(world.owner, publisherSchema.parse(GROUP))
})

const linkWith = (more: Record<string, string>) =>
  createShare(world.owner, shareSchema.parse({ campaign: world.campaign.id, ...more }))
const textOf = async (url: string) => (await get(url)).text()

describe('the publisher of a record', () => {
  it('is told on every page of a link, with ways to write and the licence', async () => {
    const { url } = await linkWith({ lens: 'public' })
    const pages = [...(await crawl(url))].filter(([, text]) => text.includes('<footer>'))
    expect(pages.length).toBeGreaterThan(4)
    for (const [address, text] of pages) {
      if (text.startsWith('404')) continue
      expect(text, address).toContain('Warehouse Workers Together')
      expect(text, address).toContain('href="mailto:press@together.example.org"')
      expect(text, address).toContain('href="https://together.example.org/corrections"')
      expect(text, address).toContain('https://creativecommons.org/licenses/by/4.0/')
    }
  })

  it('says whom to tell where a page is hard to read', async () => {
    const told = async () =>
      words(await textOf((await linkWith({ lens: 'public' })).url)).replaceAll(' ,', ',')
    expect(await told()).toMatch(/Contact, and where this page is hard to read or to use ?:/)
    await changePublisher(
      world.owner,
      publisherSchema.parse({ ...GROUP, publisherCorrections: '' }),
    )
    expect(await told()).toContain(
      'also for corrections, and where this page is hard to read or to use.',
    )
  })

  it('says nothing of who may not be named', async () => {
    const text = words(await textOf((await linkWith({ lens: 'public' })).url))
    expect(text).toContain('People who work at the gate')
    expect(text).not.toContain('Hana')
  })

  it('is in the citation, the feed and the linked data', async () => {
    const { url } = await linkWith({ lens: 'public' })
    expect(words(await textOf(url))).toMatch(
      /Cite this record Warehouse Workers Together : .* , campaign record, as of /,
    )
    expect(await textOf(`${url}/feed.atom`)).toContain(
      '<author><name>Warehouse Workers Together</name><email>press@together.example.org</email></author>',
    )
    const { '@graph': graph } = JSON.parse(await textOf(`${url}/record.jsonld`)) as {
      '@graph': unknown[]
    }
    expect(graph[0]).toMatchObject({
      '@id': url,
      publisher: { name: 'Warehouse Workers Together', url: 'mailto:press@together.example.org' },
      license: 'https://creativecommons.org/licenses/by/4.0/',
    })
    expect(JSON.parse(await textOf(`${url}/record.json`))).toMatchObject({
      publisher: { name: 'Warehouse Workers Together', licence: 'cc-by-4.0' },
    })
  })

  it('is told unless the link is private or leaves it out, and can be changed', async () => {
    const namedOf = async (more: Record<string, string>) =>
      (await getShare(world.owner, (await linkWith(more)).id)).named
    expect(await namedOf({})).toBe(true)
    expect(await namedOf({ private: 'on' })).toBe(false)
    expect(await namedOf({ private: 'on', named: 'yes' })).toBe(true)
    const { id, url } = await linkWith({ named: 'no' })
    expect(await textOf(url)).not.toContain('Together')
    await changeShareDetails(world.owner, { share: id, label: '', named: true })
    expect(await textOf(url)).toContain('Warehouse Workers Together')
  })

  it('is nobody where nothing was written, whatever the workspace is called', async () => {
    const nothing = Object.fromEntries(Object.keys(GROUP).map((name) => [name, '']))
    await changePublisher(world.owner, publisherSchema.parse(nothing))
    const html = await textOf((await linkWith({ lens: 'public' })).url)
    expect(html).not.toContain('published by')
    expect(html).not.toContain('id="publisher"')
  })

  it.each(['javascript:alert(1)', 'nobody', 'a@b', 'ftp://example.org', 'https://u:p@example.org'])(
    'takes %s for no way to write',
    (publisherContact) => {
      expect(publisherSchema.safeParse({ ...GROUP, publisherContact }).success).toBe(false)
    },
  )
})
