import { expect, it } from 'vitest'
import { inOrderOfUse, type PlotData } from './plots'

it('what has something to show comes first, whatever its place on the page', () => {
  const last = '2026-03-01'
  const plots: PlotData[] = [
    { name: 'standings', steps: [], last },
    { name: 'responses', rows: [], last },
    { name: 'entries', months: [{ month: '2026-02', lane: 'action', count: 2 }], last },
    { name: 'crowds', crowds: { sized: 0, unknown: 0, points: [], bins: null }, last },
  ]
  const { filled, empty } = inOrderOfUse(plots)
  expect(filled.map(({ name }) => name)).toEqual(['entries'])
  expect(empty.map(({ name }) => name)).toEqual(['standings', 'responses', 'crowds'])
})
