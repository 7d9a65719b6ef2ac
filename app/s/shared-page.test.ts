import { beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_SLUG } from '@/server/sample/founding-facts'
import { newOwner, useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { systemViewer } from '@/server/auth/viewers'
import { getCampaign } from '@/server/campaigns/queries'
import { withViewer } from '@/server/db'
import { addSample } from '@/server/sample/founding-record'
import { revokeShare } from '@/server/shares/links/ending'
import { createShare } from '@/server/shares/links/mutations'
import { newCampaign } from '@/server/shares/test-support'
import { get } from './crawl'
import { shareOf, words } from './test-support'

aTestDatabase()

const DAY_MS = 24 * 60 * 60_000

describe('the founding record through a link', () => {
  let url: string
  let html: string
  beforeAll(async () => {
    const operator = systemViewer((await newOwner()).workspaceId)
    await addSample(operator)
    const { id } = await getCampaign(operator, SAMPLE_SLUG)
    url = (await createShare(operator, { campaign: id, lens: 'press', expires: 30, label: '' })).url
    html = await (await get(url)).text()
  })

  it('shows the demands, both dates, the voices and who was asked', () => {
    const text = words(html)
    for (const number of [1, 2, 3, 4]) expect(text).toContain(`${number}.`)
    expect(text).toContain('Fri 13 Feb 2026')
    expect(text).toContain('Thu 12 Feb 2026')
    expect(text).toContain('sources differ')
    expect(text).toContain('Maren Costa')
    expect(text).toContain('Ahmed Shahour')
    expect(text).toContain('did not immediately respond')
    expect(text).toContain('about November 2025')
    expect(text).toMatch(/Ring Met , by 13 Feb 2026/)
    expect(text).toMatch(/Amazon Open/)
    expect(text).toContain('Nobody is tracked')
    expect(text).toContain('More for readers')
  })

  it('says in a sentence how it stands, with what its numbers count a step away', () => {
    const [, state = ''] = /<p class="state">(.*?)<\/p>/.exec(html) ?? []
    expect(words(state)).toMatch(
      /4 demands : 1 met at Ring ; 2 open at AWS , unanswered [^;]*; 2 open at Amazon , unanswered/,
    )
    expect(words(state)).toContain('6 entries')
    for (const [, anchor = ''] of state.matchAll(/href="#([^"]+)"/g))
      expect(html).toContain(`id="${anchor}"`)
  })

  it('is drawn for a desk and for a phone, each entry once, as a link to it', () => {
    const ids = [...html.matchAll(/<h3 [^>]*class="entry-title"><a[^>]*href="([^"]+)"/g)]
    expect(ids).toHaveLength(6)
    for (const size of ['desk', 'phone']) {
      const [svg = ''] = new RegExp(`<svg class="drawing-${size}".*?</svg>`).exec(html) ?? []
      for (const [, href = ''] of ids) expect(svg.split(`href="${href}"`)).toHaveLength(2)
      expect(svg).toContain('href="#demand-4"')
      expect(svg).toMatch(/<desc[^>]*>Action: 1\..*Demand 1: No reply recorded for \d+ days\./)
      // Raised at Amazon and Ring, and answered by one of them.
      expect(svg).toContain('class="drawing-partly"')
    }
    expect(words(html)).toMatch(/February 2026 1 2 1 1/)
  })

  it('has a page for each entry, with its thread, the ones beside it, and how to cite it', async () => {
    const [rally = ''] = /\/e\/[0-9a-f]{32}(?=">Rally at)/.exec(html) ?? []
    const page = await (await get(`${url}${rally}`)).text()
    const text = words(page)
    expect(text).toMatch(
      /“ Rally at the Amazon Spheres ”, Fri 13 Feb 2026\. In: Amazon, cut the ties/,
    )
    expect(page).toContain(`<span class="address">${url}${rally}</span>`)
    const [, thread = ''] = /<ol class="thread">(.*?)<\/ol>/.exec(page) ?? []
    expect(words(thread)).toMatch(/Ring cancels its partnership .* demand 4/)
    expect(thread.match(/aria-current="true"/g)).toHaveLength(1)
    const [, after = ''] = /rel="prev" href="([^"]+)"/.exec(page) ?? []
    const earlier = await (await get(new URL(after, url).href)).text()
    expect(earlier).toContain(`rel="next" href="${new URL(`${url}${rally}`).pathname}"`)
    const calendar = await get(`${url}${rally}/entry.ics`)
    expect(calendar.headers.get('content-type')).toContain('text/calendar')
    expect((await calendar.text()).match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect((await get(`${url}${rally}/other.ics`)).status).toBe(404)
  })

  it('is one plain document without script, inline style or a way to be tracked', () => {
    expect(html).toMatch(/^<!doctype html><html lang="en" data-title="[^"]+">/)
    expect(html).not.toMatch(/<script|<iframe|<img|<form|\son[a-z]+=|style=|javascript:/i)
    expect(html).not.toMatch(/<link[^>]+href="https?:/)
    for (const [link] of html.matchAll(/<a [^>]*href="https?:[^>]*>/g))
      expect(link).toContain('rel="noreferrer noopener external"')
    expect(html).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/)
  })

  it('says in its headers that nobody else may keep, index or trace it', async () => {
    const response = await get(url)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'private, no-cache',
      'content-type': 'text/html; charset=utf-8',
      etag: expect.stringMatching(/^"[\w-]{43}"$/) as string,
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      // Read and taken off by the HTTP server in front.
      'x-throughline-view': expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
  })

  it('answers 304 to who has these bytes already', async () => {
    const etag = (await get(url)).headers.get('etag') ?? ''
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const response = await get(url, { 'if-none-match': known })
      expect(response.status).toBe(304)
      expect(await response.text()).toBe('')
    }
    const oldest = await get(`${url}?order=oldest`, { 'if-none-match': etag })
    expect(oldest.status).toBe(200)
  })

  it('turns the order around and ignores what it does not understand', async () => {
    const text = words(await (await get(`${url}?order=oldest`)).text())
    expect(text.indexOf('about November 2025')).toBeLessThan(text.lastIndexOf('Fri 13 Feb 2026'))
    const odd = '?campaign=other&status=draft&after=x&order=&after=2026-13-99_x&lens=member'
    expect(await (await get(`${url}${odd}`)).text()).toBe(html)
  })
})

describe('a link that shows nothing', () => {
  it('of a campaign that has published nothing says so, and offers no choices of nothing', async () => {
    const { url: empty } = await shareOf(await newCampaign())
    const page = await (await get(empty)).text()
    expect(words(page)).toContain('Nothing is published here yet.')
    expect(page).not.toContain('lane=')
    expect(page).not.toContain('order=')
    expect(page).not.toContain('/plots')
    expect(
      [...page.matchAll(/<section class="files".*?<\/section>/gs)].join('').match(/<dt>/g),
    ).toHaveLength(1)
    expect(words(page)).toContain('Feed (Atom)')
  })

  it('answers the same bytes whether it is unknown, malformed, revoked or expired', async () => {
    const made = await newCampaign()
    const { operator, campaign } = made
    const revoked = await shareOf(made)
    await revokeShare(operator, revoked.id)
    const input = { campaign: campaign.id, lens: 'press', expires: 1, label: '' } as const
    const expired = await createShare(operator, input, new Date(Date.now() - 2 * DAY_MS))
    const gone = await newCampaign()
    const trashed = await shareOf(gone)
    await withViewer(gone.operator, (tx) =>
      tx.campaign.updateMany({ data: { trashedAt: new Date() } }),
    )
    const base = 'http://127.0.0.1:3000/s/'
    const urls = [
      revoked.url,
      expired.url,
      trashed.url,
      `${base}${'0'.repeat(26)}`,
      `${base}nothing`,
    ]
    const answers = await Promise.all(
      urls.map(async (url) => {
        const response = await get(url)
        return [response.status, [...response.headers], await response.text()]
      }),
    )
    expect(answers[0]?.[0]).toBe(404)
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })
})

describe('a long record', () => {
  it('goes by pages of a hundred, each entry on one of them', async () => {
    const made = await newCampaign()
    const { operator, campaign } = made
    const { workspaceId } = operator
    await withViewer(operator, (tx) =>
      tx.entry.createMany({
        data: Array.from({ length: 230 }, (_, n) => {
          const day = new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 7)))
          return {
            ...{ workspaceId, campaignId: campaign.id, kind: 'rally', lane: 'action' },
            ...{ status: 'published', title: `Rally number ${n}.`, firstDay: day, lastDay: day },
            edtf: day.toISOString().slice(0, 10),
            // Every other one has its hour, and pages turn at both sorts.
            ...(n % 2 === 0 && { timeOfDay: '17:30', timeZone: 'America/Los_Angeles' }),
          } as const
        }),
      }),
    )
    let next: string | undefined = (await shareOf(made)).url
    const seen: string[] = []
    const sizes: number[] = []
    while (next) {
      const html: string = await (await get(next)).text()
      const titles = [...html.matchAll(/<h3[^>]*><a[^>]*>Rally number (\d+)\./g)].map(
        ([, number]) => number ?? '',
      )
      // All of it is drawn above the first page, and counts all of it.
      expect(html.includes('<figure class="drawing">')).toBe(seen.length === 0)
      if (seen.length === 0) {
        expect(html).toContain('Action: 230.')
        // It is long enough to be looked through: by the kinds that it has, and no others.
        expect(html).toMatch(/<form class="find" role="search" action="\/s\/[^"]+#timeline">/)
        expect(html.match(/<option value="[a-z]+"/g)).toEqual(['<option value="rally"'])
        const found = await (await get(`${next}?kind=rally&from=2026-01-31`)).text()
        expect(words(found)).toMatch(/20 of 230 entries: rallies since 31 Jan 2026/)
        // Days are as near as it goes: nobody knows more of most entries.
        expect(found).not.toContain('00:00')
        expect(found).toContain('value="2026-01-31"')
      }
      sizes.push(titles.length)
      seen.push(...titles)
      const link = /<a href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
      next = link && new URL(link, next).href
    }
    expect(sizes).toEqual([100, 100, 30])
    expect(new Set(seen).size).toBe(230)
  })
})
