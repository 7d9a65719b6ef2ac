import type { FormValues } from '../forms/state'

const ENTRY_ID = /^links\.(\d+)\.entryId$/
// A row of links in a kept text: how the entry is related, its id and its title.
const ROW = /^[a-z_]+ · ([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?: · |$)/

/** The entries that a kept text of an entry's links names, by id. */
export function linkedInText(text: unknown): string[] {
  if (typeof text !== 'string') return []
  return text.split('\n').flatMap((line) => ROW.exec(line)?.[1] ?? [])
}

/** The entries that an entry's kept form links to, by id. */
export function linkedInForm(values: FormValues): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    ENTRY_ID.test(name) && typeof value === 'string' && value !== '' ? [value] : [],
  )
}

/** A kept text of links without those to `hidden` entries. */
export function textWithout(hidden: ReadonlySet<string>, text: unknown): unknown {
  if (hidden.size === 0 || typeof text !== 'string') return text
  let isShown = true
  const lines = text.split('\n').filter((line) => {
    const [id] = linkedInText(line)
    // A note may have more lines, which go with their row.
    if (id !== undefined) isShown = !hidden.has(id)
    return isShown
  })
  return lines.join('\n')
}

/** An entry's kept form without its links to `hidden` entries; the other rows move up. */
export function formWithout(hidden: ReadonlySet<string>, values: FormValues): FormValues {
  if (hidden.size === 0) return values
  const rows = new Set<number>()
  const gone = new Set<number>()
  for (const [name, value] of Object.entries(values)) {
    const row = /^links\.(\d+)\./.exec(name)?.[1]
    if (row === undefined) continue
    rows.add(Number(row))
    if (ENTRY_ID.test(name) && typeof value === 'string' && hidden.has(value)) gone.add(Number(row))
  }
  const places = [...rows].filter((row) => !gone.has(row)).sort((a, b) => a - b)
  const kept = Object.entries(values).flatMap(([name, value]) => {
    const [, row, field] = /^links\.(\d+)\.(.*)$/.exec(name) ?? []
    if (row === undefined) return [[name, value] as const]
    const place = places.indexOf(Number(row))
    return place < 0 ? [] : [[`links.${place}.${field}`, value] as const]
  })
  return Object.fromEntries(kept)
}
