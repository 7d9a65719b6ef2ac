import { expect, it } from 'vitest'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { frozenWith } from './frozen-test-support'

useTestDatabase()

const W = '[name withheld]'
const consented = { consent: 'named', consentReason: 'said so' }
const SUMMARY =
  'Ruiz, Ana; A. Ruiz, Ruiz and Ana R.; RUIZ’s words; @ana_ruiz, @anaruiz and aruiz@x.example. #freeanaruiz #freeruiz; picket_ruiz_2.jpg'
const SHOWN = `${W}; ${W}, ${W} and ${W}.; ${W}’s words; @${W}, @${W} and ${W}@x.example. #free${W} #free${W}; picket_${W}_2.jpg`
const fields = {
  summary: SUMMARY,
  appearances: [{ name: 'Ana Ruiz', ...consented, quotes: [{ text: 'I am Ana Ruiz.' }] }],
  citations: [
    { title: 'Free Ana Ruiz', publisher: 'A fund', url: 'https://fund.example/f/freeanaruiz' },
    { title: 'Words', publisher: 'A site', url: 'https://site.example/aruiz' },
  ],
}

// Nobody sees the rule under which an edition was frozen: it is read by that of today.
it('an edition names nobody who withdrew, in whatever form it has the name', async () => {
  const { owner, edition, it: entry } = await frozenWith(fields)
  expect((await entry())?.summary).toBe(SUMMARY)
  await withViewer(owner, (tx) => tx.person.updateMany({ data: { consent: 'hidden' } }))
  expect((await entry())?.summary).toBe(SHOWN)
  expect((await entry())?.citations.map(({ source }) => source.url)).toEqual(['', ''])
  expect(JSON.stringify(await edition.read())).not.toMatch(/ruiz|\bana\b/i)
})

it('nor whoever was taken out of the record without a trace', async () => {
  const { owner, edition, it: entry } = await frozenWith(fields)
  await withViewer(owner, async (tx) => {
    await tx.quote.deleteMany({})
    await tx.appearance.deleteMany({})
    await tx.person.deleteMany({})
  })
  expect((await entry())?.summary).toBe(SHOWN)
  expect(JSON.stringify(await edition.read())).not.toMatch(/ruiz|\bana\b/i)
})
