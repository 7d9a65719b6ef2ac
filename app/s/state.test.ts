import { beforeAll, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { createShare } from '@/server/shares/links/mutations'
import { logEntry, newWorld, type World } from '@/server/testing/world'
import { get } from './crawl'
import { words } from './test-support'

aTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
  await logEntry(world.owner, world.campaign, {
    ...{ title: 'A rally', summary: 'Hundreds came.' },
    demands: [{ wording: 'End it', targets: 'Amazon' }],
  })
})

const linkWith = (more: Record<string, string>) =>
  createShare(world.owner, shareSchema.parse({ campaign: world.campaign.id, ...more }))

describe('how a record stands, as a page to be framed', () => {
  it('is its sentence and its drawing, and leads to the record beside the frame', async () => {
    const { url } = await linkWith({ frames: 'https://news.example.org' })
    const answer = await get(`${url}/state`)
    expect(answer.headers.get('x-throughline-frames')).toBe('https://news.example.org')
    const html = await answer.text()
    expect(words(html)).toMatch(/1 demand : open at Amazon/)
    expect(html).toContain('<svg class="drawing-desk"')
    expect(html).not.toContain('Hundreds came.')
    expect(html).toContain('<base target="_blank"/>')
    const path = new URL(url).pathname
    const led = [...html.matchAll(/<a href="([^"]+)"/g)].map(([, href = '']) => href)
    expect(led.length).toBeGreaterThan(4)
    // Anchors and periods are those of the record's page, never of this one.
    for (const href of led) expect(href.startsWith(path)).toBe(true)
    const page = await (await get(url)).text()
    for (const href of led.filter((one) => one.includes('#')))
      expect(page).toContain(`id="${href.split('#')[1]}"`)
  })

  it('tells of demands alone where the link does', async () => {
    const { url } = await linkWith({ scope: 'ledger' })
    const html = await (await get(`${url}/state`)).text()
    expect(words(html)).toMatch(/1 demand : open at Amazon/)
    expect(html).not.toContain('A rally')
  })
})
