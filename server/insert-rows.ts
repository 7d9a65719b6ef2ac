import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from './db'
import { plannedOnce } from './statement-names'

// What each row must have; columns that are not named here keep their default.
const COLUMNS = {
  entry_organization: 'workspace_id, entry_id, organization_id, part',
  appearance: 'workspace_id, id, entry_id, person_id, role, description, affiliation, position',
  quote: 'workspace_id, id, appearance_id, text, consent, position, checked_by, checked_on',
  quote_demand: 'workspace_id, quote_id, demand_id',
  citation:
    'workspace_id, id, source_id, entry_id, quote_id, claim_id, link_id, dispute_id, reply_id, exact, prefix, suffix, match, position',
  dispute: 'workspace_id, id, entry_id, quote_id, reason, said_by, position',
  entry_reply:
    'workspace_id, id, entry_id, organization_id, said, edtf, first_day, last_day, position',
  imported_row: 'workspace_id, import_id, number, hash, key, said, entry_id, result, version',
} as const

/** A row by the names of the record's own fields, such as `entryId` for `entry_id`. */
export type Row = Record<string, string | number | Record<string, string> | null>

/**
 * Adds rows to a table in one statement whose plan is kept. Prisma works out each `createMany`
 * anew, which takes longer than the insert itself: of a saved entry the four of them were a third.
 */
export async function insertRows(
  tx: Tx,
  table: keyof typeof COLUMNS,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = Prisma.raw(COLUMNS[table])
  const named = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value])),
  )
  const into = Prisma.raw(table)
  await tx.$executeRaw`${plannedOnce} insert into ${into} (${columns}) select ${columns}
    from json_populate_recordset(null::${into}, ${JSON.stringify(named)}::json)`
}

function columnOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
