import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from '../../lib/capture/capture'
import { readText } from '../../lib/capture/read-text'
import { emptyDirectory } from '../../server/capture/directory'
import { goldSchema } from './gold'
import { FIELDS, score, type Field, type Tally } from './score'

/** Precision and recall that the product asks of itself, in percent. */
const BARS: Record<Field, [number, number]> = {
  quotes: [95, 90],
  demands: [85, 75],
  organizations: [95, 85],
  people: [95, 90],
  dates: [95, 90],
  places: [95, 85],
  crowds: [95, 90],
  nonResponses: [98, 95],
  kind: [95, 90],
}

const folder = join(import.meta.dirname ?? join(process.cwd(), 'bench', 'capture'), 'articles')
const show = process.argv.includes('--show')
const sums = new Map<string, Record<Field, Tally>>()
const times: number[] = []
const directory = await emptyDirectory()

for (const name of readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()) {
  const gold = goldSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
  const article = readFileSync(join(folder, name.replace(/\.json$/, '.txt')), 'utf8')
  const begin = performance.now()
  const result = capture(
    readText(article, { published: gold.published, publisher: gold.publisher }),
    directory,
  )
  times.push(performance.now() - begin)
  const { tallies, misses } = score(result, gold)
  for (const group of [gold.half, 'all', gold.language === 'en' ? null : gold.language]) {
    if (!group) continue
    const sum = sums.get(group) ?? empty()
    for (const field of FIELDS)
      for (const key of ['found', 'right', 'there', 'met'] as const)
        sum[field][key] += tallies[field][key]
    sums.set(group, sum)
  }
  if (show && misses.length > 0) {
    console.log(`\n${name}`)
    for (const { field, wrong, missed } of misses)
      console.log(`  ${field}: wrong ${JSON.stringify(wrong)} missed ${JSON.stringify(missed)}`)
  }
}

for (const [group, tallies] of sums) {
  console.log(`\n${group}`.padEnd(16) + 'precision  recall   bar')
  for (const field of FIELDS) {
    const { found, right, there, met } = tallies[field]
    console.log(
      `${field.padEnd(15)} ${percent(right, found)}    ${percent(met, there)}   ${BARS[field].join('/')}   (${right} of ${found}, ${met} of ${there})`,
    )
  }
}
times.sort((a, b) => a - b)
console.log(
  `\n${times.length} articles, median ${times[times.length >> 1]?.toFixed(1)} ms, longest ${times.at(-1)?.toFixed(1)} ms`,
)

function empty(): Record<Field, Tally> {
  return Object.fromEntries(
    FIELDS.map((field) => [field, { found: 0, right: 0, there: 0, met: 0 }]),
  ) as Record<Field, Tally>
}

function percent(part: number, whole: number): string {
  return (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)).padStart(6)
}
