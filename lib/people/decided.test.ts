import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isCommonWord } from '@/server/people/common-words'
import { lettersOf, spellingsOf, type MadeUpName } from '@/server/testing/spellings'
import { madeUpNames } from '@/server/testing/people-record'
import type { Consent } from '../schemas/words'
import { Withholder } from './withholder'

// Those that are common words are asked about: they are what decisions are of.
const COMMON: readonly MadeUpName[] = [
  ['Grace', 'Young'],
  ['Will', 'March'],
  ['Hope', 'Qandilov'],
]
const NAMES = [...madeUpNames, ...COMMON]
const SPELLED = NAMES.flatMap(spellingsOf)

const person = fc.record({
  name: fc.constantFrom(...NAMES),
  consent: fc.constantFrom<Consent>('named', 'initials', 'role_only', 'hidden'),
})
const people = fc.uniqueArray(person, { selector: ({ name }) => name.join(' '), maxLength: 6 })
const text = fc.array(fc.constantFrom(...SPELLED), { maxLength: 8 }).map((all) => all.join('; '))
const step = fc.oneof(
  fc.record({ what: fc.constant('edit' as const), text }),
  fc.record({ what: fc.constant('decide' as const), at: fc.nat(9), isName: fc.boolean() }),
  fc.record({ what: fc.constant('consent' as const), people }),
)

it('no decision and no edit brings a name back that is withheld', () => {
  fc.assert(
    fc.property(people, text, fc.array(step, { maxLength: 8 }), (first, begun, steps) => {
      const said = new Map<string, boolean>()
      let [now, written] = [first, begun]
      const isDecided = (letters: string, { bare }: { bare: string }) =>
        said.get(`${bare} ${letters}`) ??
        [...said].some(([key, is]) => is && key.endsWith(` ${letters}`))
      const made = () =>
        new Withholder(
          now.map(({ name, consent }) => ({ names: [name.join(' ')], consent })),
          { isCommon: isCommonWord, isDecided },
        )
      for (const one of steps) {
        if (one.what === 'edit') written = one.text
        else if (one.what === 'consent') now = one.people
        else {
          const open = made().openPlaces(written)
          const place = open[one.at % Math.max(1, open.length)]
          if (place) said.set(`${made().bare(written)} ${place.letters}`, one.isName)
        }
        const names = made()
        const shown = names.show(written)
        expect(names.show(shown)).toBe(shown)
        const served = lettersOf(shown)
        const open = new Set(now.filter(({ consent }) => consent === 'named').flatMap(wordsOf))
        for (const { name, consent } of now.filter(({ consent }) => consent !== 'named')) {
          if (consent === 'named') continue
          const words = wordsOf({ name })
          const told = words.filter(
            (word) => !open.has(word) && !isCommonWord(word) && served.includes(word),
          )
          expect(told, `${name.join(' ')} in ${JSON.stringify(written)}: ${shown}`).toEqual([])
          expect(shown.toLowerCase()).not.toContain(name.join(' ').toLowerCase())
        }
      }
    }),
    { numRuns: 500 },
  )
})

function wordsOf({ name }: { name: MadeUpName }): string[] {
  return name.map(lettersOf)
}
