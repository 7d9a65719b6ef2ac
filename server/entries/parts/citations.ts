import 'server-only'
import { OWN_SOURCE } from '@/lib/forms/form-data'
import type { EntryInput } from '@/lib/schemas/entry'
import type { Tx } from '../../db'
import { AppError } from '../../errors'
import { newId } from '../../ids'
import { insertRows } from '../../insert-rows'
import { placedIn, type PlacedPassage } from '../../sources/passage-match'
import { owner, type Writing } from './writing'

/** A passage as it was typed, or marked in a text, with what stands around it there. */
type Marked = { exact: string; prefix?: string; suffix?: string }

type Cited =
  | { quoteId: string }
  | { claimId: string }
  | { linkId: string }
  | { disputeId: string }
  | { replyId: string }

/** Gathers the sources of the entry itself, with the passage of each. */
export async function writeCitations(
  writing: Writing,
  rows: EntryInput['citations'],
): Promise<void> {
  for (const [position, row] of rows.entries()) {
    const sourceId = await writing.named.source(row, ['citations', position])
    writing.citedSources.push(sourceId)
    writing.citations.push({
      ...{ ...owner(writing), id: newId() },
      ...(await passageFor(writing, sourceId, row)),
      sourceId,
      position,
    })
  }
}

/** Writes what was gathered, each table in one statement. */
export async function writeGathered(
  tx: Tx,
  { citations, organizations }: Pick<Writing, 'citations' | 'organizations'>,
): Promise<void> {
  await insertRows(tx, 'entry_organization', organizations)
  await insertRows(tx, 'citation', citations)
}

/**
 * Gathers the source of one part of an entry.
 *
 * @param choice a source's id, `entry` for the entry's first source, `own` for the same if there is
 *   one, or empty for none
 * @returns the source's id, or null where none is cited
 * @throws AppError `invalid` where the entry has no source that could be meant.
 */
export async function cite(
  writing: Writing,
  of: Cited,
  choice: string,
  passage: Marked,
  path: PropertyKey[],
): Promise<string | null> {
  const { viewer, citedSources } = writing
  if (choice === '' || (choice === OWN_SOURCE && citedSources.length === 0)) return null
  const sourceId =
    choice === 'entry' || choice === OWN_SOURCE
      ? citedSources[0]
      : await writing.named.source({ source: choice }, path.slice(0, -1))
  if (!sourceId)
    throw new AppError(
      'invalid',
      'The entry names no source yet. Add one under Sources, or choose another here.',
      path,
    )
  writing.citations.push({
    workspaceId: viewer.workspaceId,
    ...{ ...of, id: newId(), sourceId, position: 0 },
    ...(await passageFor(writing, sourceId, passage)),
  })
  return sourceId
}

async function passageFor(
  writing: Writing,
  sourceId: string,
  { exact, prefix = '', suffix = '' }: Marked,
): Promise<PlacedPassage> {
  const text = exact === '' ? '' : await capturedText(writing, sourceId)
  return placedIn(text, { exact, prefix, suffix })
}

// Several quotes rest on one source as a rule, and its text may be long.
async function capturedText({ tx, sourceTexts }: Writing, id: string): Promise<string> {
  const known = sourceTexts.get(id)
  if (known !== undefined) return known
  const source = await tx.source.findFirst({ where: { id }, select: { capturedText: true } })
  const text = source?.capturedText ?? ''
  sourceTexts.set(id, text)
  return text
}
