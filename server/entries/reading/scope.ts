import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { LensField, LensRules } from '@/lib/shares/lens'
import type { ClaimField } from '@/prisma/generated/client'
import type { Tx } from '../../db'

/**
 * What is read of entries: all of it, or what the rules of a link let through. Nothing else leaves
 * the database for a link.
 */
export type Scope = { tx: Tx; rules: LensRules | null }

export function reads({ rules }: Scope, field: LensField): boolean {
  return rules === null || rules.fields.includes(field)
}

/** A column, or its empty value where the field is not read. */
export function readColumn(scope: Scope, field: LensField, column: string): Prisma.Sql {
  return Prisma.raw(reads(scope, field) ? column : `''`)
}

/** A column that is read for members alone, or its empty value. */
export function forMembers({ rules }: Scope, column: string, empty: string): Prisma.Sql {
  return Prisma.raw(rules === null ? column : empty)
}

/** Whether somebody with this consent, or with none in this column, is read. */
export function consented({ rules }: Scope, column: string): Prisma.Sql {
  if (rules === null) return Prisma.sql`true`
  const of = Prisma.raw(column)
  return Prisma.sql`(${of} is null or ${of} = any(${[...rules.people]}::consent[]))`
}

/** The fields whose claims are read. */
export function claimFields({ rules }: Scope): ClaimField[] {
  if (rules === null) return ['date', 'crowd', 'place']
  return [
    'date',
    ...(rules.fields.includes('crowd') ? ['crowd' as const] : []),
    ...(rules.places === 'exact' ? ['place' as const] : []),
  ]
}

/** Rows by what they belong to. */
export class ByOwner<Row extends { of: string }> {
  readonly #rows = new Map<string, Row[]>()

  constructor(rows: Row[]) {
    for (const row of rows) {
      const known = this.#rows.get(row.of)
      if (known) known.push(row)
      else this.#rows.set(row.of, [row])
    }
  }

  /** A value of each row, once. */
  values(valueOf: (row: Row) => string): string[] {
    return [...new Set([...this.#rows.values()].flat().map(valueOf))]
  }

  /** Those of one owner, each as `make` has it. */
  at<Made>(owner: string, make: (row: Row) => Made): Made[] {
    return this.#rows.get(owner)?.map(make) ?? []
  }
}
