import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { SharePreview } from '@/components/share/share-preview'
import type { ShareScope } from '@/lib/schemas/share'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { createShare } from '@/server/shares/links/mutations'
import { previewShare } from '@/server/shares/reading/preview'
import { logEntry, newWorld, type World } from '@/server/testing/world'
import { GET as getFile } from './[token]/[file]/route'
import { GET } from './[token]/route'

aTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
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

// What a link that does not exist cannot have: addresses, and ids of its own.
const withoutAddresses = (html: string) =>
  html
    .replaceAll(/<nav.*?<\/nav>/g, '')
    .replaceAll(/<\/?a\b[^>]*>/g, '')
    .replaceAll(/[0-9a-f]{32}/g, 'id')

const contentOf = (preview: string) =>
  /data-preview="" class="share">(.*)<\/div><\/div><\/section>$/.exec(preview)?.[1] ?? ''

describe('the preview of a link', () => {
  it('has no class that only the page itself has a style for', async () => {
    const shared = await previewShare(world.owner, {
      ...{ campaignId: world.campaign.id, lens: 'press', choices: null, scope: 'campaign' },
    })
    const content = contentOf(renderToStaticMarkup(<SharePreview {...shared} scope="campaign" />))
    const classes = [...content.matchAll(/ class="([^"]+)"/g)].flatMap(([, names = '']) =>
      names.split(' '),
    )
    expect(classes).toContain('asked-standings')
    const [onScreen = ''] = readFileSync('public/share-page.css', 'utf8').split('@page')
    const styled = new Set([...onScreen.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name))
    expect(classes.filter((name) => styled.has(name))).toEqual([])
  })

  it.each(['campaign', 'ledger'] as const)(
    'is, byte for byte, what its readers of scope %s get, but for addresses',
    async (scope) => {
      const shared = await previewShare(world.owner, {
        ...{ campaignId: world.campaign.id, lens: 'press', choices: null, scope },
      })
      const preview = renderToStaticMarkup(<SharePreview {...shared} scope={scope} />)
      const content = contentOf(preview)
      expect(content).toContain('End the contracts')
      const page = withoutAddresses(await served((await shareOf(scope)).url))
      expect(page).toContain(`<main>${withoutAddresses(content)}</main>`)
    },
  )
})

describe('the files of a link', () => {
  it('stand beside what they leave out', async () => {
    const html = await served((await shareOf('campaign')).url)
    const [, files = ''] = /<ul class="files">(.*?)<\/ul>/.exec(html) ?? []
    const [, calendar = ''] = /calendar\.ics">Calendar<\/a>(.*?)<\/li>/.exec(files) ?? []
    expect(calendar).toMatch(/Leaves out demands and their standings, .* crowd sizes/)
    expect(files).toMatch(/record\.json">[^<]*<\/a><p class="quiet">Contains everything/)
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
