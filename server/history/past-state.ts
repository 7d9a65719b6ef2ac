import 'server-only'
import type { FormValues } from '@/lib/forms/state'
import type { RecordWithHistory } from '@/lib/history/revisions'
import { stricter } from '@/lib/people/consent'
import type { Consent } from '@/lib/schemas/words'
import type { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { AppError } from '../errors'
import { withoutHiddenLinks } from './hidden-entries'
import { versionOf } from './visible'

/** A record as it stood, as the input of its form, and the version at which it stands now. */
export type PastState = { state: Record<string, unknown>; current: number }

type Snapshot = Record<string, unknown>

/**
 * Reads a record as it stood at a version.
 *
 * @throws AppError `not_found` when the record is missing or hidden, `invalid` for a version that is
 *   not kept.
 */
export async function pastState(
  tx: Tx,
  viewer: Viewer,
  record: RecordWithHistory,
  id: string,
  version: number,
): Promise<PastState> {
  const current = await versionOf(tx, viewer, record, id)
  // What a write on the way changed was kept alone: the whole is what was kept up to that version.
  const rows = await tx.revision.findMany({
    where: { record, recordId: id, version: record === 'entry' ? version : { lte: version } },
    select: { version: true, snapshot: true },
    orderBy: { version: 'asc' },
  })
  if (rows.at(-1)?.version !== version)
    throw new AppError('invalid', 'This version is not stored. Choose another one.')
  const whole = Object.assign({}, ...rows.map(({ snapshot }) => snapshot)) as Snapshot
  return { current, state: await asInput(tx, record, id, whole) }
}

async function asInput(
  tx: Tx,
  record: RecordWithHistory,
  id: string,
  { trashed: _trashed, ...whole }: Snapshot,
): Promise<Snapshot> {
  switch (record) {
    case 'entry':
      return {
        ...(await withTodaysQuoteConsents(
          tx,
          id,
          await withoutHiddenLinks(tx, whole as FormValues),
        )),
        ...(await statusNow(tx, id)),
      }
    case 'demand':
      return {
        wording: whole.wording,
        targets: joined(whole.targets),
        counterparties: joined(whole.counterparties),
      }
    case 'campaign': {
      // Its address stays: links to it are in the world.
      const { slug: _slug, ...input } = whole
      return input
    }
    case 'organization': {
      const { parentId, ...input } = whole
      return { ...input, otherNames: joined(whole.otherNames), parent: await nameOf(tx, parentId) }
    }
    case 'person':
      return {
        ...whole,
        otherNames: joined(whole.otherNames),
        ...(await consentNow(tx, id, whole)),
      }
    case 'plan':
      return {
        ...whole,
        organizers: joined(whole.organizers),
        targets: joined(whole.targets),
        demands: await demandsThere(tx, whole.demands),
      }
    case 'source':
      return whole
  }
}

// A demand that was erased since is not planned for again.
async function demandsThere(tx: Tx, ids: unknown): Promise<string[]> {
  const id = { in: Array.isArray(ids) ? ids.map(String) : [] }
  const rows = await tx.demand.findMany({ where: { id, trashedAt: null }, select: { id: true } })
  return rows.map((row) => row.id)
}

const joined = (names: unknown) => (Array.isArray(names) ? names.join('; ') : '')

async function nameOf(tx: Tx, id: unknown): Promise<string> {
  if (typeof id !== 'string') return ''
  const row = await tx.organization.findFirst({
    where: { id, trashedAt: null },
    select: { name: true },
  })
  if (row) return row.name
  throw new AppError(
    'invalid',
    'The organization that it was a part of is no longer there. Bring that one back first, or change this one in the form.',
  )
}

// Somebody who has withdrawn a consent since must not be named again because a text is restored.
async function consentNow(tx: Tx, id: string, { consent, consentReason }: Snapshot) {
  const now = await tx.person.findFirst({
    where: { id },
    select: { consent: true, consentReason: true },
  })
  if (!now) return {}
  const restored = stricter((consent ?? 'hidden') as Consent, now.consent)
  return restored === now.consent
    ? { consent: now.consent, consentReason: now.consentReason }
    : { consent: restored, consentReason: consentReason ?? '' }
}

// What is restored is the text: whether it is published is decided apart from that.
async function statusNow(tx: Tx, id: string) {
  return tx.entry.findFirst({ where: { id }, select: { status: true } })
}

async function withTodaysQuoteConsents(tx: Tx, id: string, values: Snapshot): Promise<Snapshot> {
  const where: Prisma.QuoteWhereInput = { appearance: { entryId: id } }
  const quotes = await tx.quote.findMany({ where, select: { id: true, consent: true } })
  const now = new Map(quotes.map((quote) => [quote.id, quote.consent]))
  const restored = { ...values }
  for (const [name, quoteId] of Object.entries(values)) {
    const path = /^(appearances\.\d+\.quotes\.\d+)\.id$/.exec(name)?.[1]
    const today = typeof quoteId === 'string' ? now.get(quoteId) : null
    if (!path || !today) continue
    const then = values[`${path}.consent`] as Consent | '' | undefined
    restored[`${path}.consent`] = then ? stricter(then, today) : today
  }
  return restored
}
