import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { useTestDatabase as onTestDatabase } from '../../server/auth/test-support'
import { writeBackup } from '../../server/backup/backup'
import { openBackup } from '../../server/backup/file/read'
import { lastBackup } from '../../server/backup/last-backup'
import { NOT_KEPT } from '../../server/backup/tables'
import type * as Store from '../../server/photos/store'
import { fillCampaign } from '../../server/exports/test-support'
import { logEntry, newCampaignFor, newWorld, type World } from '../../server/testing/world'
import { superuserUrl } from '../testing/database'
import { installations, rowsOf } from '../testing/installations'
import { restore } from './restore'

// A file that is listed, and gone when it is read.
const going = vi.hoisted(() => ({ file: '' }))
vi.mock('../../server/photos/store', async (original) => {
  const actual = await original<typeof Store>()
  const photoStore = () => {
    const store = actual.photoStore()
    const read: typeof store.read = (workspaceId, file) =>
      file === going.file ? Promise.resolve(null) : store.read(workspaceId, file)
    return { ...store, read }
  }
  return { ...actual, photoStore }
})

onTestDatabase()

async function databaseNow(): Promise<number> {
  const clock = 'select floor(extract(epoch from clock_timestamp()) * 1000)::text as row'
  return Number((await rowsOf(superuserUrl(), clock))[0])
}

const WORDS = 'seven umbrellas for one teapot'
const { at, out, fresh } = installations()
let world: World
let campaign: { id: string; slug: string }

beforeAll(async () => {
  world = await newWorld()
  campaign = await newCampaignFor(world.owner)
  await fillCampaign(world, campaign)
  const other = await newWorld()
  await logEntry(other.owner, other.campaign, { title: 'Of another group' })
})

/** What stands in each table, as a superuser sees it, without what a backup leaves out. */
async function contents(url: string): Promise<Record<string, string[]>> {
  const names = await rowsOf(
    url,
    `select tablename::text as row from pg_tables where schemaname = 'public' order by 1`,
  )
  const found: Record<string, string[]> = {}
  for (const name of names.filter((one) => !NOT_KEPT.includes(one)))
    found[name] = await rowsOf(
      url,
      `select (to_jsonb(t) - 'transaction_id')::text as row from ${name} t order by 1`,
    )
  return found
}

