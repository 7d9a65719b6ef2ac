import { checkRow, type CheckedRow } from './check-rows'
import { orderIn } from './day-order'
import type { Mapping } from './mapping'
import { planFor } from './plan'
import { propose } from './propose'
import { readTable } from './read-table'
import { good, HABITS } from './rows-test-support'

export const utf8 = (text: string) => new TextEncoder().encode(text)
/** Signs beyond ASCII as the bytes that an encoding has for them. */
export const encoded = (text: string, bytes: Record<string, number>) =>
  Uint8Array.from([...text].map((sign) => bytes[sign] ?? sign.charCodeAt(0)))
export const utf16 = (text: string) =>
  Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Buffer.from(text, 'utf16le'))])

/** What becomes of the rows of a file, by what is proposed for it. */
export function rowsOf(bytes: Uint8Array) {
  const read = readTable(bytes, 'Europe/Berlin')
  const proposed = propose(read.table, HABITS).mapping
  const hasKind = Object.values(proposed.columns).some(({ to }) => to === 'kind')
  // Where no column says what it was, the page asks once for all of them.
  const constants = hasKind ? {} : { kind: 'rally' }
  const { decided } = orderIn(read.table, proposed)
  const dayOrder = decided === 'dmy' || decided === 'mdy' ? { dayOrder: decided } : {}
  const mapping: Mapping = { ...proposed, constants, ...dayOrder }
  const plan = planFor(read.table, mapping, HABITS, 'sheet')
  return {
    ...{ read, mapping },
    rows: read.table.rows.map((row) => checkRow(row, read.table, plan)),
  }
}

/** What of an entry these files say. */
export function said(row: CheckedRow | undefined) {
  const { input } = good(row)
  return {
    ...{ title: input.title, kind: input.kind, edtf: input.date.edtf, time: input.date.time },
    ...{ place: input.place, crowd: [input.crowd.low, input.crowd.high] },
    ...{ coordinates: [input.latitude, input.longitude].map(Number) },
    ...{ organizations: input.organizations.map(({ name }) => name), tags: input.tags },
    sources: input.citations.slice(0, -1).map(({ url }) => url),
  }
}
