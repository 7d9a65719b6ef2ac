// A spreadsheet takes a cell that begins with one of these for a formula, also in their full-width
// forms (OWASP, CSV Injection).
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** A number that no spreadsheet can take for a formula: it stays one, also below zero. */
const NUMBER = /^-?\d+(\.\d+)?$/

/**
 * Writes rows as CSV (RFC 4180) with CRLF. A cell that a spreadsheet would run gets an apostrophe
 * before it, and so does one that begins with an apostrophe, so that `readCsv` gives the same back.
 */
export function writeCsv(rows: string[][], separator = ','): string {
  return rows
    .map((row) => `${row.map((text) => cell(text, separator)).join(separator)}\r\n`)
    .join('')
}

function cell(text: string, separator: string): string {
  const safe = isPreceded(text) ? `'${text}` : text
  return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function isPreceded(text: string): boolean {
  return text.startsWith("'") || (FORMULA.test(text) && !NUMBER.test(text))
}

/** A cell as it was before `writeCsv` put an apostrophe there; one that somebody else began a word with stays. */
export function withoutApostrophe(text: string): string {
  return text.startsWith("'") && isPreceded(text.slice(1)) ? text.slice(1) : text
}

/**
 * Reads what `writeCsv` wrote.
 *
 * @throws RangeError for a quote that is not closed.
 */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/y
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text)
    if (!found) throw new RangeError('A quote in this file is not closed.')
    const [, quoted, plain = '', end] = found
    const value = quoted?.replaceAll('""', '"') ?? plain
    row.push(withoutApostrophe(value))
    if (end === ',' && pattern.lastIndex < text.length) continue
    if (end === ',') row.push('')
    rows.push(row)
    row = []
  }
  return rows
}
