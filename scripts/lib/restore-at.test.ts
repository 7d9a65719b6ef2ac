import { createHash, randomBytes } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkEpoch } from '../../server/auth/epoch'
import { openSession } from '../../server/auth/session-store'
import { shareReaderFor } from '../../server/auth/share-reader'
import { NOT_RESTORED } from '../../server/backup/file/left-out'
import { closeDatabase } from '../../server/db'
import { forgetEnv } from '../../server/env'
import { makeCalendarAddress } from '../../server/demands/feeds'
import { fillCampaign } from '../../server/exports/test-support'
import { revokeShare } from '../../server/shares/links/ending'
import { createShare } from '../../server/shares/links/mutations'
import { logEntry, newCampaignFor, newWorld, type World } from '../../server/testing/world'
import { shareSchema } from '@/lib/schemas/share'
import { archivedInstallations } from '../testing/archived'
import { readState } from './archive/state'
import { secretOf } from './data-folder'
import { restoreAt } from './restore-at'

type Installation = Awaited<ReturnType<ReturnType<typeof archivedInstallations>['start']>>

const { secret, settings, folderFor, start } = archivedInstallations()
const archive = settings.folder

let world: World
let campaign: { id: string; slug: string }
let token: string
let photos: Record<string, string>
let before: string
let mended: string
let written: string[]

async function use({ urls, folder }: Installation): Promise<void> {
  await closeDatabase()
  process.env.DATABASE_URL = urls.app
  process.env.THROUGHLINE_SECRET = secret
  process.env.THROUGHLINE_URL = 'http://127.0.0.1:3000'
  process.env.THROUGHLINE_DATA = folder
  forgetEnv()
}

const entries = `select title || id as row from entry where trashed_at is null order by 1`

function hashesIn(folder: string): Record<string, string> {
  const files = readdirSync(join(folder, 'photos'), { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    files
      .filter((one) => one.isFile())
      .map(({ parentPath, name }) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(parentPath, name)))
          .digest('hex'),
      ]),
  )
}

beforeAll(async () => {
  const old = await start(folderFor('old data'))
  await old.migrate()
  await use(old)
  world = await newWorld()
  campaign = await newCampaignFor(world.owner)
  const archiver = old.archiver()
  await archiver.step()

  await fillCampaign(world, campaign)
  photos = hashesIn(old.folder)
  await makeCalendarAddress(world.owner, campaign.slug)
  const link = await createShare(world.owner, shareSchema.parse({ campaign: campaign.id }))
  token = new URL(link.url).pathname.slice('/s/'.length)
  await openSession(world.owner.accountId)
  await archiver.step()
  await logEntry(world.owner, campaign, { title: 'The last before' })
  written = await old.rows(entries)
  before = await old.now()

  await revokeShare(world.owner, link.id)
  expect(await shareReaderFor(token)).toBeNull()
  await old.rows(
    `with gone as (update entry set trashed_at = now() where trashed_at is null returning 1) select 'x' as row from gone`,
  )
  await logEntry(world.owner, campaign, { title: 'After it' })
  await archiver.step()
  rmSync(join(old.folder, 'photos'), { recursive: true })
  mended = await old.now()
  await archiver.step()
  await archiver.end()
  await closeDatabase()
  await old.cluster.stop()
})

