import type { Cell, CellValue, Sheet } from 'hucre'

/** A sheet as texts; behind its own columns stand addresses, each behind words of the column in `links`. */
export type SheetTexts = { rows: string[][]; links: number[] }

/**
 * The cells of a sheet as texts that mean what a person reads: days as ISO dates, numbers with the
 * percent sign or the zeros that their format adds. Where words of a column are links, their
 * addresses become a column of their own.
 */
export function textsOf({ rows, cells }: Pick<Sheet, 'rows' | 'cells'>): SheetTexts {
  const at = (row: number, column: number) => cells?.get(`${row},${column}`)
  const links = linkedColumns(cells)
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0)
  const texts = rows.map((values, row) => {
    const own = values.map((value, column) => textOf(value, at(row, column)))
    if (links.length === 0) return own
    const padding = Array.from({ length: width - own.length }, () => '')
    return [...own, ...padding, ...links.map((column) => addressOf(at(row, column)))]
  })
  return { rows: texts, links }
}

function linkedColumns(cells: Sheet['cells']): number[] {
  const columns = new Set<number>()
  for (const [place, cell] of cells ?? [])
    if (addressOf(cell) !== '') columns.add(Number(place.slice(place.indexOf(',') + 1)))
  return [...columns].sort((a, b) => a - b)
}

/** The web address behind a cell's words, unless the words are the address. */
function addressOf(cell: Cell | undefined): string {
  const target = cell?.hyperlink?.target ?? ''
  return /^https?:\/\//i.test(target) && target !== String(cell?.value ?? '') ? target : ''
}

function textOf(value: CellValue, cell: Cell | undefined): string {
  if (value === null) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'number') return numberText(value, cell?.style?.numFmt ?? '')
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  // A time of day in OpenDocument, which is written as a length of time.
  const [, hours = '', minutes = ''] = /^PT(\d\d)H(\d\d)M\d\d(?:\.\d+)?S$/.exec(value) ?? []
  return hours === '' ? value : `${hours}:${minutes}`
}

// Of the two ways in which spreadsheets count days; any other day is one, however early.
const FIRST_DAYS = new Set(['1899-12-30', '1899-12-31'])

/** A day, a day with a time, or, on the day from which spreadsheets count, a time alone. */
export function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const [day = '', clock = ''] = date.toISOString().split('T')
  const time = clock.slice(0, 5)
  if (FIRST_DAYS.has(day)) return time
  return time === '00:00' ? day : `${day} ${time}`
}

function numberText(value: number, format: string): string {
  if (/%\s*(?:;|$)/.test(format)) return `${plain(value * 100)}%`
  const zeros = /^0+$/.exec(format)?.[0].length ?? 0
  return zeros > 1 && Number.isInteger(value) && value >= 0
    ? String(value).padStart(zeros, '0')
    : plain(value)
}

// Of 0.1 + 0.2 a spreadsheet shows 0.3: what is behind the fifteenth digit is how it calculates.
function plain(value: number): string {
  return String(Number(value.toPrecision(15)))
}
