import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { withViewer } from '@/server/db'
import { freezeShare, listEditions } from '@/server/shares/editions/editions'
import { revokeShare } from '@/server/shares/links/ending'
import { createShare } from '@/server/shares/links/mutations'
import { logEntry, newWorld, type World } from '@/server/testing/world'
import { get } from './crawl'

aTestDatabase()

let world: World
let link: { id: string; url: string }
beforeAll(async () => {
  world = await newWorld()
  const { owner, campaign } = world
  await logEntry(owner, campaign, {
    ...{ title: 'First rally', summary: 'Nadia Example spoke.', place: 'Gate 5, Seattle' },
    appearances: [
      {
        ...{ name: 'Nadia Example', consent: 'named', consentReason: 'said so' },
        quotes: [{ text: 'We are here.' }],
      },
    ],
  })
  link = await createShare(owner, shareSchema.parse({ campaign: campaign.id }))
  await freezeShare(owner, { share: link.id })
})

const text = async (path: string) => (await get(`${link.url}${path}`)).text()

describe('an edition', () => {
  it('is a file whose SHA-256 stands on its page', async () => {
    const answer = await get(`${link.url}/editions/edition-1.json`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="edition-1.json"')
    const bytes = Buffer.from(await answer.arrayBuffer())
    const [head] = await listEditions(world.owner, link.id)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(head?.sha256)
    const html = await text('/editions/1')
    expect(html).toContain(head?.sha256)
    expect(html).toContain('Nadia Example')
    expect(await text('')).toContain(`/editions/1#since`)
    expect(html).not.toMatch(/<script|style=|<img/)
  })

  it('lists what went on when it was frozen, and the page of the link what goes on now', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-01T12:00:00Z') })
    const own = await newWorld()
    await logEntry(own.owner, own.campaign, { title: 'The long strike', date: 'since 10 Mar 2026' })
    await logEntry(own.owner, own.campaign, { title: 'A camp', date: '20 Mar to 20 Apr 2026' })
    const made = await createShare(own.owner, shareSchema.parse({ campaign: own.campaign.id }))
    await freezeShare(own.owner, { share: made.id })
    vi.setSystemTime(new Date('2026-04-25T12:00:00Z'))
    const listed = async (path: string) => {
      const html = await (await get(`${made.url}${path}`)).text()
      return /<section aria-labelledby="on-now">.*?<\/section>/.exec(html)?.[0] ?? ''
    }
    const [then, now] = [await listed('/editions/1'), await listed('')]
    vi.useRealTimers()
    expect(then).toContain('On when this edition was frozen, Wed 1 Apr 2026')
    expect(then).toContain('The long strike')
    expect(then).toContain('A camp')
    expect(now).toContain('On now')
    expect(now).toContain('since 10 Mar 2026')
    expect(now).not.toContain('A camp')
  })

  it('ends on paper with its moment, its hash and where it is checked', async () => {
    const [head] = await listEditions(world.owner, link.id)
    const foot = (await text('/editions/1')).split('<footer>')[1] ?? ''
    expect(foot).toContain(`frozen at ${head?.frozenAt}`)
    expect(foot).toContain(head?.sha256)
    expect(foot).toContain(`${link.url}/editions/1`)
  })

  it('says that nothing changed as long as nothing did', async () => {
    const [, since = ''] = (await text('/editions/1')).split('id="since"')
    const [told = ''] = since.split('</section>')
    expect(told).toContain('No change was found')
    expect(told).not.toContain('Corrected')
  })

  it('stays as it was, and says what changed since', async () => {
    const own = await newWorld()
    const { id } = await logEntry(own.owner, own.campaign, { title: 'As it was' })
    const made = await createShare(own.owner, shareSchema.parse({ campaign: own.campaign.id }))
    await freezeShare(own.owner, { share: made.id })
    await withViewer(own.owner, (tx) =>
      tx.entry.updateMany({ where: { id }, data: { title: 'As it is' } }),
    )
    await logEntry(own.owner, own.campaign, { title: 'Came later' })
    const html = await (await get(`${made.url}/editions/1`)).text()
    const [since = '', frozen = ''] = html.split('id="timeline"')
    expect(frozen).toContain('As it was')
    expect(frozen).not.toContain('Came later')
    expect(since).toContain('Added: 1')
    expect(since).toMatch(/As it is<\/bdi><\/a> \(Fri 13 Feb 2026\): title/)
    await freezeShare(own.owner, { share: made.id })
    expect((await listEditions(own.owner, made.id)).map(({ number }) => number)).toEqual([2, 1])
    expect(await (await get(`${made.url}/editions/2`)).text()).toContain('No change was found')
  })

  it.each(['0', '01', '3', 'x', '1.json', 'edition-3.json', 'edition-01.json', '9999999'])(
    'is not there as %s',
    async (name) => expect((await get(`${link.url}/editions/${name}`)).status).toBe(404),
  )

  it('shows nobody who withdrew since, says so, and gives out what is left with its hash', async () => {
    const [head] = await listEditions(world.owner, link.id)
    const set = (consent: 'hidden' | 'initials' | 'named') =>
      withViewer(world.owner, (tx) =>
        tx.person.updateMany({ where: { name: 'Nadia Example' }, data: { consent } }),
      )
    await set('hidden')
    const hidden = await text('/editions/1')
    expect(hidden).not.toMatch(/Nadia|We are here/)
    expect(hidden).toContain('First rally')
    expect(hidden).toContain('Taken back since it was frozen: 1 person as shown at an entry')
    expect(hidden).not.toContain(head?.sha256)
    const left = await text('/editions/edition-1.json')
    expect(left).not.toMatch(/Nadia|We are here/)
    expect(left).toContain('"nonce": ""')
    expect(hidden).toContain(createHash('sha256').update(left).digest('hex'))
    await set('initials')
    const initials = await text('/editions/1')
    expect(initials).not.toContain('Nadia')
    expect(initials).toContain('N. E.')
    await set('named')
    expect((await get(`${link.url}/editions/edition-1.json`)).status).toBe(200)
  })

  it('keeps no quote that was withdrawn since, and no place that is hidden since', async () => {
    const { owner, campaign } = await newWorld()
    const { id } = await logEntry(owner, campaign, {
      ...{ title: 'A vigil', place: 'Gate 5, Seattle' },
      placeClaims: [{ value: 'Gate 6, Tacoma', saidBy: 'the poster' }],
      appearances: [
        {
          ...{ name: 'Nadia Example', consent: 'named', consentReason: 'said so' },
          quotes: [{ text: 'We are here.' }, { text: 'They listen in.' }],
        },
      ],
    })
    const made = await createShare(owner, shareSchema.parse({ campaign: campaign.id }))
    await freezeShare(owner, { share: made.id })
    const edition = async () => (await get(`${made.url}/editions/1`)).text()
    const whole = await edition()
    for (const words of ['We are here', 'They listen in', 'Gate 5', 'Gate 6'])
      expect(whole).toContain(words)
    await withViewer(owner, async (tx) => {
      await tx.quote.updateMany({ where: { text: 'They listen in.' }, data: { consent: 'hidden' } })
      await tx.entry.updateMany({ where: { id }, data: { placePrecision: 'hidden' } })
    })
    const now = await edition()
    expect(now).toContain('We are here')
    for (const words of ['They listen in', 'Gate 5', 'Gate 6', 'Seattle', 'Tacoma'])
      expect(now).not.toContain(words)
  })

  it('cannot be changed by anybody, and ends with its link', async () => {
    await expect(
      withViewer(world.owner, (tx) => tx.shareEdition.updateMany({ data: { content: 'x' } })),
    ).rejects.toThrow('permission denied')
    const ending = await createShare(
      world.owner,
      shareSchema.parse({ campaign: world.campaign.id }),
    )
    await freezeShare(world.owner, { share: ending.id })
    await revokeShare(world.owner, ending.id)
    for (const path of ['/editions', '/editions/1', '/editions/edition-1.json', '/changes'])
      expect((await get(`${ending.url}${path}`)).status).toBe(404)
    await expect(freezeShare(world.owner, { share: ending.id })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('is numbered once by many at the same time', async () => {
    const made = await createShare(world.owner, shareSchema.parse({ campaign: world.campaign.id }))
    const frozen = await Promise.all(
      Array.from({ length: 5 }, () => freezeShare(world.owner, { share: made.id })),
    )
    expect(frozen.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5])
  })
})
