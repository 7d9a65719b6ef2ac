import { beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as getPreview } from '@/app/(organizer)/campaigns/[slug]/shares/preview/[terms]/[[...rest]]/route'
import type { ShareScope } from '@/lib/schemas/share'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import type { Viewer } from '@/server/auth/viewer'
import { createShare } from '@/server/shares/links/mutations'
import { previewPath } from '@/server/shares/reading/preview-address'
import { logEntry, newWorld, type World } from '@/server/testing/world'
import { GET as getFile } from './[token]/[file]/route'
import { GET } from './[token]/route'

const session = vi.hoisted((): { viewer: Viewer | null } => ({ viewer: null }))
vi.mock('@/server/auth/session', () => ({ requireViewer: () => Promise.resolve(session.viewer) }))

aTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
  session.viewer = world.owner
  await logEntry(world.owner, world.campaign, {
    ...{ title: 'A rally', date: '13 Feb 2026', place: 'Amazon Spheres, Seattle' },
    demands: [{ relation: 'raises', wording: 'End the contracts', targets: 'Amazon' }],
    dateClaims: [{ value: '12 Feb 2026', saidBy: 'the text' }],
    citations: [{ title: 'A report', exact: 'They met at noon.' }],
    appearances: [{ name: 'Ana Pérez', quotes: [{ text: 'Enough.' }] }],
  })
  await logEntry(world.owner, world.campaign, { kind: 'news', title: 'Since then', date: '2026' })
})

async function shareOf(scope: ShareScope) {
  const { id: campaign } = world.campaign
  return createShare(world.owner, { campaign, lens: 'press', scope, expires: 30, label: '' })
}

const tokenOf = (url: string) => new URL(url).pathname.split('/').at(-1) ?? ''

async function served(url: string): Promise<string> {
  const token = tokenOf(url)
  return (await GET(new Request(url), { params: Promise.resolve({ token }) })).text()
}

const PLACEHOLDER =
  /\/campaigns\/[^/"]+\/shares\/preview\/[\w-]+|\/s\/(?:the-address-[\w-]+|[0-9A-Z]{26})/gi
// What a link that does not exist cannot have: its address, and ids of its own.
const withoutAddresses = (html: string) =>
  html.replaceAll(PLACEHOLDER, '/s/here').replaceAll(/[0-9a-f]{32}/g, 'id')

async function previewed(link: Partial<Parameters<typeof previewPath>[1]>, rest: string[] = []) {
  const asked = { lens: 'press', choices: null, scope: 'campaign', filter: '', entry: '' } as const
  return previewAt(previewPath(world.campaign.slug, { ...asked, ...link }), rest)
}

async function previewAt(path: string, rest: string[] = [], query = '') {
  const terms = path.split('/').at(-1) ?? ''
  const params = Promise.resolve({ slug: world.campaign.slug, terms, rest })
  return getPreview(new Request(`http://localhost${path}${query}`), { params })
}

describe('the preview of a link', () => {
  it.each(['campaign', 'ledger'] as const)(
    'is, byte for byte, the page that readers of scope %s get, but for addresses',
    async (scope) => {
      const preview = await (await previewed({ scope })).text()
      const page = await served((await shareOf(scope)).url)
      for (const part of ['End the contracts', '<title>', '</h1>', 'Nobody is tracked here'])
        expect(preview).toContain(part)
      if (scope === 'campaign') expect(preview).toContain('Cite this record')
      expect(withoutAddresses(preview)).toBe(withoutAddresses(page))
    },
  )

  it('of a link that exists has its address and ids, and shows what it would', async () => {
    const { id, url } = await shareOf('campaign')
    const preview = await (await previewed({ share: id })).text()
    expect(preview.replaceAll(/\/campaigns\/[^/"]+\/shares\/preview\/[\w-]+/g, '/s/x')).toBe(
      (await served(url)).replaceAll(/(?<!:\/\/[^/]+)\/s\/\w{26}/g, '/s/x'),
    )
    const narrower = { fields: ['people' as const] }
    expect(await (await previewed({ share: id, choices: narrower })).text()).not.toContain(
      'Enough.',
    )
  })

  it('turns its pages, shows its entries, and says what only a link has', async () => {
    const preview = await (await previewed({})).text()
    const [, path = '', entry = ''] = /href="([^"]+)\/e\/([0-9a-f]{32})"/.exec(preview) ?? []
    expect(await (await previewAt(path, ['e', entry])).text()).toContain('Cite this entry')
    expect(await (await previewAt(path, [], '?lanes=context')).text()).toContain('Since then')
    expect(await (await previewAt(path, [], '?lanes=context')).text()).not.toContain('Enough.')
    expect(await (await previewAt(path, ['map'])).text()).toContain('Not part of the preview')
  })

  it('is there for those alone who may share', async () => {
    session.viewer = world.contributor
    expect((await previewed({})).status).toBe(404)
    session.viewer = world.owner
    const nothing = await previewAt(`/campaigns/${world.campaign.slug}/shares/preview/x`)
    expect(nothing.status).toBe(404)
  })
})

describe('the files of a link', () => {
  it('stand beside what they leave out', async () => {
    const html = await served((await shareOf('campaign')).url)
    const [, files = ''] = /<section class="files"(.*?)<\/section>/.exec(html) ?? []
    const [, calendar = ''] = /<dt>Calendar<\/dt><dd>(.*?)<\/dd>/.exec(files) ?? []
    expect(calendar).toMatch(/Leaves out demands and their standings, .* crowd sizes/)
    expect(files).toMatch(/<dt>Complete \(JSON\)<\/dt><dd>Leaves out the pictures themselves\./)
  })

  it('of a ledger alone are those that hold demands', async () => {
    const { url } = await shareOf('ledger')
    const html = await served(url)
    const names = [...html.matchAll(/href="\/s\/[^/"]+\/([a-z]+\.[a-z]+)"/g)].map(
      ([, name]) => name,
    )
    expect(names).toEqual(['record.json'])
    const status = async (file: string) => {
      const params = Promise.resolve({ token: tokenOf(url), file })
      return (await getFile(new Request(`${url}/${file}`), { params })).status
    }
    expect(await status('record.json')).toBe(200)
    expect(await status('calendar.ics')).toBe(404)
    expect(await status('entries.csv')).toBe(404)
  })
})
