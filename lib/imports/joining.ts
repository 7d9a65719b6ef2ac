import { liesWithin } from '../dates/edtf'
import { dateInWords } from '../dates/words'
import { samePlace } from '../entries/alike'
import { rowsOf } from '../entries/fields/form-rows'
import { entryFormValues } from '../entries/form-values'
import { contentsOf, withGroup } from '../entries/merge'
import { rowCount } from '../forms/form-data'
import type { FormValues } from '../forms/state'
import type { EntryDto } from '../record'
import type { EntryInput } from '../schemas/entry'
import type { ClaimField } from '../schemas/words'

/** What a row that joins an entry adds rows to, in the entry's form. */
const GROUPS = ['citations', 'dateClaims', 'placeClaims', 'crowdClaims'] as const

type FormRow = Record<string, string>

/**
 * What a row says otherwise than an entry, of what sources may differ on. A date that is only less
 * exact, such as its month or season, or that lies within the entry's own, says nothing else.
 */
export function saidOtherwise(
  { date, place, crowd }: EntryInput,
  entry: Pick<EntryDto, 'edtf' | 'place' | 'crowd'>,
): { field: ClaimField; value: string }[] {
  const said: { field: ClaimField; value: string }[] = []
  const isLessExact = entry.edtf.startsWith(date.edtf) || liesWithin(entry.edtf, date.edtf)
  if (!isLessExact && !liesWithin(date.edtf, entry.edtf))
    said.push({ field: 'date', value: dateInWords(date.edtf) })
  if (place !== '' && samePlace(place, entry.place) !== true)
    said.push({ field: 'place', value: place })
  const { low, high, words } = crowd
  const sameSize =
    words.toLowerCase() === entry.crowd.words.toLowerCase() ||
    (low !== null && low === entry.crowd.low && high === entry.crowd.high)
  if (words !== '' && !sameSize) said.push({ field: 'crowd', value: words })
  return said
}

/**
 * An entry's form with a row of a file as a further source: its sources are cited, and what it says
 * otherwise stands beside the entry's own values, which stay.
 *
 * @param sources the ids of the row's sources, in the order of its citations; the file is the last.
 */
export function withRow(entry: EntryDto, row: EntryInput, sources: readonly string[]): FormValues {
  const values = entryFormValues(entry)
  const file = sources.at(-1) ?? ''
  const passage = row.citations.at(-1)?.exact ?? ''
  const cited = row.citations.flatMap(({ exact }, index): FormRow[] => {
    const source = sources[index] ?? ''
    const known = entry.citations.some(
      (one) => one.source.id === source && (exact === '' || one.exact === exact),
    )
    return known ? [] : [{ source, exact }]
  })
  const more: Record<string, FormRow[]> = { citations: cited }
  for (const { field, value } of saidOtherwise(row, entry)) {
    const same = (text: string) => text.toLowerCase() === value.toLowerCase()
    const known = formRows(values, `${field}Claims`).some(
      (one) => one.source === file && same(one.value ?? ''),
    )
    const saidBy = field === 'crowd' ? row.crowdCountedBy : ''
    if (!known) more[`${field}Claims`] = [{ value, saidBy, source: file, exact: passage }]
  }
  return Object.entries(more).reduce(
    (all, [group, rows]) => withRows(all, group, [...formRows(all, group), ...rows]),
    values,
  )
}

/** A row of a file that stands: the entry's form once it came, what it says, and how it cites its file. */
export type RowThere = {
  values: FormValues
  said: Readonly<Record<string, string>>
  file: string
  number: number
}

/**
 * An entry's form as it stands, without what a row of a file changed between two states of it. What
 * people wrote since stays, and so does what became the entry's own value, and the sources and claims
 * of rows that came later and stand.
 */
export function withoutRow(
  now: FormValues,
  before: FormValues,
  { after, there }: { after: FormValues; there: readonly RowThere[] },
): FormValues {
  const [was, became, is] = [before, after, now].map(contentsOf)
  const wholes = new Set([...(was?.keys() ?? []), ...(became?.keys() ?? [])])
  const fields = [...wholes].filter((whole) => !GROUPS.some((group) => group === whole))
  const own = fields
    .filter(
      (whole) => was?.get(whole) !== became?.get(whole) && became?.get(whole) === is?.get(whole),
    )
    .reduce((values, whole) => withGroup(values, before, whole), now)
  return withoutAdded(own, before, { after, there })
}

function withoutAdded(
  now: FormValues,
  before: FormValues,
  { after, there }: { after: FormValues; there: readonly RowThere[] },
): FormValues {
  return GROUPS.reduce((values, group) => {
    const was = new Set(formRows(before, group).map(said))
    const others = new Set(there.flatMap((row) => rowsBy(row, group)).map(said))
    const added = new Set(
      formRows(after, group)
        .map(said)
        .filter((row) => !was.has(row) && !others.has(row)),
    )
    const own = String(values[group.replace('Claims', '')] ?? '')
    // A date may have an hour, which no claim has.
    const isOwn = ({ value = '', source }: FormRow) =>
      value !== '' && source && (own === value || own.startsWith(`${value}, `))
    const kept = formRows(values, group).filter((row) => !added.has(said(row)) || isOwn(row))
    return withRows(values, group, kept)
  }, now)
}

/** The rows of a group that a row of a file says: those of its own sources, and of the file itself. */
function rowsBy({ values, said: says, file, number }: RowThere, group: string): FormRow[] {
  const names = Object.entries(says).flatMap(([name, text]) =>
    /^citations\.\d+\.(?:url|title)$/.test(name) && text !== '' ? [text] : [],
  )
  const passage = new RegExp(`^Row ${number}(?: |$)`)
  return formRows(values, group).filter(
    ({ title = '', url = '', exact = '' }) =>
      (title === file && passage.test(exact)) ||
      (group === 'citations' && exact === '' && (names.includes(url) || names.includes(title))),
  )
}

// What a row says, whatever it and its source are called by.
function said({ source = '', value = '', saidBy = '', exact = '', title = '' }: FormRow): string {
  return JSON.stringify([source || title, value, saidBy, exact])
}

function formRows(values: FormValues, group: string): FormRow[] {
  const rows: FormRow[] = Array.from({ length: rowCount(values, group) }, () => ({}))
  for (const [name, value] of Object.entries(values)) {
    const [, index = '', part = ''] = name.startsWith(`${group}.`) ? name.split('.') : []
    const row = rows[Number(index)]
    if (index !== '' && row && typeof value === 'string') row[part] = value
  }
  return rows
}

function withRows(values: FormValues, group: string, rows: readonly FormRow[]): FormValues {
  const others = Object.entries(values).filter(([name]) => !name.startsWith(`${group}.`))
  return { ...Object.fromEntries(others), ...rowsOf(group, rows) }
}
