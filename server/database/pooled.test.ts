import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { checkDatabase } from '@/scripts/lib/operator-database'
import { databaseWatch } from '@/scripts/server/database-watch'
import { documentStates } from '@/scripts/server/documents/state'
import { sessions } from '@/scripts/server/sessions'
import { shareNews } from '@/scripts/server/share-news'
import { shareViews } from '@/scripts/server/share-views'
import { asOwner } from '@/scripts/testing/database'
import { hasPgbouncer, startPgbouncer, withoutPgbouncer } from '@/scripts/testing/pgbouncer'
import { useTestDatabase } from '../auth/test-support'
import { atThreshold, withViewer, type Tx } from '../db'
import { getEntry } from '../entries/queries'
import { forgetEnv } from '../env'
import { logEntry, newCampaignFor, newWorld, type World } from '../testing/world'

process.env.THROUGHLINE_POOLER = 'transaction'
useTestDatabase()

describe.skipIf(!hasPgbouncer)(
  hasPgbouncer ? 'behind a pooler in transaction mode' : withoutPgbouncer,
  () => {
    let direct: string
    let pooler: Awaited<ReturnType<typeof startPgbouncer>>
    let world: World

    beforeAll(async () => {
      direct = process.env.DATABASE_URL ?? ''
      // What the server's own administrator may have chosen.
      await asOwner(
        `alter database ${new URL(direct).pathname.slice(1)} set timezone = 'Asia/Tokyo'`,
      )
      pooler = await startPgbouncer(direct)
      process.env.DATABASE_URL = pooler.url
      process.env.DATABASE_DIRECT_URL = direct
      forgetEnv()
      world = await newWorld()
    })
    afterAll(() => pooler.stop())

    it('shows each workspace its own rows, whoever works at the same time', async () => {
      const other = await newWorld()
      await Promise.all(
        Array.from({ length: 60 }, async (_, turn) => {
          const { workspaceId, owner } = turn % 2 ? world : other
          const found = await withViewer(owner, (tx) => tx.workspace.findMany())
          expect(found.map(({ id }) => id)).toEqual([workspaceId])
          const rows = await withViewer(
            owner,
            (tx) => tx.$queryRaw<{ id: string }[]>`/* planned once */ select id from workspace`,
          )
          expect(rows.map(({ id }) => id)).toEqual([workspaceId])
        }),
      )
    })

    it('saves an entry with all its parts, and takes back what failed', async () => {
      const campaign = await newCampaignFor(world.editor)
      const { id } = await logEntry(world.editor, campaign, { title: 'Through the pooler' })
      expect(await getEntry(world.editor, id)).toMatchObject({ title: 'Through the pooler' })
      const lost = withViewer(world.owner, async (tx) => {
        await tx.person.create({ data: { workspaceId: world.workspaceId, name: 'Lost' } })
        throw new Error('Taken back')
      })
      await expect(lost).rejects.toThrow('Taken back')
      const people = await withViewer(world.owner, (tx) => tx.person.findMany())
      expect(people.map(({ name }) => name)).not.toContain('Lost')
    })

    it('sets times and zone for each transaction, and leaves nothing of them behind', async () => {
      const settings = (tx: Tx) =>
        tx.$queryRaw<Record<string, string>[]>`
          select current_setting('statement_timeout') as statement,
                 current_setting('lock_timeout') as lock,
                 current_setting('idle_in_transaction_session_timeout') as idle,
                 current_setting('timezone') as zone`
      expect(await atThreshold({}, settings)).toEqual([
        { statement: '5s', lock: '3s', idle: '10s', zone: 'UTC' },
      ])
      const stranger = new pg.Client({ connectionString: pooler.url })
      await stranger.connect()
      for (let turn = 0; turn < 5; turn++) {
        const { rows } = await stranger.query<Record<string, string>>(
          `select current_setting('statement_timeout') as statement,
                  coalesce(current_setting('app.workspace_id', true), '') as workspace`,
        )
        expect(rows).toEqual([{ statement: '0', workspace: '' }])
      }
      await stranger.end()
    })

    it('is watched, asked for sessions and pages, and counts views', async () => {
      const watch = databaseWatch(pooler.url)
      const members = sessions(pooler.url)
      const states = documentStates(pooler.url)
      const views = shareViews(pooler.url)
      const token = 'a'.repeat(43)
      const hash = createHash('sha256').update(token).digest('hex')
      try {
        expect(await watch.isReady()).toBe(true)
        expect(await members.isLive({ cookie: `throughline=${token}` })).toBe(false)
        expect(await members.isLive({ authorization: `Bearer tl_${token}` })).toBe(false)
        expect(await states.of(token)).toBeNull()
        // Of another process, which comes over the connection that the first one came over.
        const others = documentStates(pooler.url)
        expect(await others.of(token)).toBeNull()
        await others.close()
        const headers = { 'user-agent': 'Mozilla/5.0 (X11)', 'accept-language': 'en' }
        views.see({ method: 'GET', headers }, hash)
        await views.flush()
      } finally {
        await Promise.all([watch.close(), members.close(), states.close(), views.close()])
      }
    })

    it('goes on after connections were lost, and after a transaction that stood still', async () => {
      const lost = () =>
        withViewer(world.owner, (tx) => tx.$queryRaw`select pg_terminate_backend(pg_backend_pid())`)
      const all = await Promise.allSettled(Array.from({ length: 12 }, lost))
      expect(all.every(({ status }) => status === 'rejected')).toBe(true)
      const still = withViewer(world.owner, async (tx) => {
        await tx.$executeRaw`set local idle_in_transaction_session_timeout = 50`
        await expect.poll(() => stillOpen(), { timeout: 60_000 }).toBe(0)
        return tx.person.count()
      })
      await expect(still).rejects.toThrow()
      for (let turn = 0; turn < 12; turn++)
        expect(await withViewer(world.owner, (tx) => tx.workspace.count())).toBe(1)
    })

    it('hears of what was changed through it over a connection of its own', async () => {
      const heard: string[] = []
      const news = shareNews(direct, {
        onLink: (link) => heard.push(link),
        onWorkspace: () => {},
        onLost: () => {},
      })
      try {
        await expect.poll(() => news.isFresh(), { timeout: 60_000 }).toBe(true)
        await atThreshold({}, (tx) => tx.$executeRaw`select pg_notify('share_changed', 'ended')`)
        await expect.poll(() => heard, { timeout: 60_000 }).toEqual(['ended'])
      } finally {
        await news.close()
      }
    })

    it('is known for one at the start, and its own address must lead past it', async () => {
      const names = { owner: direct, app: pooler.url }
      const looked = (urls: Parameters<typeof checkDatabase>[0]) =>
        checkDatabase(urls).then(
          () => '',
          (error: unknown) => (error instanceof Error ? error.message : ''),
        )
      const owner = ownerUrl()
      expect(await looked({ ...names, owner, direct })).toBe('')
      expect(await looked({ ...names, owner, direct: pooler.url })).toContain(
        'leads through a pooler',
      )
      delete process.env.THROUGHLINE_POOLER
      expect(await looked({ ...names, owner })).toContain('Set THROUGHLINE_POOLER=transaction')
      process.env.THROUGHLINE_POOLER = 'transaction'
    })

    const stillOpen = async () => {
      const client = new pg.Client({ connectionString: direct })
      await client.connect()
      const { rows } = await client.query<{ open: number }>(
        `select count(*)::int as open from pg_stat_activity
          where datname = current_database() and state = 'idle in transaction'`,
      )
      await client.end()
      return rows[0]?.open
    }
    const ownerUrl = () => {
      const url = new URL(inject('postgres').templateUrls.owner)
      url.pathname = new URL(direct).pathname
      return url.href
    }
  },
)
