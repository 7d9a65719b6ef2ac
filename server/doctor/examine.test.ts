import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { asOwner } from '@/scripts/testing/database'
import { useTestDatabase } from '../auth/test-support'
import { rememberBackup } from '../backup/last-backup'
import { withViewer } from '../db'
import { dots } from '../photos/test-support'
import { revokeShare } from '../shares/links/ending'
import { createShare } from '../shares/links/mutations'
import { logEntry, newWorld, type World } from '../testing/world'
import { databaseFindings } from './database'
import { examine } from './examine'
import type { Finding } from './finding'
import { machineFindings, type Machine } from './machine'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
  await logEntry(world.owner, world.campaign, {
    demands: [{ wording: 'End it', targets: 'Amazon' }],
  })
})

const of = (findings: Finding[], about: string) =>
  findings.find((one) => one.about === about || one.about.endsWith(`: ${about}`))
const found = async (about: string) => of(await examine(), about)

/** Changes something, looks, and puts it back. */
async function whileTrue(change: string, back: string, about: string) {
  await asOwner(change)
  try {
    return await found(about)
  } finally {
    await asOwner(back)
  }
}

async function asRole(user: string, migrations: string[] = [], now = Date.now) {
  const url = new URL(process.env.DATABASE_URL ?? '')
  const { password, templateUrls } = inject('postgres')
  const owner = new URL(templateUrls.owner)
  const login = user === 'owner' ? owner : { username: 'postgres', password }
  Object.assign(url, { username: login.username, password: login.password })
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  return databaseFindings(client, migrations, now).finally(() => client.end())
}

describe('a sound installation', () => {
  it('has nothing that is wrong', async () => {
    const findings = await examine()
    expect(findings.filter(({ state }) => state === 'wrong')).toEqual([])
    for (const about of [
      'Database role',
      'Row-level security',
      'Audit',
      'PostgreSQL',
      'Migrations',
      'Clock',
    ])
      expect(of(findings, about)).toMatchObject({ state: 'ok' })
    expect(of(findings, 'Mail')?.says).toContain('nothing is sent')
    expect(of(findings, 'Backup')?.says).toContain('None was made here yet')
  })
})

describe('the database', () => {
  it('is worked by a role that owns nothing', async () => {
    expect(of(await asRole('owner'), 'Database role')).toMatchObject({
      state: 'look',
      says: expect.stringContaining('DATABASE_OWNER_URL') as string,
    })
    expect(of(await asRole('postgres'), 'Database role')).toMatchObject({ state: 'wrong' })
  })

  it('forces row-level security on every table of a workspace', async () => {
    const about = 'Row-level security'
    for (const switched of ['no force row level security', 'disable row level security'])
      expect(
        await whileTrue(
          `alter table quote ${switched}`,
          'alter table quote enable row level security, force row level security',
          about,
        ),
      ).toMatchObject({
        state: 'wrong',
        says: expect.stringContaining('ALTER TABLE "quote"') as string,
      })
    expect(
      await whileTrue('create table loose (workspace_id uuid)', 'drop table loose', about),
    ).toMatchObject({ state: 'wrong' })
  })

  it('adds audit events and changes none', async () => {
    const toggle = (how: string) => `alter table audit_event ${how} trigger insert_only`
    expect(await whileTrue(toggle('disable'), toggle('enable'), 'Audit')).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('audit_event') as string,
    })
  })

  it('has every migration, and none that is unknown', async () => {
    const known = readdirSync('prisma/migrations').filter((name) => /^\d/.test(name))
    expect(of(await asRole('owner', known), 'Migrations')).toMatchObject({ state: 'ok' })
    expect(of(await asRole('owner', [...known, '2_new']), 'Migrations')).toMatchObject({
      state: 'look',
      says: expect.stringContaining('2_new') as string,
    })
    expect(of(await asRole('owner', known.slice(1)), 'Migrations')).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining(known[0] ?? '') as string,
    })
  })

  it('has the same time as this machine', async () => {
    const shifted = (ms: number) => () => Date.now() + ms
    expect(of(await asRole('owner', [], shifted(10_000)), 'Clock')).toMatchObject({ state: 'look' })
    expect(of(await asRole('owner', [], shifted(-90_000)), 'Clock')).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('90.0 s apart') as string,
    })
  })
})

const machine: Machine = {
  url: new URL('https://record.example.org'),
  dataFolder: '/tmp',
  trustedProxies: '10.0.0.1',
  ownDatabase: false,
}

