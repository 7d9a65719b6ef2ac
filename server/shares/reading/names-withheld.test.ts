import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Consent } from '@/lib/schemas/words'
import { crawl, get } from '../../../app/s/crawl'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { AppError } from '../../errors'
import {
  inFull,
  madeUpNames,
  newPeopleRecord,
  peopleSteps,
  type PeopleRecord,
} from '../../testing/people-record'
import { hasInitials, lettersOf } from '../../testing/spellings'

useTestDatabase()

// A few that are the same every day.
const RUNS = { numRuns: 2, seed: 8 }
const STEPS = 10
type Steps = [step: string, one: number, other: number][]
// What has every sort of step that once brought a name back.
const WHOLE: Steps = [
  ['rename', 0, 4],
  ['freeze', 1, 0],
  ['hide', 1, 0],
  ['merge', 2, 1],
  ['unmerge', 2, 0],
  ['decide', 0, 0],
  ['edit', 1, 3],
  ['trash', 0, 0],
  ['erase', 0, 0],
  ['freeze', 1, 0],
]

it(
  'no byte of any share holds a name that is withheld, whatever was done before',
  async () => {
    const step = fc.tuple(fc.constantFrom(...Object.keys(peopleSteps)), fc.nat(99), fc.nat(99))
    const sequence = fc.array(step, { minLength: STEPS, maxLength: STEPS })
    await fc.assert(
      fc.asyncProperty(sequence, async (steps) => {
        const record = await newPeopleRecord()
        const names = await standingOf(record)
        for (const [index, [name, one, other]] of steps.entries()) {
          const done = await peopleSteps[name]?.(record, one, other).then(always, refused)
          await names.look()
          const isLast = index === STEPS - 1
          if (!done && !isLast) continue
          const links = record.links.filter((_, link) => isLast || (link + index) % 2 === 0)
          for (const link of links) {
            const why = JSON.stringify([steps.slice(0, index + 1), link.url])
            await expectWithheld(link, (name) => names.of(name), why)
          }
        }
      }),
      { ...RUNS, examples: [[WHOLE]], endOnFailure: true },
    )
  },
  60 * 60_000,
)

const always = () => true

// What is refused, such as to trash somebody who is mentioned still, changes nothing.
function refused(error: unknown): false {
  if (!(error instanceof AppError)) throw error
  return false
}

type Standing = 'shown' | 'initials' | 'withheld'
type Holder = { id: string; names: string[]; consent: Consent; merged: boolean }

/**
 * How each name stands, worked out from the people as they are and from who was ever called what, and
 * from nothing that the product keeps for it.
 */
async function standingOf(record: PeopleRecord) {
  const everHeld = new Set<string>()
  const freed = new Set<string>()
  let now: Holder[] = []

  const look = async () => {
    const before = now
    now = await holdersIn(record)
    // Whoever was named when they were erased leaves no secret.
    const erased = before.filter(({ id, merged }) => !merged && now.every((one) => one.id !== id))
    for (const { names, consent } of erased)
      for (const name of names) if (consent === 'named') freed.add(name)
    for (const name of now.flatMap(({ names }) => names)) {
      everHeld.add(name)
      freed.delete(name)
    }
  }
  await look()
  return {
    look,
    of(name: string): Standing {
      const holders = now.filter(({ names, merged }) => !merged && names.includes(name))
      if (holders.length === 0) return everHeld.has(name) && !freed.has(name) ? 'withheld' : 'shown'
      if (holders.every(({ consent }) => consent === 'named')) return 'shown'
      const isOpen = ({ consent }: Holder) => consent === 'named' || consent === 'initials'
      return holders.every(isOpen) ? 'initials' : 'withheld'
    },
  }
}

async function expectWithheld(
  { url, people }: PeopleRecord['links'][number],
  standingOf: (name: string) => Standing,
  why: string,
): Promise<void> {
  const pages = [...(await crawl(url))]
  expect(pages.filter(([, text]) => /^5/.test(text))).toEqual([])
  const letters = pages.map(([path, text]) => ({ path, text, letters: lettersOf(text) }))
  for (const name of madeUpNames) {
    const standing = standingOf(inFull(name))
    const words = name.map(lettersOf)
    const found = letters.filter((page) => words.some((word) => page.letters.includes(word)))
    const said = `${inFull(name)}: ${why}`
    if (standing === 'shown') {
      expect(found.length, said).toBeGreaterThan(0)
      continue
    }
    expect(
      found.map(({ path }) => path),
      said,
    ).toEqual([])
    expect(await searchFor(url, name[1]), said).toBe(await searchFor(url, 'Absent'))
    if (standing === 'initials' && people.includes('initials')) continue
    const initials = letters.filter(({ text }) => hasInitials(text, name))
    expect(
      initials.map(({ path }) => path),
      said,
    ).toEqual([])
  }
}

/** What a search says, apart from the word that was searched. */
async function searchFor(url: string, word: string): Promise<string> {
  const page = await get(`${url}?q=${encodeURIComponent(word)}`)
  // Of letters alone, what stands around an address may make the word by chance.
  const text = (await page.text()).replaceAll(encodeURIComponent(word), '').replaceAll(word, '')
  return lettersOf(text)
}

function holdersIn({ owner, workspaceId }: PeopleRecord): Promise<Holder[]> {
  return withViewer(
    owner,
    (tx) => tx.$queryRaw<Holder[]>`
      select p.id, array_append(p.other_names, p.name) as names, p.consent::text as consent,
        exists (select from undoable_change u where u.kind = 'merge' and u.record = 'person'
          and u.gone_id = p.id and u.undone_at is null) as merged
      from person p where p.workspace_id = ${workspaceId}::uuid`,
  )
}
