/**
 * One word as it was typed, and every word of the index that stands for it.
 *
 * `known` is false where no record has any of them, and `named` where none has one in a name or title.
 */
export type Meaning = { typed: string; forms: string[]; known: boolean; named: boolean }

/**
 * Writes PostgreSQL's tsquery for "any of these". Every form is quoted, so that none can be read
 * as an operator.
 *
 * @param weights the weights that a form must have, such as `AB`; all when left out
 */
export function anyOf(forms: readonly string[], weights = ''): string {
  const mark = weights && `:${weights}`
  return `(${forms.map((form) => `${quoted(form)}${mark}`).join(' | ')})`
}

/** Joins tsqueries that must all hold; empty ones are left out, and none at all is an empty text. */
export function allOf(queries: readonly string[]): string {
  return queries.filter((query) => query !== '' && query !== '()').join(' & ')
}

function quoted(form: string): string {
  return `'${form.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
