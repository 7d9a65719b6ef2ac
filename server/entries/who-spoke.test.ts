import { beforeAll, expect, it } from 'vitest'
import { sourceSchema } from '@/lib/schemas/source'
import { useTestDatabase } from '../auth/test-support'
import { listPeople } from '../people/queries'
import { readSharedRecord } from '../shares/reading/record'
import { createSource } from '../sources/mutations'
import { editOf, saveEdit } from '../testing/editing'
import { entryInput, logEntry, newWorld, TEST_DAY, type World } from '../testing/world'
import { getEntry } from './queries'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

it('the words of an unnamed group are read by everybody, and name nobody', async () => {
  const { owner, campaign, reader } = world
  const appearances = [
    { description: 'several workers', quotes: [{ text: 'We were locked out.' }] },
    { description: 'a driver', quotes: [{ text: 'Off the record.', consent: 'hidden' }] },
  ]
  const title = 'Several workers spoke'
  const { id } = await logEntry(owner, campaign, { title, appearances })
  expect(await listPeople(owner)).toEqual([])
  await saveEdit(owner, await getEntry(owner, id), editOf(await getEntry(owner, id)))
  const [entry] = (await readSharedRecord(reader)).entries
  expect(entry?.title).toBe(title)
  expect(
    entry?.appearances.map(({ name, description, quotes }) => [
      name,
      description,
      quotes.map(({ text }) => text),
    ]),
  ).toEqual([
    ['', 'several workers', ['We were locked out.']],
    ['', 'a driver', []],
  ])
})

it('whoever has neither a name nor a description is refused in words', () => {
  const quotes = [{ text: 'Words of whom?' }]
  expect(() => entryInput({ appearances: [{ quotes }] })).toThrow(/describe who spoke/)
})

it('a lawyer is told as one, with whom they speak for, and with nothing where initials are shown', async () => {
  const { owner, campaign, reader } = world
  const named = { consent: 'named', consentReason: 'on the record' }
  const { id } = await logEntry(owner, campaign, {
    title: 'At the court',
    appearances: [
      { name: 'Zdenka Vrbova', role: 'lawyer', affiliation: 'The Guild and Ida Quill', ...named },
      { name: 'Ida Quill', role: 'official', affiliation: 'The port' },
    ],
  })
  const { appearances } = await getEntry(owner, id)
  expect(appearances.map(({ role, affiliation }) => [role, affiliation])).toEqual([
    ['lawyer', 'The Guild and Ida Quill'],
    ['official', 'The port'],
  ])
  const shared = (await readSharedRecord(reader)).entries.find(
    (entry) => entry.title === 'At the court',
  )
  expect(shared?.appearances.map(({ name, affiliation }) => [name, affiliation])).toEqual([
    ['Zdenka Vrbova', 'The Guild and [name withheld]'],
  ])
})

it('captions and credits of a source’s pictures stand with the entry, without withheld names', async () => {
  const { owner, campaign, reader } = world
  const source = await createSource(
    owner,
    sourceSchema(TEST_DAY).parse({
      title: 'A report with pictures',
      pictures: [
        { caption: 'Workers and Quirin Xylander at the gate', credit: 'Jo Lens' },
        { caption: '', credit: '' },
      ],
    }),
  )
  const { id } = await logEntry(owner, campaign, {
    ...{ title: 'At the gate', citations: [{ source }] },
    appearances: [{ name: 'Quirin Xylander' }],
  })
  const pictures = [{ caption: 'Workers and Quirin Xylander at the gate', credit: 'Jo Lens' }]
  expect((await getEntry(owner, id)).citations[0]?.source.pictures).toEqual(pictures)
  const shared = (await readSharedRecord(reader)).entries.find(
    (entry) => entry.title === 'At the gate',
  )
  expect(shared?.citations[0]?.source.pictures).toEqual([
    { caption: 'Workers and [name withheld] at the gate', credit: 'Jo Lens' },
  ])
})
