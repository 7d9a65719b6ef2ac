import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { CrowdField } from '../entry/crowd-field'
import { DateHabitsProvider } from './date-habits'
import { WhenField } from './when-field'

const when = (defaultValue: string) =>
  renderToStaticMarkup(
    <DateHabitsProvider habits={{ today: '2026-11-28' }}>
      <WhenField name="date" label="When" defaultValue={defaultValue} />
    </DateHabitsProvider>,
  )
const buttons = (html: string) =>
  [...html.matchAll(/<button [^>]*>/g)].map(([button]) => {
    expect(button).toMatch(/type="submit"/)
    expect(button).toMatch(/name="_choose"/)
    return /value="([^"]*)"/.exec(button)?.[1]
  })

it('offers each reading of an ambiguous date as a button that works before script', () => {
  expect(buttons(when('2/3/2026'))).toEqual(['date=Mon 2 Mar 2026', 'date=Tue 3 Feb 2026'])
  expect(buttons(when('Friday'))).toEqual(['date=Fri 27 Nov 2026', 'date=Fri 4 Dec 2026'])
  expect(buttons(when('13 Feb 2026'))).toEqual([])
})

it('offers each reading of an ambiguous crowd size', () => {
  const html = renderToStaticMarkup(<CrowdField name="crowd" label="Size" defaultValue="2.000" />)
  expect(buttons(html).length).toBeGreaterThan(1)
})

it('says what was understood before anything is typed, where the field holds something', () => {
  expect(when('13 Feb 2026')).toContain('Understood: Fri 13 Feb 2026')
  expect(when('')).not.toContain('Understood')
})
