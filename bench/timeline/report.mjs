import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/lib/paths.ts'

const begin = '<!-- timeline: written by npm run bench -->'
const end = '<!-- /timeline -->'

/** @typedef {Record<string, Record<string, number>>} Visits */

/**
 * What was measured at one size; a part that was not has nothing.
 *
 * @typedef {{ view: string, ours: number, bare: number }} QueryTime
 * @typedef {{ visits?: Visits, queries?: QueryTime[], use?: Record<string, number>, use4x?: Record<string, number>,
 *   lanes?: Record<string, number>, lanes4x?: Record<string, number> }} Measured
 */

/**
 * A figure of the table: its bar, and how it is read from the results of one size.
 *
 * @typedef {{ name: string, bar: string, unit?: string, met: (value: number, size: number) => boolean,
 *   of: (result: Measured) => number | undefined }} Figure
 */

const ratio = (/** @type {Visits} */ visits, /** @type {string} */ figure) =>
  (visits.story?.[figure] ?? NaN) / (visits.floor?.[figure] ?? NaN)

/** @type {Figure[]} */
const figures = [
  ...['1x', '4x'].map((cpu) => ({
    name: `first entry seen, ${cpu}, of the floor`,
    bar: '≤ 2',
    met: (/** @type {number} */ value) => value <= 2,
    of: (/** @type {Measured} */ { visits }) => visits && ratio(visits, `first ${cpu}`),
  })),
  ...['1x', '4x'].map((cpu) => ({
    name: `usable, ${cpu}, of the floor`,
    bar: '≤ 3',
    met: (/** @type {number} */ value) => value <= 3,
    of: (/** @type {Measured} */ { visits }) => visits && ratio(visits, `usable ${cpu}`),
  })),
  {
    name: 'first entry on a slow phone, of the floor',
    bar: '≤ 3',
    met: (value) => value <= 3,
    of: ({ visits }) => visits && ratio(visits, 'first phone'),
  },
  ...[
    { name: 'usable, 1x, ms', figure: 'usable 1x', most: 222 },
    { name: 'usable, 4x, ms', figure: 'usable 4x', most: 709 },
    { name: 'blocking, 1x, ms', figure: 'blocking 1x', most: 50 },
    { name: 'blocking, 4x, ms', figure: 'blocking 4x', most: 250 },
    { name: 'script, gzip KB', figure: 'script gzip', most: 130, divide: 1_024 },
    { name: 'script as sent (Brotli), KB', figure: 'script sent', most: 130, divide: 1_024 },
    {
      name: 'bytes before the first entry, gzip KB',
      figure: 'until first entry gzip',
      most: 15,
      divide: 1_024,
    },
    { name: 'page as sent, KB', figure: 'page sent', most: 15, divide: 1_024 },
  ].map(({ name, figure, most, divide = 1 }) => ({
    name,
    bar: `≤ ${most}`,
    met: (/** @type {number} */ value) => value <= most,
    of: (/** @type {Measured} */ { visits }) => visits && (visits.story?.[figure] ?? NaN) / divide,
  })),
  ...[
    { name: 'nodes after 1,000 entries', figure: 'nodes after', most: 3_000 },
    { name: 'heap after that, MB', figure: 'heap after MB', most: 15 },
    { name: 'p95 frame, wheel, 1x, ms', figure: 'p95 frame', most: 17 },
    { name: 'p95 frame, wheel, 4x, ms', figure: 'p95 frame', most: 34, part: 'use4x' },
    { name: 'blank frames', figure: 'blank frames', most: 0 },
    { name: 'jump to a date, ms', figure: 'jump', most: 100, most100k: 150 },
    { name: 'change of a filter, ms', figure: 'filter', most: 100, most100k: 150 },
    { name: 'an entry opened in place, ms', figure: 'open', most: 100, most100k: 150 },
    { name: 'lanes: p95 frame, panning, 1x, ms', figure: 'p95 pan', most: 17, part: 'lanes' },
    { name: 'lanes: p95 frame, panning, 4x, ms', figure: 'p95 pan', most: 34, part: 'lanes4x' },
    { name: 'lanes: p95 frame, zooming, 1x, ms', figure: 'p95 zoom', most: 17, part: 'lanes' },
    { name: 'lanes: p95 frame, zooming, 4x, ms', figure: 'p95 zoom', most: 34, part: 'lanes4x' },
    { name: 'lanes: blank frames, panning', figure: 'blank pan', most: 0, part: 'lanes' },
    { name: 'lanes: a step of the zoom, ms', figure: 'step of zoom', most: 50, part: 'lanes' },
  ].map(({ name, figure, most, most100k = most, part = 'use' }) => ({
    name,
    bar: most === most100k ? `≤ ${most}` : `≤ ${most} / ${most100k}`,
    met: (/** @type {number} */ value, /** @type {number} */ size) =>
      value <= (size < 100_000 ? most : most100k),
    of: (/** @type {Measured} */ result) => result[/** @type {'use'} */ (part)]?.[figure],
  })),
]

