import { describe, expect, it } from 'vitest'
import { read } from './news.test-support'

const action = (text: string) =>
  read(text).drafts.find(({ kind }) => kind !== 'no_reply' && kind !== 'statement')

describe('a strike that is denied', () => {
  it('is not drafted', () => {
    const text =
      'Local 88 of the Dockhands Union denied on Monday that its members plan to strike at the Port of Memphis. "There is no strike and there will be no strike this month," said Local 88 president Joan Tarr.'
    expect(action(text)).toBeUndefined()
  })
})

describe('a walkout that was called off before it began', () => {
  it('is not drafted as one that was held', () => {
    const text =
      'Bus drivers call off walkout\n\nDrivers at Metroline called off a walkout planned for Friday in Denver after the company offered a 6 percent raise.'
    expect(action(text)).toBeUndefined()
  })

  it('is drafted where it had begun', () => {
    const text =
      'Drivers at Metroline walked out on Tuesday in Denver. They called off the walkout on Wednesday.'
    expect(action(text)?.kind).toBe('walkout')
  })
})

describe('a commemoration', () => {
  const text =
    'Hundreds mark anniversary of 1971 mill strike\n\nMEMPHIS — Some 300 people gathered at the Riverside Labor Hall on Saturday to mark the 55th anniversary of the 1971 strike at Hollis Mill, in which 1,400 workers walked out for 11 weeks.\n\n"They demanded that Hollis recognize their union, and they won," said Ruth Pell, whose father walked the line.'

  it('is not the strike that it remembers', () => {
    expect(action(text)?.kind).toBe('rally')
  })

  it('ends a demand where the words that were spoken end', () => {
    expect(read(text).demands.map(({ value }) => value.wording)).toEqual(['Recognize their union'])
  })
})

describe('the crowd', () => {
  const rally = 'About 150 workers rallied outside the Orbix warehouse in Toledo on Wednesday.'
  const counted = (text: string) => [
    action(text)?.crowd?.value.words,
    ...(action(text)?.crowdClaims ?? []).map(({ value }) => value.words),
  ]

  it('is not that of a similar action elsewhere', () => {
    expect(counted(`${rally} A similar rally in Boise drew 500 people.`)).toEqual([
      'About 150 workers',
    ])
  })

  it('is not that of another year', () => {
    expect(counted(`${rally} In 2019, 5,000 people rallied there.`)).toEqual(['About 150 workers'])
  })
})

describe('what the strikers demand', () => {
  it('is not what the company asks of their union', () => {
    const text =
      'About 420 nurses walked off the job Tuesday at Larkspur Hospital in Toledo. The Prairie Nurses Union is demanding that Larkspur Hospital hire 200 nurses. Larkspur Hospital called on the Prairie Nurses Union to return to the table.'
    expect(action(text)?.demands.map(({ value }) => value.wording)).toEqual(['Hire 200 nurses'])
  })

  it('nor what it asks of its workers', () => {
    const text =
      'Unos 250 trabajadores de Frutas Sol protestaron este martes en Toledo para exigir a la empresa que pague las horas extra. La empresa pidió a los trabajadores que vuelvan a sus puestos.'
    expect(action(text)?.demands.map(({ value }) => value.wording)).toEqual([
      'Pague las horas extra',
    ])
  })

  it('is worded without the "for" of a demand', () => {
    const text =
      "Teachers rallied in Boise on Monday. The district had not agreed to the union's demand for a 9% raise."
    expect(read(text).demands.map(({ value }) => value.wording)).toEqual(['A 9% raise'])
  })
})

describe('who took part', () => {
  it('is told without the day', () => {
    const text =
      'Members of the Tech Tenants Union today delivered a petition to the offices of Marlow Homes.'
    expect(action(text)?.participants).toBe('Members of the Tech Tenants Union')
  })
})