describe('the machine', () => {
  const state = async (about: string, more: Partial<Machine>) =>
    of(await machineFindings({ ...machine, ...more }), about)?.state

  it('is reached by https', async () => {
    expect(await state('Address', {})).toBe('ok')
    expect(await state('Address', { trustedProxies: '' })).toBe('look')
    expect(await state('Address', { url: new URL('http://127.0.0.1:3000') })).toBe('look')
    expect(await state('Address', { url: new URL('http://record.example.org') })).toBe('wrong')
  })

  it('has space on its disk', async () => {
    const free = (bytes: number) => ({ freeBytes: () => Promise.resolve(bytes) })
    expect(await state('Disk', free(50e9))).toBe('ok')
    expect(await state('Disk', free(1e9))).toBe('look')
    expect(await state('Disk', free(1e8))).toBe('wrong')
    expect(await state('Disk', { dataFolder: '/nowhere' })).toBe('wrong')
  })

  it('has a Node that is new enough', async () => {
    expect(await state('Node', { nodeVersion: '20.19.0' })).toBe('ok')
    expect(await state('Node', { nodeVersion: '20.18.3' })).toBe('wrong')
  })

  it('is told how to back up a database of the operator', async () => {
    const findings = await machineFindings({ ...machine, ownDatabase: true })
    expect(of(findings, 'Backup')?.says).toContain('pg_dump')
  })
})

describe('a record', () => {
  it('has a whole file for each photo, and a photo for each file', async () => {
    const { owner, workspaceId } = world
    const fileKey = randomBytes(16).toString('hex')
    const folder = join(process.env.THROUGHLINE_DATA ?? '', 'photos', workspaceId)
    const file = join(folder, `${fileKey}-960.webp`)
    await withViewer(owner, (tx) =>
      tx.photo.create({
        data: {
          workspaceId,
          fileKey,
          suffixes: ['960.webp'],
          width: 1,
          height: 1,
          decorative: true,
        },
      }),
    )
    const note = (hashes: string[]) =>
      withViewer(owner, (tx) => tx.photo.updateMany({ where: { fileKey }, data: { hashes } }))
    expect(await found('Photos')).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('1 file missing') as string,
    })
    mkdirSync(folder, { recursive: true })
    const picture = await dots(8, 8).webp().toBuffer()
    writeFileSync(file, picture.subarray(0, picture.length - 9))
    expect(await found('Photos')).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('1 file damaged') as string,
    })
    writeFileSync(file, picture)
    expect(await found('Photos')).toMatchObject({ state: 'ok' })
    await note([createHash('sha256').update(picture).digest('hex')])
    expect(await found('Photos')).toMatchObject({ state: 'ok' })
    const changed = Buffer.from(picture)
    changed.writeUInt8(changed.readUInt8(picture.length - 9) ^ 1, picture.length - 9)
    writeFileSync(file, changed)
    expect(await found('Photos')).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('1 file damaged') as string,
    })
    writeFileSync(file, picture)
    const orphan = join(folder, `${'0'.repeat(32)}-960.webp`)
    writeFileSync(orphan, picture)
    expect(await found('Photos')).toMatchObject({ state: 'ok' })
    const longAgo = new Date(Date.now() - 2 * 86_400_000)
    utimesSync(orphan, longAgo, longAgo)
    expect(await found('Photos')).toMatchObject({ state: 'look' })
  })

  it('has counts that are those of its entries', async () => {
    expect(await found('Counts')).toMatchObject({ state: 'ok' })
    const add = (n: number) =>
      `set app.workspace_id = '${world.workspaceId}';
       update entry_tally set entries = entries + ${n} where ctid = (select min(ctid) from entry_tally)`
    expect(await whileTrue(add(1), add(-1), 'Counts')).toMatchObject({ state: 'wrong' })
  })

  it('says of each active link what it shows', async () => {
    const { owner, campaign } = world
    const make = (more: Record<string, unknown>) =>
      createShare(owner, shareSchema.parse({ campaign: campaign.id, lens: 'press', ...more }))
    const passing = await make({ label: 'for the newsroom' })
    const lasting = await make({ expires: 'never' })
    const over = await make({})
    await revokeShare(owner, over.id)
    const findings = await examine()
    expect(of(findings, `Link ${passing.id}`)).toMatchObject({
      state: 'ok',
      says: expect.stringMatching(
        /^For press, “for the newsroom”, .*shows 1 entry and 1 demand\.$/,
      ) as string,
    })
    expect(of(findings, `Link ${lasting.id}`)).toMatchObject({ state: 'look' })
    expect(of(findings, `Link ${over.id}`)).toBeUndefined()
    await withViewer(owner, (tx) =>
      tx.shareLink.updateMany({ where: { id: passing.id }, data: { pausedAt: new Date() } }),
    )
    expect(await found(`Link ${passing.id}`)).toMatchObject({
      state: 'look',
      says: expect.stringContaining('is paused') as string,
    })
  })
})

describe('a backup', () => {
  const says = async (hours: number) => {
    const at = '2026-02-13T12:00:00.000Z'
    rememberBackup({ at, bytes: 1, file: '/elsewhere/one.zip' })
    const now = new Date(Date.parse(at) + hours * 3_600_000)
    return of(await machineFindings(machine, now), 'Backup')
  }

  it('is well while it is of these days, and to be looked at afterwards', async () => {
    expect(await says(3)).toMatchObject({ state: 'ok' })
    expect((await says(3))?.says).toContain('3 hours ago and read back whole: /elsewhere/one.zip')
    expect(await says(49)).toMatchObject({ state: 'look' })
  })
})
