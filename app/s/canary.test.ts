import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { lensRules, type LensRules } from '@/lib/shares/lens'
import { shareSchema, shareTermsSchema } from '@/lib/schemas/share'
import type { Lens } from '@/lib/schemas/words'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { withViewer } from '@/server/db'
import { exportedBytes } from '@/server/exports/test-support'
import { freezeShare } from '@/server/shares/editions/editions'
import { changeShareTerms } from '@/server/shares/links/changes'
import { createShare } from '@/server/shares/links/mutations'
import { fill, word } from '@/server/testing/canary'
import { meetingsOf } from '@/server/testing/meetings'
import { takeBack } from '@/server/testing/canary-taken-back'
import { unzipped } from '@/server/testing/zip'
import { newWorld, type World } from '@/server/testing/world'
import { lenses, PRIVATE, PUBLISHER, SHOWN } from './canary-fields-test-support'
import { crawl, get, openPrivate } from './crawl'

type Drawing = typeof import('@/server/shares/reading/drawing')

/** What is drawn in place of what the link shows; nothing where it is as it is made. */
const drawing = vi.hoisted(() => ({ instead: null as ((real: Drawing) => Drawing) | null }))
vi.mock('@/server/shares/reading/drawing', async (original) => {
  const real = await original<Drawing>()
  const sharedDrawing: Drawing['sharedDrawing'] = (...given) =>
    (drawing.instead?.(real) ?? real).sharedDrawing(...given)
  return { sharedDrawing }
})

/** Pictures are made of drawings, in which their words can be read. */
vi.mock('@/server/plots/files', async (original) => ({
  ...(await original<typeof import('@/server/plots/files')>()),
  pngOf: (svg: string) => Promise.resolve(Buffer.from(svg)),
}))

aTestDatabase()

let world: World
const links = new Map<Lens, string>()

beforeAll(async () => {
  world = await newWorld()
  await fill(world)
  for (const lens of lenses) {
    const input = { campaign: world.campaign.id, lens, label: word('label'), cards: 'on' }
    const { id, url } = await createShare(world.owner, shareSchema.parse(input))
    links.set(lens, url)
    // Frozen while more could be seen: what was taken back since is in no byte of it.
    await freezeShare(world.owner, { share: id })
  }
  await takeBack(world)
})

async function hits(lens: Lens): Promise<string[]> {
  return wordsIn(await crawl(links.get(lens) ?? ''))
}

function wordsIn(served: Map<string, string>): string[] {
  expect(served.size).toBeGreaterThan(18)
  const all = [...served.values()].join('\n').toLowerCase()
  return [...PRIVATE, ...Object.keys(SHOWN)].filter((one) => all.includes(word(one).toLowerCase()))
}

describe('a canary word in every field', () => {
  it.each(lenses)('is in no byte that a %s link may not serve', async (lens) => {
    const allowed = Object.keys(SHOWN).filter((field) => SHOWN[field]?.includes(lens))
    expect((await hits(lens)).sort()).toEqual(allowed.sort())
    // The public link knows of no place exactly, so it has no map.
    expect((await get(`${links.get(lens) ?? ''}/map`)).status).toBe(lens === 'public' ? 404 : 200)
  })
})

describe('an edition of a link that was narrowed since', () => {
  it.each(['press', 'ally', 'member'] as const)(
    'serves no more than the link, once %s',
    async (lens) => {
      const input = { campaign: world.campaign.id, lens, label: word('label'), cards: 'on' }
      const { id, url } = await createShare(world.owner, shareSchema.parse(input))
      await freezeShare(world.owner, { share: id })
      const terms = { share: id, lens: 'public', choices: '' }
      await changeShareTerms(world.owner, shareTermsSchema.parse(terms))
      const found = wordsIn(await crawl(url))
      expect(found).toContain('title')
      expect(found.filter((field) => !SHOWN[field]?.includes('public'))).toEqual([])
    },
  )
})

describe('a link to a part', () => {
  it.each(lenses)('serves no byte that a %s link may not serve', async (lens) => {
    const entry = await withViewer(world.owner, (tx) =>
      tx.entry.findFirstOrThrow({ where: { title: word('title') }, select: { id: true } }),
    )
    const parts = [
      { scope: 'entry', entry: entry.id },
      { scope: 'filter', filter: 'demand=1' },
    ]
    for (const part of parts) {
      const input = { campaign: world.campaign.id, lens, label: word('label'), cards: 'on' }
      const { url } = await createShare(world.owner, shareSchema.parse({ ...input, ...part }))
      const found = wordsIn(await crawl(url))
      expect(found).toContain('title')
      expect(found.filter((field) => !SHOWN[field]?.includes(lens))).toEqual([])
    }
  })
})

