import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { DateHabitsProvider } from '../form/date-habits'
import { LimitField } from './limit-field'

it('takes a year, month or day alone before script, and says so', () => {
  const html = renderToStaticMarkup(
    <DateHabitsProvider habits={{ today: '2026-04-15' }}>
      <LimitField id="f" name="from" label="From" value="2018-03" hint="2018 or last week" />
    </DateHabitsProvider>,
  )
  const pattern = /pattern="([^"]*)"/.exec(html)?.[1] ?? ''
  expect('2018-03').toMatch(new RegExp(`^(?:${pattern})$`))
  expect('last week').not.toMatch(new RegExp(`^(?:${pattern})$`))
  expect(html).toContain('value="2018-03"')
  expect(html).toContain('2018 or last week')
  expect(html).not.toContain('Understood')
})
