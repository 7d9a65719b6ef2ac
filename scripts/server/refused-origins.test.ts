import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { requestHeader } from '../../lib/inner-headers'
import { app, host, raw, statusOf, useHttpServer } from './http-server-test-support'
import { refusedOrigins } from './refused-origins'

type Asked = { url: string; headers: Record<string, unknown> }

/** What tells the app, with what it told. */
function telling(answer: () => Promise<number | void> = () => Promise.resolve()) {
  const asked: Asked[] = []
  const tell = refusedOrigins({
    isLive: ({ cookie }) => Promise.resolve(!cookie?.includes('dead')),
    ask: async ({ url, headers }) => {
      asked.push({ url, headers })
      const statusCode = (await answer()) ?? 204
      const message = Object.assign(new IncomingMessage(new Socket()), { statusCode })
      message.push(null)
      return message
    },
    host: 'record.example.org',
  })
  return { asked, tell }
}
const cookie = (name: string) => `throughline=${name.padEnd(43, 'x')}`

describe('a refused write from another site', () => {
  it('that carries a living session is told to the app, once in an hour', async () => {
    const { asked, tell } = telling()
    await tell({ cookie: cookie('live') })
    await tell({ cookie: cookie('live') })
    await tell({ cookie: cookie('other') })
    expect(asked.map(({ headers }) => headers.cookie)).toEqual([cookie('live'), cookie('other')])
    expect(asked[0]?.url).toBe('/api/refused')
    expect(asked[0]?.headers[requestHeader.refused]).toBe('origin')
  })

  it('without one is told to nobody', async () => {
    const { asked, tell } = telling()
    for (const one of [undefined, '', 'theme=dark', cookie('dead')]) await tell({ cookie: one })
    expect(asked).toEqual([])
  })

  it('is told again where it could not be noted', async () => {
    const answers = [() => Promise.reject(new Error('away')), () => Promise.resolve(500)]
    const { asked, tell } = telling(() => answers.shift()?.() ?? Promise.resolve())
    for (let n = 0; n < 4; n += 1) await tell({ cookie: cookie('live') })
    expect(asked).toHaveLength(3)
  })

  it('keeps the app from nothing else: of many at once a few are told', async () => {
    const waiting: (() => void)[] = []
    const { asked, tell } = telling(() => new Promise((resolve) => waiting.push(resolve)))
    const all = Array.from({ length: 50 }, (_, n) => tell({ cookie: cookie(`n${n}`) }))
    await expect.poll(() => waiting.length).toBe(4)
    for (const release of waiting) release()
    await Promise.all(all)
    expect(asked).toHaveLength(4)
  })
})

describe('the HTTP server', () => {
  useHttpServer()
  const write = (...headers: string[]) =>
    raw('POST /campaigns HTTP/1.1', host, 'Content-Length: 0', ...headers)

  it('tells of what a browser sent from another site, and of no program or page of ours', async () => {
    const ours = 'Origin: http://record.example.org'
    for (const [headers, status] of [
      [['Origin: https://elsewhere.example'], 403],
      [[ours, 'Sec-Fetch-Site: cross-site'], 403],
      [[], 403],
      [[ours, 'Content-Type: application/json'], 415],
      [[ours], 200],
    ] as const) {
      app.foreign = 0
      expect(statusOf(await write(...headers))).toBe(status)
      expect(app.foreign, headers.join()).toBe(status === 403 && headers.length > 0 ? 1 : 0)
    }
  })

  it('believes nobody who says that a write was refused', async () => {
    const header = `${requestHeader.refused}: origin`
    await raw(
      'POST /api/refused HTTP/1.1',
      host,
      'Content-Length: 0',
      'Origin: http://record.example.org',
      header,
    )
    expect(app.handled.map(({ headers }) => headers[requestHeader.refused])).toEqual([undefined])
  })
})
