import { expect, it } from 'vitest'
import { noFacts, type ClockFacts } from '../../demands/clock'
import { keysOf, standingLabels, type Standing } from '../../schemas/words'
import { demandLine } from './demand-line'

const point = {
  days: { first: '2026-02-13', last: '2026-02-13', about: false },
  edtf: '2026-02-13',
  entry: { id: 'e', title: 'A rally' },
}
const raised: ClockFacts = { ...noFacts, raised: point, times: 1 }
const answered: ClockFacts = { ...raised, answered: point, lastWord: point, answers: 1 }

const noteFor = (...targets: [Standing, ClockFacts][]) =>
  demandLine(
    1,
    targets.map(([standing, facts]) => ({ standing, facts, since: null })),
    { raised: point, today: '2026-11-28' },
  )?.note

it.each<[string, [Standing, ClockFacts][]]>([
  ['No reply recorded for 288 days', [['open', raised]]],
  ['Raised 288 days ago', [['partly_met', raised]]],
  [
    'Raised 288 days ago',
    [
      ['acknowledged', raised],
      ['open', raised],
    ],
  ],
  [
    '1 of 2 met; open for 288 days',
    [
      ['met', raised],
      ['open', raised],
    ],
  ],
  [
    '1 of 2 answered; open for 288 days',
    [
      ['met', answered],
      ['open', raised],
    ],
  ],
  ['Answered; open for 288 days', [['open', answered]]],
  ['Answered; raised 288 days ago', [['partly_met', answered]]],
])('says “%s”', (note, targets) => {
  expect(noteFor(...targets)).toBe(note)
})

it('calls nothing open or silent of which something came', () => {
  for (const standing of keysOf(standingLabels).filter((one) => one !== 'open'))
    for (const facts of [raised, answered])
      expect(noteFor([standing, facts])).not.toMatch(/open for|No reply/)
})

it.each<[string, Standing[]]>([
  ['Met at its target', ['met']],
  ['Refused by its target', ['refused']],
  ['Withdrawn at its target', ['withdrawn']],
  ['Refused by all targets', ['refused', 'refused']],
  ['1 of 2 met, 1 of 2 refused', ['refused', 'met']],
])('says how it ended, and no win where there was none: %s', (words, standings) => {
  const since = '2026-03-01'
  const targets = standings.map((standing) => ({ standing, facts: raised, since }))
  const line = demandLine(1, targets, { raised: point, today: '2026-11-28' })
  expect(line?.note).toBe(words)
  expect(line?.settled).not.toBeNull()
  expect(line?.met).toBe(standings.every((standing) => standing === 'met'))
})
