import type { ConflictingText, FormValues } from './state'

/** The names of the fields in which a form says which text is kept, and what the other text is. */
export const KEEP = '_keep.'
export const THEIRS = '_theirs.'

/**
 * The values of a form after a conflict, with each field as the person chose: their own text, the
 * other one, or both together (`yours`, `theirs` or `both`). A choice that cannot be read leaves the person's own text.
 */
export function settled(values: FormValues): FormValues {
  let result = Object.fromEntries(
    Object.entries(values).filter(([name]) => !name.startsWith(KEEP) && !name.startsWith(THEIRS)),
  )
  for (const [name, choice] of Object.entries(values)) {
    if (!name.startsWith(KEEP) || choice === 'yours') continue
    const field = name.slice(KEEP.length)
    const theirs = readTheirs(values[THEIRS + field], field)
    if (!theirs) continue
    if (choice === 'theirs') result = withTheirs(result, field, theirs)
    if (choice === 'both' && theirs.joins) result = joined(result, field, theirs)
  }
  return result
}

/** The values with what somebody else saved in a field. */
export function withTheirs(
  values: FormValues,
  field: string,
  theirs: ConflictingText | undefined,
): FormValues {
  if (!theirs) return values
  const left = (theirs.fields ?? [field]).reduce(withoutField, values)
  return { ...left, ...theirs.values }
}

/** Both texts of a field in one: one after the other, or all rows of both. */
function joined(yours: FormValues, field: string, { values, joins }: ConflictingText): FormValues {
  if (joins === 'rows') return withRows(yours, field, values)
  const [mine, other] = [textOf(yours[field]), textOf(values[field])]
  if (mine === '' || other === '' || mine === other) return { ...yours, [field]: mine || other }
  const between = { paragraphs: '\n\n', line: ' / ', list: ', ', names: '; ' }[joins ?? 'line']
  return { ...yours, [field]: `${mine}${between}${other}` }
}

// A row of theirs that is word for word among yours is there once; any other is added behind, as a
// row of its own, so that neither text is lost.
function withRows(yours: FormValues, group: string, theirs: FormValues): FormValues {
  const mine = rowsOf(yours, group)
  const known = new Set([...mine.values()].map(contentOf))
  let next = Math.max(-1, ...mine.keys()) + 1
  const result = { ...yours }
  for (const row of rowsOf(theirs, group).values()) {
    if (known.has(contentOf(row))) continue
    for (const [name, value] of Object.entries(row))
      if (!/(^|\.)id$/.test(name)) result[`${group}.${next}.${name}`] = value
    next += 1
  }
  return result
}

function rowsOf(values: FormValues, group: string): Map<number, FormValues> {
  const rows = new Map<number, FormValues>()
  for (const [name, value] of Object.entries(values)) {
    const match = name.startsWith(`${group}.`)
      ? /^(\d{1,3})\.(.+)$/.exec(name.slice(group.length + 1))
      : null
    if (!match?.[1] || !match[2]) continue
    const row = rows.get(Number(match[1])) ?? {}
    rows.set(Number(match[1]), { ...row, [match[2]]: value })
  }
  return rows
}

function contentOf(row: FormValues): string {
  return JSON.stringify(
    Object.entries(row)
      .filter(([name, value]) => !/(^|\.)(id|prefix|suffix)$/.test(name) && textOf(value) !== '')
      .map(([name, value]) => [name, textOf(value)])
      .sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
  )
}

function withoutField(values: FormValues, field: string): FormValues {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => name !== field && !name.startsWith(`${field}.`)),
  )
}

function readTheirs(sent: string | string[] | undefined, field: string): ConflictingText | null {
  try {
    const { values, fields = [field], joins } = JSON.parse(textOf(sent)) as ConflictingText
    const own = Object.entries(values).filter(
      ([name, value]) =>
        fields.some((one) => name === one || name.startsWith(`${one}.`)) &&
        !/(^|\.)(__proto__|constructor|prototype)(\.|$)/.test(name) &&
        (typeof value === 'string' ||
          (Array.isArray(value) && value.every((one) => typeof one === 'string'))),
    )
    return { values: Object.fromEntries(own), fields, ...(joins && { joins }) }
  } catch {
    return null
  }
}

function textOf(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value.join(', ') : (value ?? '')).replaceAll('\r\n', '\n').trim()
}
