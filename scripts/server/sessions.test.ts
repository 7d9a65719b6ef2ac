import { randomBytes } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { tokenSchema } from '@/lib/schemas/token'
import { endToken, makeToken } from '../../server/auth/api-tokens'
import { openSession } from '../../server/auth/session-store'
import { useTestDatabase as onTestDatabase } from '../../server/auth/test-support'
import { env } from '../../server/env'
import { newWorld, type World } from '../../server/testing/world'
import { sessions } from './sessions'

onTestDatabase()

let world: World
let asked: ReturnType<typeof sessions>[] = []

beforeAll(async () => {
  world = await newWorld()
})
afterEach(async () => {
  for (const one of asked) await one.close()
  asked = []
})

/** What a process that has just started takes a request for. */
function isLive(headers: { cookie?: string; authorization?: string }, url = env().databaseUrl) {
  const one = sessions(url)
  asked.push(one)
  return one.isLive(headers)
}

const madeUp = randomBytes(32).toString('base64url')
const DAY = 86_400_000

const newToken = (now?: Date) =>
  makeToken(world.owner, tokenSchema.parse({ name: 'A script', scope: 'read' }), now)

describe('a program', () => {
  it('with a living token is not taken for a stranger', async () => {
    const { token } = await newToken()
    expect(await isLive({ authorization: `Bearer ${token}` })).toBe(true)
    expect(await isLive({ authorization: `bearer  ${token}` })).toBe(true)
  })

  it('whose token was made up, has ended or is over waits with strangers', async () => {
    const { id, token } = await newToken()
    await endToken(world.owner, id)
    const old = await newToken(new Date(Date.now() - 4_000 * DAY))
    for (const one of [token, old.token, `tl_${madeUp}`, madeUp, `${token}x`, 'tl_'])
      expect([one, await isLive({ authorization: `Bearer ${one}` })]).toEqual([one, false])
    expect(await isLive({ authorization: `Basic ${token}` })).toBe(false)
    expect(await isLive({})).toBe(false)
  })

  it('that carries a session in place of a token, or the other way round, is a stranger', async () => {
    const { token } = await newToken()
    const session = await openSession(world.owner.accountId)
    expect(await isLive({ authorization: `Bearer tl_${session.token}` })).toBe(false)
    expect(await isLive({ cookie: `throughline=${token.slice('tl_'.length)}` })).toBe(false)
    expect(await isLive({ cookie: `throughline=${session.token}` })).toBe(true)
  })

  it('is asked about once, until it is time to ask again', async () => {
    const { id, token } = await newToken()
    const one = sessions(env().databaseUrl)
    asked.push(one)
    const headers = { authorization: `Bearer ${token}` }
    expect(await one.isLive(headers)).toBe(true)
    await endToken(world.owner, id)
    // The app itself looks at each request anew, and refuses it.
    expect(await one.isLive(headers)).toBe(true)
    expect(await isLive(headers)).toBe(false)
  })

  it('is let in while the database does not say, and asked about again', async () => {
    const away = new URL(env().databaseUrl)
    away.port = '1'
    expect(await isLive({ authorization: `Bearer tl_${madeUp}` }, away.href)).toBe(true)
  })
})
