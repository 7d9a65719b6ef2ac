import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { plainField, type PlainFieldName } from '@/lib/entries/fields/plain'
import { lensRules, type LensRules } from '@/lib/shares/lens'
import { shareSchema } from '@/lib/schemas/share'
import { lensLabels, keysOf, type Lens } from '@/lib/schemas/words'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { freezeShare } from '@/server/shares/editions/editions'
import { createShare } from '@/server/shares/links/mutations'
import { fill, meetingsOf, word } from '@/server/testing/canary'
import { takeBack } from '@/server/testing/canary-taken-back'
import { newWorld, wordFields, type World } from '@/server/testing/world'
import { crawl, openPrivate } from './crawl'

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

const lenses = keysOf(lensLabels)

const widestOf = (name: PlainFieldName) => plainField(name).lens.widest

/** Fields that no lens may show. */
const PRIVATE = [
  // The places of the entry that has a word in each field are known by their town alone.
  ...wordFields().filter((name) => widestOf(name) === null || plainField(name).exactPlace),
  ...['consentReason', 'capturedText', 'sourceAuthor', 'label', 'memberName'],
  ...['draft', 'review', 'trash', 'otherCampaign', 'draftDemand', 'decision', 'proposal'],
  ...['hiddenPerson', 'hiddenQuote', 'initialsName', 'roleName', 'hiddenPlace', 'street'],
  ...['placeClaim', 'prefix', 'suffix', 'hiddenAccount', 'filterName', 'workspace'],
  ...['oldTitle', 'withdrawnPerson', 'withdrawnQuote', 'withdrawnEntry', 'laterPlace', 'removed'],
  ...['followUp', 'askAgain', 'outcomeNote', 'draftAnswer', 'comment', 'commentAbout'],
  ...['hiddenDispute', 'disputeTakenBack'],
  ...['planTitle', 'planPlace', 'planNote', 'planMeets', 'planRole', 'planName'],
  ...['planTask', 'planHelper', 'planMoved', 'planReason'],
  ...['exif', 'removedPhoto', 'draftPhoto', 'linkToDraft', 'linkFromDraft', 'linkElsewhere'],
]
/** Fields that some lenses show, with those lenses. */
const SHOWN: Record<string, Lens[]> = {
  ...Object.fromEntries(
    wordFields().flatMap((name) => {
      const widest = widestOf(name)
      return widest === null || plainField(name).exactPlace
        ? []
        : [[name, lenses.slice(lenses.indexOf(widest))]]
    }),
  ),
  title: ['public', 'press', 'ally', 'member'],
  ...Object.fromEntries(
    ['disputeReason', 'disputeBy', 'reply', 'standingDispute'].map((name) => [name, lenses]),
  ),
  askedThrough: ['public', 'press', 'ally', 'member'],
  namedPerson: ['public', 'press', 'ally', 'member'],
  passage: ['public', 'press', 'ally', 'member'],
  roleDescription: ['press', 'ally', 'member'],
  negotiation: ['press', 'ally', 'member'],
  standingNote: ['press', 'ally', 'member'],
  meeting: ['ally', 'member'],
  earlierWording: ['ally', 'member'],
  tag: ['member'],
  caption: ['public', 'press', 'ally', 'member'],
  photoCredit: ['public', 'press', 'ally', 'member'],
  alt: ['public', 'press', 'ally', 'member'],
  linkNote: ['public', 'press', 'ally', 'member'],
  linkToMeeting: ['ally', 'member'],
}

/** Who keeps the record: the same for every lens, where a link says it at all. */
const PUBLISHER = ['publisherName', 'publisherAbout', 'publisherContact', 'publisherCorrections']
for (const name of PUBLISHER) SHOWN[name] = lenses

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
  })
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
