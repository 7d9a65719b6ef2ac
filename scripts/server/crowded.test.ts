import { expect, it } from 'vitest'
import { app, ask, host, raw, statusOf, useHttpServer } from './http-server-test-support'

useHttpServer()

it('a member is let in while strangers of the same network wait', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  app.handle = async (_request, response) => {
    await held
    response.end()
  }
  const strangers = Array.from({ length: 10 }, () => ask('/sign-in', 'Cookie: throughline=forged'))
  await expect.poll(() => app.handled.length).toBe(2)
  const member = ask('/campaigns', 'Cookie: throughline=member')
  await expect.poll(() => app.handled.at(-1)?.url).toBe('/campaigns')
  expect(app.handled).toHaveLength(3)
  release()
  expect((await Promise.all([member, ...strangers])).map(statusOf)).toEqual(Array(11).fill(200))
})

it('a network that asks for too much at once is told so', async () => {
  app.handle = () => new Promise(() => {})
  const answers = Array.from({ length: 60 }, () => ask('/sign-in'))
  const refused = await Promise.any(answers)
  expect(statusOf(refused)).toBe(429)
  expect(refused).toMatch(/^retry-after: 5/im)
})

it('200 sign-ins from one network: most are refused before the app sees them', async () => {
  const send = (more: string[] = []) =>
    raw(
      ...['POST /sign-in HTTP/1.1', host, 'Origin: http://record.example.org'],
      ...['Content-Length: 0', 'Accept: text/x-component', ...more],
    )
  const statuses: number[] = []
  for (let n = 0; n < 200; n += 1) statuses.push(statusOf(await send()))
  const refused = statuses.filter((status) => status === 429).length
  expect(app.handled.length).toBe(200 - refused)
  expect(refused).toBeGreaterThan(100)
  expect(await send()).toContain('what you typed is still here')
  expect(await send(['Cookie: throughline=member'])).toContain('from the app')
  expect(await ask('/sign-in')).toContain('from the app')
})
