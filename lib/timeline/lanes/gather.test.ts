import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lanes } from '../../kinds/names'
import { gather, shares } from './gather'
import { isLong, layRow } from './layout'
import { levelAt, levels } from './levels'
import { markKey, marksOf } from './marks'
import { drawnSpan } from './pages'
import type { Group, Sheet, SheetEntry } from './sheet'
import { packSheet, unpackSheet, type PackedSheet } from './wire'

const anyGroup = fc
  .record({
    row: fc.integer({ min: 0, max: 2 }),
    lane: fc.constantFrom(...lanes),
    first: fc.integer({ min: -900, max: 900 }),
    length: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 500 })),
    count: fc.integer({ min: 1, max: 7 }),
    timed: fc.boolean(),
  })
  .map(({ length, first, ...group }) => ({ ...group, first, last: first + length }))

type RowGroup = Group & { row: number }

const someGroups = fc.array(anyGroup, { maxLength: 60 }).map((list) =>
  list.map((group, index): RowGroup => ({
    ...group,
    ids:
      group.count <= 4
        ? Array.from({ length: group.count }, (_, part) => `${index}-${part}`)
        : null,
  })),
)

const span = { from: -300, to: 300 }
const inSpan = ({ first, last }: Group) => first < span.to && last > span.from

function sheetOf(groups: RowGroup[], level: number, budget = 40): Sheet {
  const tracks = [4, 2, 1]
  const { gathered, alone } = gather(groups, {
    level,
    span,
    tracks,
    budget,
    rowOf: ({ row }) => row,
  })
  const byId = new Map(groups.flatMap((group) => (group.ids ?? []).map((id) => [id, group])))
  const entries = alone.map(({ row, id, first, last }): SheetEntry => ({
    ...{
      id,
      title: `Title of ${id}`,
      kind: 'rally',
      words: '',
      signs: [],
      shape: 'sharp',
      rows: [row],
    },
    ...{ first, last, timed: false, lane: byId.get(id)?.lane ?? 'action' },
  }))
  const rows = tracks.map((number, index) => ({
    ...{ key: String(index), label: '', lane: null, total: 0, tracks: number, line: null },
  }))
  return { ...span, level, rows, gathered, entries, most: 1 }
}

describe('gathering', () => {
  it('puts every entry of a row into exactly one mark, and the counts add up', () => {
    fc.assert(
      fc.property(someGroups, fc.integer({ min: 6, max: 16 }), (all, level) => {
        const groups = all.filter(inSpan)
        const sheet = sheetOf(groups, level)
        for (const row of [0, 1, 2]) {
          const laid = layRow(sheet, row, sheet.entries)
          const counted = laid.gathered.reduce((sum, { count }) => sum + count, 0)
          const expected = groups
            .filter((group) => group.row === row)
            .reduce((sum, { count }) => sum + count, 0)
          expect(counted + laid.placed.length).toBe(expected)
          for (const { count, lanes: parts } of laid.gathered)
            expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(count)
          const starts = laid.gathered.map(({ from, early }) => `${from} ${early}`)
          expect(new Set(starts).size).toBe(starts.length)
        }
      }),
    )
  })

  it('lets no two entries of a track cover each other', () => {
    fc.assert(
      fc.property(someGroups, fc.integer({ min: 6, max: 16 }), (all, level) => {
        const sheet = sheetOf(all.filter(inSpan), level)
        const bucket = levelAt(level).days
        for (const row of [0, 1, 2]) {
          const { placed } = layRow(sheet, row, sheet.entries)
          for (const [index, one] of placed.entries()) {
            const from = Math.max(one.entry.first, span.from)
            const isBar = isLong(one.entry, bucket)
            const end = Math.max(from + bucket, isBar ? one.entry.last : 0)
            for (const other of placed.slice(index + 1))
              if (other.track === one.track)
                expect(Math.max(other.entry.first, span.from)).toBeGreaterThanOrEqual(
                  end - bucket * 1e-5,
                )
          }
        }
      }),
    )
  })

  it('draws once all of a row that a window touches, and a title only beside its mark', () => {
    const anyWindow = fc
      .tuple(fc.integer({ min: -320, max: 290 }), fc.integer({ min: 1, max: 400 }))
      .map(([from, length]) => ({ from, to: from + length }))
    fc.assert(
      fc.property(someGroups, fc.integer({ min: 6, max: 16 }), anyWindow, (all, level, view) => {
        const sheet = sheetOf(all.filter(inSpan), level)
        const drawn = drawnSpan(level, sheet, view)
        for (const row of [0, 1, 2]) {
          const marks = marksOf(sheet, row, { drawn, view })
          const keys = marks.map((mark) => markKey(row, mark))
          expect(new Set(keys).size).toBe(keys.length)
          const touching = layRow(sheet, row, sheet.entries).placed.filter(
            ({ entry }) => entry.first < view.to && entry.last > view.from,
          )
          for (const { entry } of touching) expect(keys).toContain(`${row} ${entry.id}`)
          for (const mark of marks) {
            if (mark.is !== 'entry') continue
            expect(mark.at).toBeGreaterThanOrEqual(mark.entry.first)
            expect(mark.at).toBeLessThan(mark.entry.last)
            if (mark.until !== null) expect(mark.at).toBeGreaterThanOrEqual(view.from - 1e-6)
          }
        }
      }),
    )
  })

  it('travels as it is', () => {
    fc.assert(
      fc.property(someGroups, fc.integer({ min: 0, max: levels.length - 1 }), (all, level) => {
        const sheet = sheetOf(all.filter(inSpan), level)
        expect(unpackSheet(JSON.parse(JSON.stringify(packSheet(sheet))) as PackedSheet)).toEqual(
          sheet,
        )
      }),
    )
  })

  it('keeps to its budget', () => {
    fc.assert(
      fc.property(someGroups, fc.integer({ min: 0, max: 20 }), (groups, budget) => {
        expect(sheetOf(groups.filter(inSpan), 12, budget).entries.length).toBeLessThanOrEqual(
          budget,
        )
      }),
    )
  })

  it('gathers 300 entries of one minute into one mark that cannot be taken apart', () => {
    const minute = { row: 0, lane: 'action', first: 10.5, last: 10.5 + 1 / 1_440 } as const
    const groups: RowGroup[] = [{ ...minute, count: 300, ids: null, timed: false }]
    const { gathered } = gather(groups, {
      level: levels.length - 1,
      span,
      tracks: [4],
      budget: 40,
      rowOf: ({ row }) => row,
    })
    expect(gathered).toMatchObject([{ count: 300, parts: false }])
  })

  it('tells the lanes of a counted mark by their share', () => {
    expect(shares({ context: 1, action: 3 })).toEqual([
      { lane: 'action', from: 0, to: 0.75 },
      { lane: 'context', from: 0.75, to: 1 },
    ])
  })
})
