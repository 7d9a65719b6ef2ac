import { expect, it } from 'vitest'
import { dateBounds } from '../dates/edtf'
import { groupByMonth } from './months'

function headings(...dates: string[]): string[] {
  return groupByMonth(
    dates.map((edtf) => ({ edtf, ...(dateBounds(edtf) ?? { firstDay: '', lastDay: '' }) })),
  ).map(({ label }) => label)
}

it('puts what is known to the month under it', () => {
  expect(headings('2026-02-13', '2026-02', '2026-02~', '[2026-02-12,2026-02-13]')).toEqual([
    'February 2026',
  ])
  expect(headings('2026-03-30/2026-04-02', '2026-03/2026-05', '[..2026-02-13]')).toEqual([
    'March 2026',
    'February 2026',
  ])
})

it('puts what is known less well under what is known, never under a month of it', () => {
  expect(headings('2026', '2026~', '2026-22', '[2026-01-02,2026-03-04]')).toEqual(['2026'])
  expect(headings('1890/1915', '196X', '19XX')).toEqual(['1890', 'The 1960s', 'The 20th century'])
})