describe('a press kit as a folder', () => {
  // What it has no place for, of what a link of its lens shows.
  const NOT_IN_IT = ['passage', 'askedThrough', 'standingNote', 'linkNote']

  it.each(['press', 'public'] as const)(
    'for %s holds what such a link may serve alone',
    async (lens) => {
      const format = lens === 'press' ? 'press-kit' : 'press-kit-public'
      const { bytes } = await exportedBytes(world.owner, format, world.campaign.slug)
      const files = await unzipped(bytes)
      const all = [...files].flat().map(String).join('\n').toLowerCase()
      const found = [...PRIVATE, ...Object.keys(SHOWN)].filter((one) =>
        all.includes(word(one).toLowerCase()),
      )
      const allowed = Object.keys(SHOWN).filter((field) => SHOWN[field]?.includes(lens))
      expect(found.sort()).toEqual(allowed.filter((one) => !NOT_IN_IT.includes(one)).sort())
    },
  )
})

describe('a private link that was opened', () => {
  it('serves what another link of its lens does but who keeps it, and its secret in no byte', async () => {
    const input = { campaign: world.campaign.id, lens: 'press', label: word('label') }
    const { id, url } = await createShare(
      world.owner,
      shareSchema.parse({ ...input, private: 'on' }),
    )
    await freezeShare(world.owner, { share: id })
    const { place, cookie } = await openPrivate(url)
    const served = await crawl(place, { cookie })
    const press = (await hits('press')).filter((one) => !PUBLISHER.includes(one))
    expect(wordsIn(served).sort()).toEqual(press.sort())
    expect([...served.values()].join('\n')).not.toContain(new URL(url).hash.slice(1))
    const closed = [...(await crawl(place)).values()].join('\n').toLowerCase()
    expect(closed).not.toMatch(/zq\w+zq/)
  }, 60_000)
})

describe('a list of what is allowed that is one field longer', () => {
  const kept = { ...lensRules }
  afterEach(() => Object.assign(lensRules, kept))
  const widened = (rules: Partial<LensRules>) =>
    Object.assign(lensRules, { public: { ...kept.public, ...rules } })

  it.each([
    ['tags', 'tag'],
    ['assessmentNotes', 'standingNote'],
    ['earlierWordings', 'earlierWording'],
    ['privateNote', 'privateNote'],
  ] as const)('serves the word when it has %s', async (field, found) => {
    widened({ fields: [...kept.public.fields, field] })
    expect(await hits('public')).toContain(found)
  })

  it.each(['meeting', 'negotiation'] as const)('serves the word when it has %s', async (kind) => {
    widened({ kinds: [...kept.public.kinds, kind] })
    expect(await hits('public')).toContain(kind)
  })

  it('serves the word when it has people by their role', async () => {
    widened({ people: [...kept.public.people, 'role_only'] })
    expect(await hits('public')).toContain('roleDescription')
  })

  it('still serves no draft and nobody who is hidden, whatever it allows', async () => {
    const before = await hits('public')
    widened({
      statuses: ['published', 'draft', 'in_review'],
      people: [...kept.public.people, 'hidden'],
    })
    expect(await hits('public')).toEqual(before)
  })
})

describe('a drawing that shows more than its link', () => {
  afterEach(() => {
    drawing.instead = null
  })

  it('serves the word of an entry that the link leaves out', async () => {
    drawing.instead = ({ sharedDrawing }) => ({
      sharedDrawing: (context, _entries, demands) =>
        sharedDrawing(context, meetingsOf(context.reader.campaignId), demands),
    })
    expect(await hits('public')).toContain('meeting')
  })

  it('serves the word of a field that the link leaves out', async () => {
    drawing.instead = ({ sharedDrawing }) => ({
      sharedDrawing: async (context, entries, demands) => {
        const drawn = await sharedDrawing(context, entries, demands)
        const [row] = await context.tx.$queryRaw<{ note: string }[]>`
          select e.private_note as note from entry e where ${entries} and e.private_note <> ''`
        const [entry] = drawn?.desk.entries ?? []
        if (entry) entry.title = context.withhold(row?.note ?? '')
        return drawn
      },
    })
    expect(await hits('public')).toContain('privateNote')
  })
})
