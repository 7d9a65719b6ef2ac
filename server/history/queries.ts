import 'server-only'
import { doneInWords, type RecordWithHistory, type RevisionListing } from '@/lib/history/revisions'
import { linkedInText, textWithout } from '@/lib/history/hidden-links'
import { revisionLabel, revisionText } from '@/lib/history/texts'
import { Prisma } from '@/prisma/generated/client'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { hiddenAmong } from './hidden-entries'
import { versionOf } from './visible'

const MOST = 200

/**
 * Lists a record's revisions, newest first, each with the texts of the fields that changed.
 *
 * @throws AppError `not_found` when the record is missing or hidden.
 */
export async function listRevisions(
  viewer: Viewer,
  record: RecordWithHistory,
  id: string,
): Promise<RevisionListing[]> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    await versionOf(tx, viewer, record, id)
    const rows = await tx.revision.findMany({
      where: { record, recordId: id },
      select: {
        version: true,
        at: true,
        action: true,
        note: true,
        changes: true,
        member: { select: { account: { select: { name: true } } } },
      },
      orderBy: { version: 'desc' },
      take: MOST,
    })
    const changed = rows.map(({ changes }) => Object.entries(changes as Record<string, Change>))
    const hidden = record === 'entry' ? await hiddenLinks(tx, changed.flat()) : new Set<string>()
    const names = await namesIn(tx, record, changed.flat())
    return rows.map(({ version, at, action, note, member }, index) => ({
      version,
      at: at.toISOString(),
      by: member?.account.name ?? null,
      done: doneInWords(action, version),
      note,
      fields: (changed[index] ?? [])
        .map(
          ([field, change]) =>
            [field, field === 'links' ? without(hidden, change) : change] as const,
        )
        .filter(([field, { from, to }]) => field !== 'links' || from !== to)
        .map(([field, { from, to }]) => ({
          field,
          label: revisionLabel(record, field),
          from: revisionText(record, field, from, names),
          to: revisionText(record, field, to, names),
        })),
    }))
  })
}

type Change = { from: unknown; to: unknown }

// A link to an entry of a restricted campaign was kept with its title.
function hiddenLinks(tx: Tx, changes: [string, Change][]): Promise<ReadonlySet<string>> {
  const texts = changes.flatMap(([field, { from, to }]) => (field === 'links' ? [from, to] : []))
  return hiddenAmong(tx, texts.flatMap(linkedInText))
}

// What had no links was kept as null or as no text.
function without(hidden: ReadonlySet<string>, { from, to }: Change): Change {
  if (hidden.size === 0) return { from, to }
  return { from: textWithout(hidden, from) ?? '', to: textWithout(hidden, to) ?? '' }
}

/** What an editor said when they sent an entry back; null where nobody did, or its status changed since. */
export async function lastSentBack(
  viewer: Viewer,
  id: string,
): Promise<{ note: string; by: string | null } | null> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    await versionOf(tx, viewer, 'entry', id)
    const row = await tx.revision.findFirst({
      where: {
        ...{ record: 'entry', recordId: id },
        changes: { path: ['status'], not: Prisma.DbNull },
      },
      select: {
        action: true,
        note: true,
        member: { select: { account: { select: { name: true } } } },
      },
      orderBy: { version: 'desc' },
    })
    if (row?.action !== 'send_back') return null
    return { note: row.note, by: row.member?.account.name ?? null }
  })
}

// What the changes of some records name by id, in words.
async function namesIn(
  tx: Tx,
  record: RecordWithHistory,
  changes: [string, Change][],
): Promise<ReadonlyMap<string, string>> {
  if (record === 'organization') return parentNames(tx, changes)
  if (record !== 'plan') return new Map()
  const rows = await tx.demand.findMany({
    where: { id: { in: idsOf(changes, 'demands') } },
    select: { id: true, number: true },
  })
  return new Map(rows.map(({ id, number }) => [id, `Demand ${number}`]))
}

function idsOf(changes: [string, Change][], wanted: string): string[] {
  const ids = changes
    .filter(([field]) => field === wanted)
    .flatMap(([, { from, to }]) => [from, to].flat())
    .filter((id) => typeof id === 'string')
  return [...new Set(ids)]
}

async function parentNames(tx: Tx, changes: [string, Change][]): Promise<Map<string, string>> {
  const rows = await tx.organization.findMany({
    where: { id: { in: idsOf(changes, 'parentId') } },
    select: { id: true, name: true },
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
