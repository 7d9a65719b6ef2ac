import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { documents } from './documents/documents'
import { innerRequests } from './inner-request'
import { lastWritten, sayWritten } from './written'

const session = `throughline=${'a'.repeat(43)}`
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function serve(handle: Parameters<typeof createServer>[1], port = 0): Promise<string> {
  const server = createServer(handle)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Answers a write as the server does, with a cookie of the app's own. */
const writing = (https: boolean) =>
  serve((request, response) => {
    sayWritten(request, response, https)
    response.setHeader('set-cookie', 'theirs=1')
    response.writeHead(303, { location: '/' }).end()
  })

const write = async (url: string, cookie: string) =>
  (
    await fetch(url, { method: 'POST', headers: { cookie }, redirect: 'manual' })
  ).headers.getSetCookie()

describe('a write', () => {
  it('has a name of its own, which the browser keeps for a minute', async () => {
    const url = await writing(false)
    const first = await write(url, session)
    expect(first).toEqual([
      'theirs=1',
      expect.stringMatching(
        /^throughline-written=[\w-]{16}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=60$/,
      ),
    ])
    expect(await write(url, session)).not.toEqual(first)
    expect((await write(await writing(true), session))[1]).toMatch(/^__Host-.*; Secure$/)
    expect(await write(url, 'other=1')).toEqual(['theirs=1'])
  })

  it('is known by that name alone', () => {
    expect(lastWritten(`a=b; throughline-written=${'x'.repeat(16)}`)).toBe('x'.repeat(16))
    expect(lastWritten(`__Host-throughline-written=${'x'.repeat(16)}`)).toBe('x'.repeat(16))
    for (const other of ['', 'throughline-written=', 'throughline-written=a b', session])
      expect(lastWritten(other)).toBe('')
  })
})

it('what a member has just written is on the next page, whichever process answers', async () => {
  let text = 'before'
  const processes = await Promise.all(
    [1, 2].map(() => {
      const pages = documents({
        ask: innerRequests((_request, response) => {
          const head = `<!DOCTYPE html><html><head><title>${text}</title></head>`
          response
            .writeHead(200, { 'content-type': 'text/html' })
            .end(`${head}<body></body></html>`)
          return Promise.resolve()
        }),
        // Nothing in the database says that something was written.
        states: { of: () => Promise.resolve(1), change: () => {} },
        security: () => ({}),
        styles: { of: () => '', fonts: [] },
      })
      return serve((request, response) => void pages.answer(request, response))
    }),
  )
  const titles = (cookie: string) =>
    Promise.all(
      processes.map(async (url) => {
        const headers = { cookie, accept: 'text/html', 'sec-fetch-dest': 'document' }
        const html = await (await fetch(`${url}/campaigns/a/story`, { headers })).text()
        return /<title>(.*)<\/title>/.exec(html)?.[1]
      }),
    )
  expect(await titles(session)).toEqual(['before', 'before'])
  text = 'after'
  expect(await titles(session)).toEqual(['before', 'before'])
  const [, written = ''] = await write(await writing(false), session)
  expect(await titles(`${session}; ${written.split(';')[0]}`)).toEqual(['after', 'after'])
})
