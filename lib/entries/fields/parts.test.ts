import { expect, it } from 'vitest'
import type { AppearanceDto } from '../../record'
import { emptyEntry } from './empty'
import { appearances } from './people'

it('a row of CSV says of each quote whose words they are, as far as that may be told', () => {
  const said = (text: string) => ({
    ...{ id: text, text, consent: null, citations: [], disputes: [], demands: [] },
  })
  const somebody: AppearanceDto = {
    ...{ id: 'a', personId: null, name: '', role: 'speaker', description: '', affiliation: '' },
    ...{ consent: 'role_only', quotes: [] },
  }
  const entry = {
    ...emptyEntry(),
    appearances: [
      { ...somebody, name: 'Maren Costa', quotes: [said('Hear us.'), said('See us.')] },
      { ...somebody, description: 'a driver', quotes: [said('I drive.')] },
      { ...somebody, role: 'witness' as const, quotes: [said('I saw.')] },
    ],
  }
  const cell = Object.fromEntries(appearances.csv.map(([name, of]) => [name, of(entry as never)]))
  expect(cell).toEqual({
    people: 'Maren Costa; a driver',
    people_roles: 'speaker; speaker',
    people_descriptions: '["", "a driver"]',
    people_affiliations: '',
    quotes:
      'Maren Costa: “Hear us.”; Maren Costa: “See us.”; a driver: “I drive.”; Witness: “I saw.”',
  })
})
