import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dateBounds } from '../dates/edtf'
import { checkRow, type CheckedRow } from './check-rows'
import { planFor } from './plan'
import { propose } from './propose'
import { readTable } from './read-table'

// Public archives that lie beside a checkout of some; the repository does not have them.
const ARCHIVES = '../shared/data'
const UNKNOWN = 'Write the narrowest date you are sure of, such as 2020 or by 13 Feb 2026.'
const BACKWARDS = 'The second date is earlier than the first. Write the earlier one first.'
const ANCIENT = 'Only the years 1 to 9999 can be recorded. Put an earlier date in the summary.'
const UNTITLED = 'Give the entry a title: what happened, in a few words.'

type Expected = { rows: number; good: number; refused?: Record<string, number>; skipped?: number }

const FILES: [string, Expected][] = [
  ['collective-action-tech/actions.csv', { rows: 506, good: 506 }],
  ['collective-action-tech/actions.json', { rows: 506, good: 506 }],
  [
    'fmcs-work-stoppages/work_stoppages.csv',
    { rows: 14_317, good: 14_309, refused: { [BACKWARDS]: 8 } },
  ],
  [
    '2020pb-police-brutality/all-locations.csv',
    { rows: 1_340, good: 1_337, refused: { [UNKNOWN]: 3 } },
  ],
  [
    '2020pb-police-brutality/all-locations-v2.json',
    { rows: 1_340, good: 1_337, refused: { [UNKNOWN]: 3 } },
  ],
  ['timelinejs3/all-media-types.json', { rows: 41, good: 41, skipped: 1 }],
  ['timelinejs3/cosmo-mixed.json', { rows: 11, good: 5, refused: { [ANCIENT]: 6 }, skipped: 1 }],
  ['timelinejs3/cosmo.json', { rows: 7, good: 0, refused: { [ANCIENT]: 7 }, skipped: 1 }],
  ['timelinejs3/eras.json', { rows: 20, good: 20, skipped: 4 }],
  ['timelinejs3/houston_timeline3.json', { rows: 18, good: 18, skipped: 1 }],
  ['timelinejs3/mediatypes_timeline3.json', { rows: 29, good: 29, skipped: 1 }],
  ['timelinejs3/my-own-timeline.csv', { rows: 11, good: 10, skipped: 1 }],
  ['timelinejs3/republican_timeline3.json', { rows: 13, good: 13, skipped: 1 }],
  ['timelinejs3/shit-people-say_timeline3.json', { rows: 20, good: 20, skipped: 1 }],
  ['timelinejs3/soundcite_timeline3.json', { rows: 18, good: 18, skipped: 1 }],
  ['timelinejs3/timeline3.json', { rows: 18, good: 18, skipped: 1 }],
  [
    'timelinejs3/twain_marktwain.json',
    { rows: 17, good: 14, refused: { [UNTITLED]: 3 }, skipped: 1 },
  ],
  ['timelinejs3/user-interface_timeline3.json', { rows: 22, good: 22, skipped: 1 }],
  ['timelinejs3/women_in_computing.csv', { rows: 11, good: 10, skipped: 1 }],
  ['timelinejs3/women_in_computing.json', { rows: 10, good: 10, skipped: 1 }],
]

function checkFile(name: string): { rows: CheckedRow[]; columns: string[]; leftOut: number } {
  const { table } = readTable(readFileSync(`${ARCHIVES}/${name}`), 'America/New_York')
  const { mapping } = propose(table, { today: '2026-03-01' })
  const plan = planFor(table, mapping, { today: '2026-03-01' }, name)
  const rows = table.rows.map((row) => checkRow(row, table, plan))
  return { rows, columns: table.columns, leftOut: table.leftOut.length }
}

