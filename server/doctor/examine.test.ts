import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { databaseNow, SHIFT_MS } from '@/scripts/testing/clock'
import { asOwner } from '@/scripts/testing/database'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { dots } from '../photos/test-support'
import { revokeShare } from '../shares/links/ending'
import { createShare } from '../shares/links/mutations'
import { logEntry, newWorld, type World } from '../testing/world'
import { databaseFindings } from './database'
import { examine } from './examine'
import { findingOf as of } from './test-support'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
  await logEntry(world.owner, world.campaign, {
    demands: [{ wording: 'End it', targets: 'Amazon' }],
  })
})

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

async function asRole(user: string, migrations: string[] = [], now = databaseNow) {
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
    // On another day than the database's the clocks are apart, as they should be said to be.
    const apart = SHIFT_MS === 0 ? [] : ['Clock']
    const wrong = findings.filter(({ state }) => state === 'wrong')
    expect(wrong.map(({ about }) => about)).toEqual(apart)
    for (const about of [
      'Database role',
      'Row-level security',
      'Audit',
      'PostgreSQL',
      'Migrations',
    ])
      expect(of(findings, about)).toMatchObject({ state: 'ok' })
    expect(of(findings, 'Clock')).toMatchObject({ state: apart.length === 0 ? 'ok' : 'wrong' })
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
    const shifted = (ms: number) => () => databaseNow() + ms
    expect(of(await asRole('owner', [], shifted(10_000)), 'Clock')).toMatchObject({ state: 'look' })
    expect(of(await asRole('owner', [], shifted(-90_000)), 'Clock')).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('90.0 s apart') as string,
    })
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
    utimesSync(orphan, new Date(), new Date())
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
    const wider = await make({ lens: 'public', choices: '{"people":["named","initials"]}' })
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
    expect(of(findings, `Link ${wider.id}`)).toMatchObject({
      state: 'look',
      says: expect.stringContaining(
        'shows more than public links do by themselves: people shown as:',
      ) as string,
    })
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
