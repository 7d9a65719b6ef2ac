import { parseDateWords } from '../dates/parse'
import type { DateHabits } from '../dates/habits'
import { plainField, plainFieldNames } from '../entries/fields/plain'
import { readPair } from '../places'
import { isWrittenList, itemsOf, textOf } from './cells'
import { kindOfWord } from './kind-words'
import type { ColumnRule, Mapping } from './mapping'
import { formatNamed, formatOf, type FormatName } from './formats'
import { isBlank, type Table } from './table'
import type { Target } from './targets'

const SAMPLE = 200
const MOST = 0.7

// By the name of a column, the more certain first.
const NAMED: readonly (readonly [RegExp, Target])[] = [
  [/^(?:edit|updated?|modified|created|retrieved|accessed)\b|_(?:at|on)$/, 'nothing'],
  [/^(?:id|nr|no|number|case number|key|uid)$|[ _]id$/, 'recordId'],
  [/^(?:end|finish|last|to|until|ended)(?: ?date| day)?$|^date ?(?:end|to)$/, 'endDate'],
  [
    /^(?:date|when|day|event date|start|from|begin(?:ning)?|started|datum|fecha|start ?date)$|^date\b/,
    'date',
  ],
  [/^(?:time|hour|start time)$/, 'time'],
  [/^(?:end time)$/, 'endTime'],
  [/^(?:year)$/, 'year'],
  [/^(?:month)$/, 'month'],
  [/^(?:title|headline|name|event|event name|what|action name|subject line)$/, 'title'],
  [/^(?:description|summary|text|details?|notes?|what happened|story|body)$/, 'summary'],
  [/^(?:lat|latitude)$/, 'latitude'],
  [/^(?:lon|lng|long|longitude)$/, 'longitude'],
  [/^(?:lat(?:itude)?,? ?(?:lng|lon|long|longitude)|coordinates?|geolocation|geo|gps)$/, 'latLon'],
  [
    /^(?:crowd|size|crowd size|participants? ?(?:number|count)?|attendance|turnout|workers|number of .*(?:participants|workers|people)|# ?\w+|people|how many)$/,
    'crowd',
  ],
  [/^(?:crowd low|size low|low(?:est)?|min(?:imum)?)$/, 'crowdLow'],
  [/^(?:crowd high|size high|high(?:est)?|max(?:imum)?)$/, 'crowdHigh'],
  [/^(?:counted by|crowd counted by)$/, 'crowdCountedBy'],
  [/^(?:place|where|location|venue|address|site|street|location detail)$/, 'place'],
  [/^(?:city|town|locality|municipality|city, state)$/, 'place'],
  [/^(?:state|region|province|county|country|land)$/, 'place'],
  [
    /^(?:actors?|organi[sz]ers?|organi[sz]ed by|unions?|labor organi[sz]ation|groups?|by|hosts?)$/,
    'actor',
  ],
  [/^(?:targets?|employers?|company|companies|against|aimed at|corporation)$/, 'target'],
  [/^(?:subjects?|about)$/, 'subject'],
  [/^(?:people|speakers?|persons?)$/, 'person'],
  [/^(?:who|participants in words|who took part)$/, 'participants'],
  [/^(?:sources?|links?|urls?|article|reference|references|media)\b/, 'source'],
  [/^(?:tags?|labels?|issues?|topics?|keywords?|categories)$/, 'tags'],
  [/^(?:kind|type|event type|action type|actions?|category|form)$/, 'kind'],
]

/** A mapping that is proposed, with the format that was known by its columns, or null. */
export type Proposal = { format: FormatName | null; mapping: Mapping }

/**
 * Proposes what each column becomes: by the format if it is a known one, else from the names and
 * the contents of the columns. What nothing is known of goes into the summary under its name.
 */
export function propose(table: Table, habits: DateHabits): Proposal {
  const format = formatOf(table)
  const names = new Set(table.columns)
  if (format) {
    const { columns, constants } = formatNamed(format).mapping
    const present = Object.entries(columns).filter(([name]) => names.has(name))
    return { format, mapping: { columns: Object.fromEntries(present), constants } }
  }
  const columns: Mapping['columns'] = {}
  const taken = new Set<Target>()
  for (const [index, name] of table.columns.entries()) {
    const rule = ruleFor(name, sampleOf(table, index), habits, taken)
    taken.add(rule.to)
    columns[name] = rule
  }
  return { format: null, mapping: { columns, constants: {} } }
}

// Several columns may become these together.
const SEVERAL = new Set<Target>([
  ...(['nothing', 'labelled', 'place', 'actor', 'target', 'subject', 'source', 'tags'] as const),
  ...(['summary', 'person'] as const),
])

function ruleFor(
  name: string,
  cells: (string | string[])[],
  habits: DateHabits,
  taken: ReadonlySet<Target>,
): ColumnRule {
  const free = (to: Target) => SEVERAL.has(to) || !taken.has(to)
  if (cells.length === 0) return { to: 'nothing' }
  const byName = targetNamed(name)
  const byContent = targetOfContents(cells, habits)
  // "What" names a title as often as a kind.
  const isKind = byContent === 'kind' && (byName === null || /^(?:what|event)$/i.test(name.trim()))
  if (byName === 'kind' || isKind)
    return free('kind') ? { to: 'kind', values: valuesOf(cells) } : { to: 'labelled' }
  const dated = cells.some((cell) => isDate(textOf(cell), habits))
  const to = fits(byName, byContent, dated) ? byName : byContent
  if (to === null || !free(to)) return { to: 'labelled' }
  return /^(?:crowd|latitude|longitude|latLon)/.test(to) ? { to, unclear: 'words' } : { to }
}

function fits(byName: Target | null, byContent: Target | null, dated: boolean): byName is Target {
  if (byName === null) return false
  // A name may deceive: "day" with weekdays in it is no date.
  if (byName === 'date' || byName === 'endDate') return dated
  if (byName === 'source') return byContent !== 'date'
  return true
}

function targetNamed(name: string): Target | null {
  const plain = name
    .toLowerCase()
    .replaceAll(/[_\s]+/g, ' ')
    .replace(/ \(\d+\)$/, '')
    .trim()
  const own = plainFieldNames().find((field) => plainField(field).label.toLowerCase() === plain)
  if (own) return own
  return NAMED.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

function targetOfContents(cells: (string | string[])[], habits: DateHabits): Target | null {
  const texts = cells.map((cell) => textOf(cell))
  const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length
  if (share((text) => isDate(text, habits)) >= MOST) return 'date'
  if (share((text) => /^https?:\/\//i.test(text)) >= MOST) return 'source'
  if (share((text) => readPair(text) !== null) >= MOST) return 'latLon'
  if (share((text) => itemsOf(text).some((item) => kindOfWord(item) !== null)) >= MOST)
    return 'kind'
  if (texts.reduce((sum, { length }) => sum + length, 0) / texts.length > 100) return 'summary'
  return null
}

// A number alone is a date to the form, but hardly in a table.
function isDate(text: string, habits: DateHabits): boolean {
  if (!/\d/.test(text) || /^\d{1,7}(?:\.\d+)?$/.test(text) || text.length > 60) return false
  const read = parseDateWords(text, { ...habits, dayOrder: habits.dayOrder ?? 'mdy' })
  return read.ok || Boolean(read.choices)
}

/** Each word of a column that names kinds, with the kind that it names by itself. */
function valuesOf(cells: (string | string[])[]): Record<string, string> {
  const words = new Set(cells.flatMap((cell) => itemsOf(cell, /[;|,\n]/)))
  const known = [...words].flatMap((word) => {
    const kind = kindOfWord(word)
    return kind ? [[word, kind] as const] : []
  })
  return Object.fromEntries(known)
}

function sampleOf({ rows }: Table, index: number): (string | string[])[] {
  const filled: (string | string[])[] = []
  for (const { cells } of rows) {
    const cell = cells[index]
    if (
      cell !== undefined &&
      !isBlank(cell) &&
      !(typeof cell === 'string' && !isWrittenList(cell) && cell === 'None')
    )
      filled.push(cell)
    if (filled.length === SAMPLE) break
  }
  return filled
}