/**
 * Writes the table of a run into docs/performance.md, between its marks.
 *
 * @param {Record<string, Measured>} results by number of entries
 */
export function writeTable(results) {
  const file = join(root, 'docs', 'performance.md')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : `${begin}\n${end}\n`
  const [before = '', rest = ''] = text.split(begin)
  const after = rest.split(end)[1] ?? ''
  // What this run did not measure has no table.
  const has = (/** @type {string} */ part) => Object.values(results).some((one) => part in one)
  const body = [
    heading(),
    ...(['visits', 'use', 'lanes'].some(has) ? [storyTable(results)] : []),
    ...(has('visits') ? [viewTable(results)] : []),
    ...(has('queries') ? [queryTable(results)] : []),
  ]
  writeFileSync(file, `${before}${begin}\n\n${body.join('\n\n')}\n\n${end}${after}`)
}

function heading() {
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores`
  const load = loadavg()[0] ?? 0
  // The bench itself, its browser and the app fill about as many cores as there are.
  const busy = load > 1.5 * cpus().length ? ': busy with other work too, so only ratios tell' : ''
  return `Measured ${new Date().toISOString().slice(0, 10)} on ${machine}, load ${load.toFixed(1)} at the end${busy}. A figure in bold misses its bar.`
}

/** @param {Record<string, Measured>} results */
function storyTable(results) {
  const sizes = Object.keys(results)
  const rows = figures.map(({ name, bar, met, of }) => {
    const cells = sizes.map((size) => {
      const value = of(results[size] ?? {})
      if (value === undefined || Number.isNaN(value)) return '–'
      return met(value, Number(size)) ? shown(value) : `**${shown(value)}**`
    })
    return [name, bar, ...cells]
  })
  return table(['story', 'bar', ...sizes.map((size) => Number(size).toLocaleString('en'))], rows)
}

/** @param {Record<string, Measured>} results */
function viewTable(results) {
  const rows = Object.entries(results).flatMap(([size, { visits = {} }]) =>
    Object.entries(visits).map(([view, all]) => [
      Number(size).toLocaleString('en'),
      view,
      ...['first 1x', 'usable 1x', 'blocking 1x', 'nodes'].map((name) => shown(all[name] ?? NaN)),
      shown((all['script sent'] ?? NaN) / 1_024),
      shown((all['page sent'] ?? NaN) / 1_024),
    ]),
  )
  return table(
    [
      'entries',
      'view',
      'first, ms',
      'usable, ms',
      'blocking, ms',
      'nodes',
      'script, KB',
      'page, KB',
    ],
    rows,
  )
}

/** @param {Record<string, Measured>} results */
function queryTable(results) {
  const rows = Object.entries(results).flatMap(([size, { queries = [] }]) =>
    queries.map(({ view, ours, bare }) => [
      Number(size).toLocaleString('en'),
      view,
      ours.toFixed(1),
      bare.toFixed(1),
      ours / bare <= 3 ? (ours / bare).toFixed(1) : `**${(ours / bare).toFixed(1)}**`,
    ]),
  )
  return table(['entries', 'server time', 'ours, ms', 'bare SQL, ms', 'ratio (bar 3)'], rows)
}

/** @param {number} value */
function shown(value) {
  if (Number.isNaN(value)) return '–'
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toFixed(1)))
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
