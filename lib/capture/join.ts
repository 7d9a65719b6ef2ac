import { rowCount } from '../forms/form-data'
import type { FormValues } from '../forms/state'

const text = (values: FormValues, name: string) => {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}
const folded = (words: string) =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”"‘’'.,!?…–—-]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** The fields whose differing values a further source brings as claims, never as a change. */
const CLAIMED = [
  { field: 'date', group: 'dateClaims' },
  { field: 'crowd', group: 'crowdClaims' },
  { field: 'place', group: 'placeClaims' },
] as const

/**
 * An entry of the record with a further source: its passages, what it says otherwise as claims beside the working
 * values, and the people, quotes and demands that the record does not have yet. What stands there stays.
 *
 * @param saidBy whom the claims are put down to: the publisher.
 */
export function joinedValues(
  known: FormValues,
  draft: FormValues,
  source: string,
  saidBy: string,
): FormValues {
  const values: FormValues = { ...known }
  const add = (group: string, row: FormValues) => {
    const index = rowCount(values, group)
    for (const [name, value] of Object.entries(row)) values[`${group}.${index}.${name}`] = value
  }
  for (const row of rowsOf(draft, 'citations'))
    if (!hasRow(values, 'citations', row, ['source', 'exact'])) add('citations', row)
  for (const { field, group } of CLAIMED) addClaims(field, group)
  addPeople()
  for (const row of rowsOf(draft, 'demands')) {
    const same = rowsOf(values, 'demands').some((other) =>
      row.demand
        ? other.demand === row.demand
        : folded(text(other, 'wording')) === folded(text(row, 'wording')),
    )
    if (!same) add('demands', row)
  }
  for (const row of rowsOf(draft, 'organizations'))
    if (
      !rowsOf(values, 'organizations').some(
        (other) => folded(text(other, 'name')) === folded(text(row, 'name')),
      )
    )
      add('organizations', row)
  return values

  function addClaims(
    field: (typeof CLAIMED)[number]['field'],
    group: (typeof CLAIMED)[number]['group'],
  ) {
    const [before, now] = [text(known, field), text(draft, field)]
    if (now === '' || folded(before) === folded(now)) return
    if (before === '') {
      values[field] = now
      if (field === 'crowd') values.crowdCountedBy = text(draft, 'crowdCountedBy')
      return
    }
    if (
      field === 'place' &&
      (folded(before).includes(folded(now)) || folded(now).includes(folded(before)))
    )
      return
    // The working value was nobody's until somebody said another one.
    if (rowCount(values, group) === 0)
      add(group, {
        value: before,
        saidBy:
          text(known, 'crowdCountedBy') && field === 'crowd' ? text(known, 'crowdCountedBy') : '',
        source: text(known, 'citations.0.source'),
      })
    const claims = rowsOf(draft, group)
    const rows =
      claims.length > 0
        ? claims
        : [
            {
              value: now,
              saidBy: field === 'crowd' ? text(draft, 'crowdCountedBy') || saidBy : saidBy,
              source,
            },
          ]
    for (const row of rows) if (!hasRow(values, group, row, ['value', 'source'])) add(group, row)
  }

  function addPeople() {
    for (const [index, person] of rowsOf(draft, 'appearances').entries()) {
      const at = rowsOf(values, 'appearances').findIndex(
        (other) => folded(text(other, 'name')) === folded(text(person, 'name')),
      )
      const place = at === -1 ? rowCount(values, 'appearances') : at
      if (at === -1)
        for (const [name, value] of Object.entries(person))
          if (!name.startsWith('quotes.')) values[`appearances.${place}.${name}`] = value
      for (const quote of rowsOf(draft, `appearances.${index}.quotes`)) {
        const group = `appearances.${place}.quotes`
        const same = rowsOf(values, group).some((other) =>
          folded(text(other, 'text')).includes(folded(text(quote, 'text'))),
        )
        if (!same) add(group, quote)
      }
    }
  }
}

/** The rows of a group, each with its own field names. */
function rowsOf(values: FormValues, group: string): FormValues[] {
  return Array.from({ length: rowCount(values, group) }, (_, index) => {
    const prefix = `${group}.${index}.`
    return Object.fromEntries(
      Object.entries(values)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [name.slice(prefix.length), value]),
    )
  })
}

function hasRow(values: FormValues, group: string, row: FormValues, names: string[]): boolean {
  return rowsOf(values, group).some((other) =>
    names.every((name) => folded(text(other, name)) === folded(text(row, name))),
  )
}
