import { execFileSync } from 'node:child_process'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { withViewer } from '@/server/db'
import { addPhoto } from '@/server/photos/mutations'
import { dots } from '@/server/photos/test-support'
import { freezeShare } from '@/server/shares/editions/editions'
import { publicKeyOf } from '@/server/shares/editions/signing'
import { createShare } from '@/server/shares/links/mutations'
import { logEntry, newWorld, type World } from '@/server/testing/world'
import { get, unzipped } from './crawl'

aTestDatabase()

let world: World
let url: string
const folder = mkdtempSync(join(tmpdir(), 'edition-'))
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  world = await newWorld()
  const { owner, campaign } = world
  const photo = (await addPhoto(owner, await dots(40, 30).jpeg().toBuffer(), [])).id
  await logEntry(owner, campaign, {
    ...{ title: 'First rally', photos: [{ photo, alt: 'A crowd' }] },
    citations: [{ title: 'A report', exact: 'they came' }],
    appearances: [{ name: 'Nadia Example', consent: 'named', consentReason: 'said so' }],
  })
  await withViewer(owner, (tx) =>
    tx.source.updateMany({
      data: { capturedText: 'Zqcapturedzq', capturedSha256: '0'.repeat(64) },
    }),
  )
  for (let index = 0; index < 100; index += 1)
    await logEntry(owner, campaign, { title: `Rally ${index}` })
  const link = await createShare(owner, shareSchema.parse({ campaign: campaign.id }))
  url = link.url
  await freezeShare(owner, { share: link.id })
})

const packed = async (number = 1) => get(`${url}/editions/edition-${number}.zip`)
const files = async () => unzipped(Buffer.from(await (await packed()).arrayBuffer()))
const at = (all: Map<string, Buffer>, name: string) =>
  all.get(`edition-1/${name}`) ?? Buffer.alloc(0)

describe('an edition that is taken away', () => {
  it('is one file with its pages, its data, its pictures and its look', async () => {
    const answer = await packed()
    expect(answer.headers.get('content-type')).toBe('application/zip')
    const all = await files()
    const html = at(all, 'index.html').toString()
    expect(html).toContain('First rally')
    expect(html).toContain('href="page-2.html#timeline"')
    expect(at(all, 'page-2.html').toString()).toContain('Rally 99')
    const [, picture = ''] = /src="(p\/[^"]+)"/.exec(html) ?? []
    expect(all.has(`edition-1/${picture}`)).toBe(true)
    // Nothing on the pages is fetched from where they are not.
    for (const [, address = ''] of html.matchAll(/(?:src|srcSet|<link[^>]*href)="([^"]+)"/g))
      for (const one of address.split(', '))
        expect(all.has(`edition-1/${one.split(' ')[0]}`)).toBe(true)
    const json = await get(`${url}/editions/edition-1.json`)
    expect(at(all, 'edition-1.json')).toEqual(Buffer.from(await json.arrayBuffer()))
    expect([...all.values()].join('')).not.toContain('Zqcapturedzq')
  })

  it('looks as it did without us: each sheet, font and picture that it names is in it', async () => {
    const all = await files()
    const sheets = [...all.keys()].filter((name) => name.endsWith('.css'))
    const fonts = sheets.flatMap((sheet) => {
      const css = all.get(sheet)?.toString() ?? ''
      const named = [...css.matchAll(/url\('([^']+)'\)/g)].map(([, path = '']) => path)
      for (const path of named) expect([...all.keys()]).toContain(`${dirname(sheet)}/${path}`)
      return named.filter((path) => path.endsWith('.woff2'))
    })
    expect(fonts).toHaveLength(6)
    expect(at(all, 'style/fonts/record-serif.OFL.txt').length).toBeGreaterThan(0)
    expect(at(all, 'index.html').toString()).not.toContain('og:image')
  })

  it('can be checked with sha256sum, which notices each changed byte', async () => {
    for (const [name, bytes] of await files()) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), bytes)
    }
    const check = () =>
      execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'MANIFEST'], {
        ...{ cwd: join(folder, 'edition-1'), stdio: 'pipe' },
      })
    check()
    const listed = at(await files(), 'MANIFEST')
      .toString()
      .trim()
      .split('\n')
    const all = [...(await files()).keys()].filter((name) => !/MANIFEST|KEY/.test(name))
    expect(listed).toHaveLength(all.length)
    writeFileSync(join(folder, 'edition-1', 'index.html'), 'forged')
    expect(check).toThrow(/index\.html: FAILED|computed checksum/)
  })

  it('is signed with a key whose hash stands on the page of the edition', async () => {
    const all = await files()
    const key = createPublicKey(at(all, 'KEY.pem'))
    const list = at(all, 'MANIFEST')
    expect(verify(null, list, key, at(all, 'MANIFEST.sig'))).toBe(true)
    const forged = Buffer.from(list.toString().replace(/^./, (sign) => (sign === '0' ? '1' : '0')))
    expect(verify(null, forged, key, at(all, 'MANIFEST.sig'))).toBe(false)
    const sha256 = createHash('sha256').update(at(all, 'KEY.pem')).digest('hex')
    expect(await (await get(`${url}/editions/1`)).text()).toContain(sha256)
    // Each workspace has its own.
    const other = await newWorld()
    expect(publicKeyOf(other.owner.workspaceId)).not.toBe(publicKeyOf(world.owner.workspaceId))
  })

  it('stays in no memory, and is not there for a number that the link does not have', async () => {
    const filled = await get(`${url}/editions/edition-1.zip`, { 'x-throughline-fill': '1' })
    expect(filled.headers.get('x-throughline-cacheable')).toBeNull()
    expect((await packed(2)).status).toBe(404)
  })

  it('leaves out whoever withdrew since', async () => {
    expect(at(await files(), 'index.html').toString()).toContain('Nadia Example')
    await withViewer(world.owner, (tx) => tx.person.updateMany({ data: { consent: 'hidden' } }))
    expect([...(await files()).values()].join('')).not.toContain('Nadia')
  })
})
