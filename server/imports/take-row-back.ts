import 'server-only'
import { entryFormValues } from '@/lib/entries/form-values'
import type { FormValues } from '@/lib/forms/state'
import { newEdition } from '@/lib/imports/editions'
import { withoutRow, type RowThere } from '@/lib/imports/joining'
import type { Said } from '@/lib/imports/said'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { lockedEntry, type LockedEntry } from '../entries/lock'
import { entryById } from '../entries/queries'
import { AppError } from '../errors'
import { fileInNote, rewritten } from './join'

/** What a row of some import made of the entry: a version, and what it says. */
type Row = Awaited<ReturnType<typeof rowsOfEntry>>[number]
type Version = { values: FormValues; note: string }

/**
 * Takes back what a row changed of an entry. What people changed since stays, and so does what a row
 * says that is not taken back.
 *
 * @returns the version of the entry that this made; null where the entry is no longer the viewer's to
 *   change, or went into another one.
 */
export async function takeRowBack(
  tx: Tx,
  viewer: Viewer,
  { entryId, number, version }: { entryId: string; number: number; version: number },
): Promise<number | null> {
  const current = await lockedIfWritable(tx, viewer, entryId)
  if (!current) return null
  const rows = await rowsOfEntry(tx, entryId)
  const versions = await versionsOf(tx, entryId, rows)
  const became = versions.get(version)
  const was = versions.get(version - 1)
  // Of an entry that others were merged into, this version may be another change.
  if (!was || !became || fileInNote(became.note, number) === null) return null
  const before = entryFormValues(await entryById(tx, viewer, entryId))
  const later = rows.filter((row) => row.takenBack === null && row.version > version)
  const there = later.flatMap((row): RowThere[] => {
    const at = versions.get(row.version)
    const file = at && fileInNote(at.note, row.number)
    return at && file ? [{ values: at.values, said: saidIn(row), file, number: row.number }] : []
  })
  const withoutIt = withoutRow(before, withoutTakenBack(was.values, rows, version, versions), {
    ...{ after: became.values, there },
  })
  const values = withLaterEditions(withoutIt, rows, version)
  const how = { action: 'revert' as const, note: 'The import was undone.' }
  return rewritten(tx, viewer, { id: entryId, current, before }, values, how)
}

/** An earlier state of an entry, without what was taken back of it meanwhile. */
function withoutTakenBack(
  was: FormValues,
  rows: readonly Row[],
  version: number,
  versions: ReadonlyMap<number, Version>,
): FormValues {
  return rows
    .filter((row) => row.takenBack !== null && row.version < version)
    .reduceRight((values, row) => {
      const [before, after] = [versions.get(row.version - 1), versions.get(row.version)]
      if (!before || !after) return values
      return withoutRow(values, before.values, { after: after.values, there: [] })
    }, was)
}

/** Lets the editions that came later say again what they say, of the one before that still stands. */
function withLaterEditions(values: FormValues, rows: readonly Row[], version: number): FormValues {
  const standing = rows.filter(({ takenBack, result }) => takenBack === null && result !== 'joined')
  const before = standing.findLast((row) => row.version < version)
  if (!before) return values
  let older = saidIn(before)
  let now = values
  for (const row of standing.filter((one) => one.version > version)) {
    const newer = saidIn(row)
    // Its sources are there still.
    const sources = Object.entries(newer).filter(([name]) => name.startsWith('citations.'))
    const others = Object.entries(older).filter(([name]) => !name.startsWith('citations.'))
    const said = { ...Object.fromEntries(others), ...Object.fromEntries(sources) }
    now = newEdition(now, said, newer, null).values
    older = newer
  }
  return now
}

/** The rows of imports that made or changed an entry, in the order of their versions. */
function rowsOfEntry(tx: Tx, entryId: string) {
  return tx.importedRow.findMany({
    where: { entryId },
    select: { number: true, version: true, takenBack: true, result: true, said: true },
    orderBy: { version: 'asc' },
  })
}

function saidIn({ said }: Row): Said {
  return (said ?? {}) as Said
}

/** The states of an entry before and after each of some rows. */
async function versionsOf(
  tx: Tx,
  entryId: string,
  rows: readonly Row[],
): Promise<Map<number, Version>> {
  const wanted = rows.flatMap(({ version }) => [version - 1, version])
  const found = await tx.revision.findMany({
    where: { record: 'entry', recordId: entryId, version: { in: wanted } },
    select: { version: true, snapshot: true, note: true },
  })
  return new Map(
    found.map(({ version, snapshot, note }) => [version, { values: snapshot as FormValues, note }]),
  )
}

async function lockedIfWritable(tx: Tx, viewer: Viewer, id: string): Promise<LockedEntry | null> {
  try {
    return await lockedEntry(tx, viewer, id)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}
