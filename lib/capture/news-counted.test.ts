import { describe, expect, it } from 'vitest'
import { crowds, read } from './news.test-support'

describe('a crowd', () => {
  it.each<[string, [number | null, number | null][]]>([
    ['Organizers said more than 2,000 gathered for the protest.', [[2000, null]]],
    ['Police estimated the crowd at 1,000 to 1,500 at the march.', [[1000, 1500]]],
    ['Police said 12,500 marched through Toledo.', [[12_500, 12_500]]],
  ])('is not cut at the comma of its number in "%s"', (text, sizes) => {
    expect(crowds(text)).toEqual(sizes)
  })
})

describe('a date without a year', () => {
  it('lies in the past where the words before it say who did something', () => {
    const text =
      'Following the letter signed by employees in late June, Orbit Systems said nothing.'
    expect(read(text).dates.map(({ value }) => value.edtf)).toEqual(['2025-06-21~/2025-06-30~'])
  })

  it('lies ahead where it is a deadline', () => {
    const text = 'The workers want an answer by late June.'
    expect(read(text).dates.map(({ value }) => value.edtf)).toEqual(['2026-06-21~/2026-06-30~'])
  })
})

describe('a dateline', () => {
  it.each([
    ['LOS ROBLES (AP) —Workers walked out on Tuesday.', 'Los Robles'],
    ['Tenabo. – Los trabajadores iniciaron una huelga el martes.', 'Tenabo'],
  ])('is read whole in "%s"', (text, place) => {
    expect(read(text).places.map(({ value }) => value)).toContain(place)
  })
})

it.each([
  'Los empleados de la empresa Acme amenazan con una huelga el viernes.',
  'Los trabajadores no descartan convocar una huelga.',
  'Die Beschäftigten drohen mit Streik.',
])('holds no strike that is only threatened: "%s"', (text) => {
  expect(read(text).drafts.map(({ kind }) => kind)).not.toContain('strike')
})

it('describes nobody by the clause that follows the name', () => {
  const text =
    'Rallied by Workers West and the Rev. Bo Lee, more than 100 people gathered to help contract workers.'
  expect(read(text).people.map(({ value }) => value.description)).not.toContainEqual(
    expect.stringContaining('people gathered'),
  )
})

it('names a company by its name and not by what it makes', () => {
  const text =
    'Orbit workers rallied on Monday to urge the Phone-maker to raise wages. Orbit said nothing.'
  expect(read(text).organizations.map(({ value }) => value.name)).not.toContain('Phone-maker')
})

describe('a local of a union', () => {
  const names = (text: string) =>
    read(text).organizations.map(({ value }) => [value.name, ...value.otherNames])

  it('is one organization under all its names', () => {
    const text =
      'The Service Employees International Union (SEIU) Local 721 struck on Monday. “We are here,” said Bo Lee, a member of SEIU 721. Local 721 will be back.'
    expect(names(text)).toEqual([
      [
        'Service Employees International Union Local 721',
        'SEIU Local 721',
        'Local 721',
        'SEIU 721',
      ],
    ])
  })

  it('is another than the local with another number', () => {
    const text =
      'Members of UAW Local 12 struck on Monday, and members of UAW Local 14 joined them. UAW Local 12 thanked all.'
    expect(names(text).map(([name]) => name)).toEqual(['UAW Local 12', 'UAW Local 14'])
  })
})