describe('a backup', () => {
  it('restored elsewhere is the same, row by row and file by file', async () => {
    const file = at('whole.zip')
    const done = await writeBackup(file)
    expect(done).toMatchObject({ missing: 0, sealed: false, file })
    expect(lastBackup()).toMatchObject({ at: done.at, file })
    const before = await contents(superuserUrl())
    expect(Object.entries(before).filter(([, rows]) => rows.length > 0).length).toBeGreaterThan(25)

    const request = await fresh({ file })
    const restored = await restore(request)
    expect(restored.photos).toBeGreaterThan(0)
    const after = await contents(request.superuser)
    const same = (all: Record<string, string[]>) => {
      const { share_link: links, invitation: _invitation, ...rest } = all
      return { ...rest, links: links?.map((row) => row.replace(/"paused_at": [^,}]+/, '')) }
    }
    expect(same(after)).toEqual(same(before))
    expect(after.share_link?.every((row) => !row.includes('"paused_at": null'))).toBe(true)
    const photos = (folder: string) =>
      readdirSync(join(folder, 'photos'), { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map(({ parentPath, name }) =>
          createHash('sha256')
            .update(readFileSync(join(parentPath, name)))
            .digest('hex'),
        )
        .sort()
    expect(photos(request.folder)).toEqual(photos(process.env.THROUGHLINE_DATA ?? ''))
  })

  it('has what search and counts know at once after a restore, and nobody is signed in', async () => {
    const request = await fresh({ file: at('whole.zip') })
    await restore(request)
    const derived = async (url: string) => ({
      search: await rowsOf(
        url,
        'select to_jsonb(d)::text as row from search_document d order by 1',
      ),
      counts: await rowsOf(
        url,
        `select (campaign_id, month, lane, status, sum(entries), sum(raising))::text as row
         from entry_tally group by campaign_id, month, lane, status having sum(entries) > 0 order by 1`,
      ),
    })
    const before = await derived(superuserUrl())
    expect(before.search.length).toBeGreaterThan(10)
    expect(await derived(request.superuser)).toEqual(before)
    expect(await rowsOf(request.superuser, 'select id::text as row from session')).toEqual([])
    const rules = `select relname || relrowsecurity || relforcerowsecurity as row from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`
    expect(await rowsOf(request.superuser, rules)).toEqual(await rowsOf(superuserUrl(), rules))
    const keys = `select conname || pg_get_constraintdef(oid) as row from pg_constraint
      where connamespace = 'public'::regnamespace order by 1`
    expect(await rowsOf(request.superuser, keys)).toEqual(await rowsOf(superuserUrl(), keys))
    const triggers = `select tgrelid::regclass || tgname || tgenabled::text as row from pg_trigger
      where not tgisinternal order by 1`
    expect(await rowsOf(request.superuser, triggers)).toEqual(
      await rowsOf(superuserUrl(), triggers),
    )
  })

  it('made while ten people write has all that was saved before its moment', async () => {
    // A backup's moment is the database's, which may be on another day than a run of tests.
    const before = Date.now()
    const ahead = (await databaseNow()) - before
    const saved: { id: string; at: number }[] = []
    let writing = true
    const writer = async (n: number) => {
      for (let turn = 0; writing; turn++) {
        const { id } = await logEntry(world.owner, campaign, { title: `Writer ${n}, ${turn}` })
        saved.push({ id, at: Date.now() + ahead })
      }
    }
    const writers = Array.from({ length: 10 }, (_, n) => writer(n))
    while (saved.length < 20) await new Promise((resolve) => setImmediate(resolve))
    const begun = await databaseNow()
    const done = await writeBackup(at('busy.zip'))
    writing = false
    await Promise.all(writers)
    expect(Date.parse(done.at)).toBeGreaterThanOrEqual(begun)

    const request = await fresh({ file: at('busy.zip') })
    await restore(request)
    const { entry = [] } = await contents(request.superuser)
    const there = new Set(entry.map((row) => (JSON.parse(row) as { id: string }).id))
    const due = saved.filter((one) => one.at < Date.parse(done.at))
    expect(due.length).toBeGreaterThanOrEqual(20)
    expect(due.filter(({ id }) => !there.has(id))).toEqual([])
  })

  it('is never written over, and leaves nothing where it fails', async () => {
    await expect(writeBackup(at('whole.zip'))).rejects.toThrow('There is a file')
    await expect(writeBackup(at('no/folder.zip'))).rejects.toThrow('cannot be written')
    expect(readdirSync(out).filter((name) => name.includes('unfinished'))).toEqual([])
    const data = readdirSync(process.env.THROUGHLINE_DATA ?? '')
    expect(data.filter((name) => name.includes('opened'))).toEqual([])
  })

  it('says which photos were lost, and holds the rest', async () => {
    const folder = join(process.env.THROUGHLINE_DATA ?? '', 'photos', world.workspaceId)
    const [lost = ''] = readdirSync(folder)
    const bytes = readFileSync(join(folder, lost))
    rmSync(join(folder, lost))
    const done = await writeBackup(at('lost.zip'))
    writeFileSync(join(folder, lost), bytes)
    expect(done.missing).toBe(1)
  })

  it('says so too where a photo goes while it is written, and restores no empty file', async () => {
    const folder = join(process.env.THROUGHLINE_DATA ?? '', 'photos', world.workspaceId)
    const [gone = ''] = readdirSync(folder)
    going.file = gone
    const done = await writeBackup(at('going.zip')).finally(() => (going.file = ''))
    expect(done.missing).toBe(1)
    const request = await fresh({ file: at('going.zip') })
    expect(await restore(request)).toMatchObject({ missing: 1 })
    const there = readdirSync(join(request.folder, 'photos', world.workspaceId))
    expect(there).not.toContain(gone)
    expect(there.length).toBeGreaterThan(0)
  })
})

describe('a sealed backup', () => {
  it('holds the key, and opens with its passphrase alone', async () => {
    const file = at('sealed')
    await writeBackup(file, WORDS)
    expect(readFileSync(file).includes('manifest.json')).toBe(false)
    const other = { secret: randomBytes(32).toString('base64'), file }
    await expect(restore(await fresh({ ...other, passphrase: null }))).rejects.toThrow('sealed')
    await expect(restore(await fresh({ ...other, passphrase: 'guess' }))).rejects.toThrow(
      'passphrase is wrong',
    )
    const request = await fresh({ ...other, passphrase: WORDS })
    await restore(request)
    expect(readFileSync(join(request.folder, 'secret.key'), 'utf8')).toBe(
      process.env.THROUGHLINE_SECRET,
    )
    expect(readdirSync(request.folder).filter((name) => name.includes('opened'))).toEqual([])
  })

  it('that is not sealed holds no key, and is restored with the old one alone', async () => {
    const file = at('whole.zip')
    const { manifest, close } = await openBackup(file, { passphrase: null, scratch: at('x') })
    await close()
    expect(manifest.files.map((one) => one.file)).not.toContain('secret.key')
    const secret = randomBytes(32).toString('base64')
    expect(readFileSync(file).includes(process.env.THROUGHLINE_SECRET ?? '')).toBe(false)
    await expect(restore(await fresh({ file, secret }))).rejects.toThrow('made with another key')
  })
})
