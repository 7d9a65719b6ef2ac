import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTestDatabase } from '../testing/database'
import { shareNews } from './share-news'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let client: pg.Client
let heard: string[]
let news: ReturnType<typeof shareNews>

beforeEach(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.url })
  client.on('error', () => {})
  await client.connect()
  heard = []
  news = shareNews(database.url, {
    onLink: (hash) => heard.push(`link ${hash}`),
    onWorkspace: (workspace) => heard.push(`workspace ${workspace}`),
    onLost: () => heard.push('lost'),
  })
})

afterEach(async () => {
  await news.close()
  await client.end()
  await database.drop()
})

it('hears of links and workspaces once they are committed', async () => {
  expect(news.isFresh()).toBe(false)
  await expect.poll(() => news.isFresh()).toBe(true)
  await client.query('begin')
  await client.query(`select pg_notify('share_changed', 'a'), pg_notify('record_changed', 'w')`)
  await client.query(`select pg_notify('record_changed', 'w')`)
  expect(heard).toEqual([])
  await client.query('commit')
  await expect.poll(() => heard).toEqual(['link a', 'workspace w'])
})

it('says that it missed something when its connection is cut, and listens again', async () => {
  await expect.poll(() => news.isFresh()).toBe(true)
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and datname = current_database()`,
  )
  await expect.poll(() => heard).toEqual(['lost'])
  expect([news.isFresh(), news.isListening()]).toEqual([false, false])
  await expect.poll(() => news.isFresh(), { timeout: 60_000 }).toBe(true)
  await client.query(`select pg_notify('share_changed', 'b')`)
  await expect.poll(() => heard).toEqual(['lost', 'link b'])
})

it('trusts nothing while its own word does not come back', async () => {
  await news.close()
  const relay = await startRelay(database.url)
  news = shareNews(relay.url, {
    onLink: () => {},
    onWorkspace: () => {},
    onLost: () => heard.push('lost'),
  })
  await expect.poll(() => news.isFresh()).toBe(true)
  relay.hold()
  await expect.poll(() => news.isFresh(), { timeout: 60_000 }).toBe(false)
  expect([news.isListening(), heard]).toEqual([true, []])
  relay.release()
  await expect.poll(() => news.isFresh()).toBe(true)
  relay.hold()
  await expect.poll(() => heard, { timeout: 60_000 }).toEqual(['lost'])
  await news.close()
  relay.stop()
})

/** A way to the database on which nothing is cut, and yet nothing comes through while it is held. */
async function startRelay(databaseUrl: string) {
  const url = new URL(databaseUrl)
  const port = Number(url.port)
  const sockets: Socket[] = []
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    near.pipe(far).pipe(near)
    for (const socket of [near, far]) socket.on('error', () => socket.destroy())
    sockets.push(near, far)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    hold: () => sockets.forEach((socket) => socket.pause()),
    release: () => sockets.forEach((socket) => socket.resume()),
    stop: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
