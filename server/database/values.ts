import 'server-only'
import pg from 'pg'

const OID = { int8: 20, numeric: 1700, date: 1082, timestamp: 1114 } as const

const parsers: {
  getTypeParser(oid: number, format: 'text'): (text: string) => unknown
} = pg.types

/**
 * How a column of the database reads in TypeScript: as the generated client reads it, whichever of
 * the two asked. Days and times without a zone are in UTC; pg would take the server's own zone.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number): (text: string) => unknown {
    switch (oid) {
      case OID.int8:
        return BigInt
      case OID.numeric:
        return Number
      case OID.date:
        return (text: string) => new Date(`${text}T00:00:00Z`)
      case OID.timestamp:
        return (text: string) => new Date(`${text.replace(' ', 'T')}Z`)
      default:
        return parsers.getTypeParser(oid, 'text')
    }
  },
}

/** A value as it goes to the database beside a statement: moments in UTC, bytes as bytes. */
export function parameter(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return Buffer.from(value)
  if (Array.isArray(value)) return value.map(parameter)
  return value
}