describe('taken back to a moment before a deletion', () => {
  let back: Installation

  beforeAll(async () => {
    const folder = folderFor('new data')
    const done = await restoreAt({ archive, at: before, folder, secret })
    expect(done).toMatchObject({ entries: written.length, missing: 0 })
    back = await start(folder)
    await use(back)
  })

  it('everything is there that was written before it, and nothing later', async () => {
    expect(written.length).toBeGreaterThan(5)
    expect(await back.rows(entries)).toEqual(written)
    expect(Object.keys(photos).length).toBeGreaterThan(0)
    expect(hashesIn(back.folder)).toEqual(photos)
  })

  it('nobody is signed in, and nothing of what was under way goes on', async () => {
    for (const table of NOT_RESTORED)
      expect([table, await back.rows(`select 'a row' as row from ${table}`)]).toEqual([table, []])
    const open = `select id::text as row from invitation where used_at is null and revoked_at is null`
    expect(await back.rows(open)).toEqual([])
  })

  it('the key is kept for every start, and calendars that may have ended are shut', async () => {
    delete process.env.THROUGHLINE_SECRET
    expect(secretOf(back.folder)).toBe(secret)
    process.env.THROUGHLINE_SECRET = secret
    const feeds = 'select (ended_at is not null)::text as row from calendar_feed'
    expect(await back.rows(feeds)).toEqual(['true'])
  })

  it('a link that was revoked later stays shut until an owner has looked', async () => {
    const links = 'select (paused_at is not null)::text as row from share_link'
    expect(new Set(await back.rows(links))).toEqual(new Set(['true']))
    expect(await shareReaderFor(token)).toBeNull()
    // The first start finds an older database than it knows, and says so.
    expect(await checkEpoch()).toBe(true)
    expect(await shareReaderFor(token)).toBeNull()
  })

  it('an archive of its own begins, and the old one is still there', async () => {
    const archiver = back.archiver()
    await archiver.step()
    await archiver.end()
    expect(back.said).toEqual([])
    expect(readState(back.folder)?.stretch).not.toBe(readState(folderFor('old data'))?.stretch)
    const folder = folderFor('again')
    expect(await restoreAt({ archive, at: mended, folder, secret })).toMatchObject({ entries: 1 })
  })

  it('is refused in an installation that holds something', async () => {
    await closeDatabase()
    await back.cluster.stop()
    const { folder } = back
    const before = readdirSync(folder).sort()
    await expect(restoreAt({ archive, at: mended, folder, secret })).rejects.toThrow(
      'holds accounts already',
    )
    expect(readdirSync(folder).sort()).toEqual(before)
  })
})

describe('an archive', () => {
  const hasDatabase = (folder: string) => existsSync(join(folder, 'postgres'))

  it('holds no key, and is read beside the old one alone', async () => {
    const folder = folderFor('other key')
    const other = randomBytes(32).toString('base64')
    await expect(restoreAt({ archive, at: before, folder, secret: other })).rejects.toThrow(
      'another key',
    )
    expect(hasDatabase(folder)).toBe(false)
    for (const one of readdirSync(archive, { recursive: true, withFileTypes: true })) {
      if (!one.isFile()) continue
      const bytes = await buffer(createReadStream(join(one.parentPath, one.name)))
      const plain = one.name.endsWith('.gz') ? gunzipSync(bytes) : bytes
      expect([one.name, plain.includes(secret)]).toEqual([one.name, false])
      expect(plain.includes('secret.key')).toBe(false)
    }
  })

  it.each(['2020-01-01 12:00+00', '2999-01-01 12:00+00'])(
    'says which moments it has, where %s is none of them',
    async (at) => {
      const folder = folderFor('out of reach')
      await expect(restoreAt({ archive, at, folder, secret })).rejects.toThrow(
        /reaches from \d+ \w+ \d{4}, \d\d:\d\d:\d\d UTC to \d+ \w+ \d{4}, \d\d:\d\d:\d\d UTC/,
      )
      expect(hasDatabase(folder)).toBe(false)
    },
  )

  it('of which a file was changed is refused, and nothing is written', async () => {
    const [name = ''] = readdirSync(archive).sort()
    const folder = folderFor('changed')
    for (const file of [
      ...readdirSync(join(archive, name)).filter((one) => one.startsWith('base-')),
      ...readdirSync(join(archive, name, 'wal')).map((one) => join('wal', one)),
    ]) {
      const path = join(archive, name, file)
      const bytes = readFileSync(path)
      const other = Buffer.from(bytes)
      other.writeUInt8(other.readUInt8(bytes.length >> 1) ^ 0xff, bytes.length >> 1)
      writeFileSync(path, other)
      await expect(restoreAt({ archive, at: before, folder, secret })).rejects.toThrow(
        'was changed',
      )
      writeFileSync(path, bytes)
      expect(readdirSync(folder).filter((one) => one !== 'postgres.password')).toEqual([])
    }
  })
})
