import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../dates/calendar'
import { Withholder } from '../../people/withholder'
import { levelFor } from '../../timeline/lanes/levels'
import type { Gathered } from '../../timeline/lanes/sheet'
import type { DrawnDemand, SharedSheet } from './drawing'
import { layDrawing } from './lay'

const day = dayNumber
const shown = (text: string) => new Withholder([]).show(text)
const today = day('2026-11-29')

function entry(id: string, on: string, title: string): SharedSheet['entries'][number] {
  const first = day(on)
  return {
    ...{ id, title: shown(title), lane: 'action', kind: 'rally', words: on, shape: 'sharp' },
    ...{ first, last: first + 1, timed: false, signs: [], rows: [0] },
  }
}

function sheet(
  entries: SharedSheet['entries'],
  { from = '2025-11-01', gathered = [] as Gathered[] } = {},
): SharedSheet {
  const span = { from: day(from), to: today + 1 }
  return {
    ...{ ...span, level: levelFor(span.to - span.from, 30), entries, gathered, most: 20 },
    rows: [{ key: 'action', label: 'Action', lane: 'action', total: 30, tracks: 3, line: null }],
  }
}

const lay = (drawn: SharedSheet, demands: DrawnDemand[] = []) =>
  layDrawing(drawn, { demands, width: 960, today })

const LETTER = 7
/** A sign of Chinese, Japanese or Korean is as wide as it is high. */
const WIDE = 12

const lengthOf = (text: string) =>
  [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? WIDE : LETTER), 0)

/** From where to where a label's letters stand, with its mark. */
function reach({ x, label }: ReturnType<typeof lay>['rows'][number]['marks'][number]) {
  if (!label) return [x - 6, x + 6] as const
  const length = lengthOf(label.text)
  return label.anchor === 'start'
    ? ([x - 6, label.x + length] as const)
    : ([label.x - length, x + 6] as const)
}

describe('the labels of a drawing', () => {
  const days = Array.from(
    { length: 12 },
    (_, n) => `2026-${String((n % 9) + 1).padStart(2, '0')}-1${n % 4}`,
  )

  it('stand behind the bar of what took long or is not known to the day', () => {
    const long = { ...entry('e', '2026-01-01', 'A strike'), last: day('2026-03-01') }
    const [mark] = lay(sheet([long])).rows[0]?.marks ?? []
    expect(mark?.bar?.width).toBeGreaterThan(50)
    expect(mark?.label?.x).toBeGreaterThan((mark?.bar?.x ?? 0) + (mark?.bar?.width ?? 0))
  })

  it.each([
    ['Latin', 'Workers rally at gate'],
    ['Chinese', '工人们在工厂的大门前集会要求恢复被解雇者的工作'],
  ])('in %s letters run into no other mark, and stay within the drawing', (_script, title) => {
    const entries = days.map((on, n) => entry(`e${n}`, on, `${title} ${n} of the plant`))
    const [row] = lay(sheet(entries)).rows
    expect(row?.marks.length).toBeGreaterThan(8)
    for (const one of row?.marks ?? []) {
      const [from, to] = reach(one)
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(960)
      for (const other of row?.marks ?? []) {
        if (other === one || other.y !== one.y) continue
        const [start, end] = reach(other)
        expect(to <= start + 6 || from >= end - 6).toBe(true)
      }
    }
  })

  it('are cut between letters, never within one', () => {
    const title = '✊🏽'.repeat(40)
    for (const room of [90, 91, 92, 93, 94, 95, 96, 97]) {
      const until = new Date(Date.UTC(2026, 7, room - 80)).toISOString().slice(0, 10)
      const [first] = lay(
        sheet([entry('a', '2026-03-01', title), entry('b', until, 'Next')]),
      ).rows.flatMap(({ marks }) => marks)
      expect(first?.label?.text.isWellFormed()).toBe(true)
    }
  })

  it('stand to the left of a mark at the right edge, but not over a counted one', () => {
    const last = entry('last', '2026-11-20', 'The hearing')
    const [free] = lay(sheet([last])).rows[0]?.marks ?? []
    expect(free?.label).toMatchObject({ anchor: 'end', text: 'The hearing' })
    const beside: Gathered = {
      ...{ row: 0, count: 9, lanes: { action: 9 }, parts: true, early: false, id: null },
      ...{ from: day('2026-10-26'), to: day('2026-11-16'), reach: day('2026-11-16') },
    }
    const [crowded] = lay(sheet([last], { gathered: [beside] })).rows[0]?.marks ?? []
    expect(crowded?.label).toBeNull()
  })
})

describe('the line of a demand', () => {
  const line = { number: 1, raised: day('2026-02-13'), note: 'No reply recorded for 288 days' }
  const demand = (more: Partial<DrawnDemand['line']> = {}): DrawnDemand => ({
    ...{ number: 1, wording: shown('End the contracts') },
    line: { ...line, answered: null, allAnswered: null, settled: null, met: false, ...more },
  })

  it('waits until today while nobody answers', () => {
    const [drawn] = lay(sheet([]), [demand()]).lines
    expect(drawn?.pieces).toMatchObject([{ state: 'waiting' }])
    expect(drawn?.pieces[0]?.to).toBe(951)
    expect(drawn?.settled).toBe(false)
  })

  it('changes with the first answer and the last, and ends where all is settled', () => {
    const answers = { answered: day('2026-03-01'), allAnswered: day('2026-04-01') }
    const [drawn] = lay(sheet([]), [demand({ ...answers, settled: day('2026-05-01') })]).lines
    expect(drawn?.pieces.map(({ state }) => state)).toEqual(['waiting', 'partly', 'answered'])
    const [waiting, partly, answered] = drawn?.pieces ?? []
    expect([waiting?.to, partly?.to]).toEqual([partly?.from, answered?.from])
    expect(answered?.to).toBeLessThan(600)
    expect(drawn?.settled).toBe(true)
  })
})