describe.skipIf(!existsSync(ARCHIVES))('public archives', () => {
  it.each(FILES)(
    '%s: each row is an entry, or is refused or skipped in a sentence',
    (name, expected) => {
      const { rows, leftOut } = checkFile(name)
      const refused: Record<string, number> = {}
      for (const row of rows)
        if (row.state === 'refused')
          for (const { sentence } of row.refusals) refused[sentence] = (refused[sentence] ?? 0) + 1
      const count = (state: CheckedRow['state']) => rows.filter((row) => row.state === state).length
      expect({
        ...{ rows: rows.length, good: count('good'), refused },
        skipped: count('skipped') + leftOut,
      }).toEqual({ refused: {}, skipped: 0, ...expected })
    },
  )

  it.each(['example', 'houston_timeline2', 'user-interface_timeline2', 'welcome'])(
    'a timeline of version 2 is refused by name: %s',
    (name) => {
      const bytes = readFileSync(`${ARCHIVES}/timelinejs3/${name}.json`)
      expect(() => readTable(bytes, 'UTC')).toThrow('TimelineJS version 2')
    },
  )

  it.each(['parser_test.csv', 'popular_timelines.json'])(
    '%s is no table of events, and each of its rows says that it lacks a date',
    (name) => {
      const { rows } = checkFile(`timelinejs3/${name}`)
      for (const row of rows)
        expect(JSON.stringify(row)).toContain('Say when it was, as exactly as is known')
    },
  )

  it('say the same as another reading of 200 of their rows', () => {
    const { rows } = checkFile('fmcs-work-stoppages/work_stoppages.csv')
    const { rows: actions } = checkFile('collective-action-tech/actions.csv')
    const records = quotedRecords(
      readFileSync(`${ARCHIVES}/fmcs-work-stoppages/work_stoppages.csv`, 'utf8'),
    )
    const list = JSON.parse(
      readFileSync(`${ARCHIVES}/collective-action-tech/actions.json`, 'utf8'),
    ) as Action[]
    let compared = 0
    for (let index = 7; index < rows.length; index += 143) {
      const row = rows[index]
      const [employer, union, , number, , , , place, idled, start, end] = records[index + 1] ?? []
      if (row?.state !== 'good') continue
      const { date, crowd, organizations, citations, place: read } = row.input
      expect({
        ...{ place: read, first: date.firstDay, last: date.lastDay, size: crowd.low },
        target: organizations.find(({ part }) => part === 'target')?.name ?? '',
        actor: organizations.find(({ part }) => part === 'actor')?.name ?? '',
        passage: citations[0]?.exact,
      }).toEqual({
        ...{ place, first: start, last: end || start, size: idled ? Number(idled) : null },
        ...{ target: folded(employer), actor: folded(union) },
        passage: `Row ${index + 2} (${number})`,
      })
      compared += 1
    }
    for (let index = 3; index < list.length; index += 5) {
      const [row, action] = [actions[index], list[index]]
      if (row?.state !== 'good' || !action) throw new Error(`Row ${index} differs in state.`)
      const { date, crowd, organizations, citations, summary, tags } = row.input
      const bounds = dateBounds(action.date.replaceAll('/', '-'))
      expect(date).toMatchObject({ firstDay: bounds?.firstDay, lastDay: bounds?.lastDay })
      expect(crowd.low).toBe(action.workers)
      expect(organizations.map(({ name }) => name)).toEqual([...new Set(action.companies ?? [])])
      // An address without https:// is kept as the words that it is; one item may hold several.
      expect(citations.slice(0, -1).map(({ url, title }) => url || title)).toEqual([
        ...new Set(action.sources.flatMap((source) => source.split('\n').filter(Boolean))),
      ])
      expect(summary.replaceAll(/\s+/g, ' ')).toContain(
        action.description.replaceAll(/\s+/g, ' ').trim(),
      )
      expect(tags.split(', ')).toEqual([...new Set([...action.struggles, ...(action.tags ?? [])])])
      compared += 1
    }
    expect(compared).toBeGreaterThan(199)
  })
})

type Action = {
  date: string
  sources: string[]
  struggles: string[]
  description: string
  companies: string[] | null
  workers: number | null
  tags: string[] | null
}

const folded = (text = '') => text.replaceAll(/\s+/g, ' ').trim()

/** Records of a file without new lines in its cells, read apart from the program's own reader. */
function quotedRecords(text: string): string[][] {
  return text.split('\n').map((line) => {
    const cells: string[] = []
    let open = false
    let cell = ''
    for (const sign of line.replace('\r', '')) {
      if (sign === '"') open = !open
      else if (sign === ',' && !open) {
        cells.push(cell)
        cell = ''
      } else cell += sign
    }
    return [...cells, cell]
  })
}
