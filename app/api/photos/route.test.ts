import { beforeAll, describe, expect, it, vi } from 'vitest'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import type { Organizer } from '@/server/auth/viewer'
import { withViewer } from '@/server/db'
import { dots, hugePng } from '@/server/photos/test-support'
import { newWorld, type World } from '@/server/testing/world'
import { POST } from './route'

const session = vi.hoisted(() => ({ viewer: null as Organizer | null }))
vi.mock('@/server/auth/session', () => ({ findViewer: () => Promise.resolve(session.viewer) }))

aTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

async function send(bytes: Uint8Array, fields: Record<string, string> = {}, name = 'photo.jpg') {
  const form = new FormData()
  form.append('photo', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), name)
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  return POST(new Request('http://127.0.0.1:3000/api/photos', { method: 'POST', body: form }))
}
const rows = () => withViewer(world.owner, (tx) => tx.photo.count())
const picture = () => dots(60, 40).jpeg().toBuffer()

describe('a picture that is sent', () => {
  it('is kept, whatever its name', async () => {
    session.viewer = world.contributor
    const answer = await send(await picture(), {}, '../../x.jpg')
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({ width: 60, height: 40 })
  })

  it.each([
    ['an SVG named .jpg', () => '<svg xmlns="http://www.w3.org/2000/svg"/>', 415],
    ['a page named .jpg', () => '<!doctype html><script>alert(1)</script>', 415],
    ['a PDF named .jpg', () => '%PDF-1.7', 415],
    ['an AVIF', () => dots(16, 16).avif({ effort: 0 }).toBuffer(), 415],
    ['144 megapixels', () => hugePng(), 422],
    ['half a picture', async () => (await picture()).subarray(0, 700), 422],
    ['nothing', () => '', 422],
    ['15 MB and a byte', () => Buffer.alloc(15_000_001), 413],
    ['16 MB', () => Buffer.alloc(16_000_000), 413],
  ])('is refused when it is %s', async (_name, bytes, status) => {
    session.viewer = world.owner
    const before = await rows()
    const answer = await send(Buffer.from((await bytes()) as string))
    expect(answer.status).toBe(status)
    expect(await answer.json()).toHaveProperty('message')
    expect(await rows()).toBe(before)
  })

  it('is refused with areas that are none, and as anything but a form', async () => {
    session.viewer = world.owner
    expect((await send(await picture(), { areas: '[{"x":2}]' })).status).toBe(422)
    expect((await send(await picture(), { areas: '{' })).status).toBe(422)
    const json = new Request('http://127.0.0.1:3000/api/photos', {
      ...{ method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' } },
    })
    expect((await POST(json)).status).toBe(415)
  })

  it('is refused to who only reads, and to nobody', async () => {
    session.viewer = world.viewer
    expect((await send(await picture())).status).toBe(403)
    session.viewer = null
    expect((await send(await picture())).status).toBe(401)
  })

  it('without script leads back to a page of ours, and to no other', async () => {
    session.viewer = world.owner
    const back = '/campaigns/c/entries/1/edit'
    const done = await send(await picture(), { back })
    expect(done.status).toBe(303)
    expect(done.headers.get('location')).toMatch(/^\/campaigns\/c\/entries\/1\/edit\?photo=[\w-]+$/)
    const refused = await send(Buffer.from('<svg/>'), { back })
    expect(refused.headers.get('location')).toBe(`${back}?trouble=kind`)
    for (const elsewhere of [
      'https://evil.example/campaigns/',
      '//evil.example',
      '/campaigns/a\\b',
    ])
      expect((await send(await picture(), { back: elsewhere })).headers.get('location')).toBeNull()
  })
})
