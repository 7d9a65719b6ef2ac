import 'server-only'
import type { LookAlike } from '@/lib/forms/state'
import { compared, type ComparedField } from '@/lib/imports/compare'
import { LEAVE_ALL, type Answers } from '@/lib/schemas/import'
import { memberIdOf, mayPublish, requireRole, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer, type Tx } from '../db'
import { entriesById } from '../entries/queries'
import { entriesWritableBy } from '../policy'
import { checkImport, type Checked } from './check'
import { prepareImport, type Prepared } from './prepare'
import { rowsToFix, type FileToFix } from './report'
import { answersIn, CUT_OFF_MS, fileToRead, ownImport } from './stored'

const MOST_LISTED = 200
/** How much of the past says how fast an import is. */
const RATE_MS = 30_000

/** An import in the list of a campaign's. */
export type ImportListing = {
  id: string
  name: string
  state: 'waiting' | 'running' | 'done' | 'undone'
  /** ISO moments. */
  createdAt: string
  finishedAt: string | null
  by: string | null
  /** How many drafts it made, and how many it is to make. */
  written: number
  toWrite: number
}

/**
 * Lists the imports into a campaign, the latest first: for editors all of them, for a contributor
 * their own.
 *
 * @throws AppError `forbidden` below contributor, `not_found` for the campaign.
 */
export async function listImports(viewer: Viewer, slug: string): Promise<ImportListing[]> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    const campaign = await campaignBySlug(tx, viewer, slug)
    const rows = await tx.import.findMany({
      where: {
        campaignId: campaign.id,
        ...(mayPublish(viewer) ? {} : { createdBy: memberIdOf(viewer) }),
      },
      select: {
        ...{ id: true, name: true, state: true, createdAt: true, finishedAt: true, toWrite: true },
        counts: true,
        creator: { select: { account: { select: { name: true } } } },
        _count: { select: { rows: { where: { takenBack: null } } } },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: MOST_LISTED,
    })
    return rows.map(({ creator, _count, counts, createdAt, finishedAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
      by: creator?.account.name ?? null,
      written: (counts as Record<string, number>).record ?? _count.rows,
    }))
  })
}

/** An import on its page: how far it is, and how many rows became what in the end. */
export type ImportState = {
  name: string
  state: ImportListing['state']
  written: number
  toWrite: number
  counts: Record<string, number>
  /** Whether it runs, but has not written for a minute. */
  cutOff: boolean
  /** Rows a second of late, and how many seconds the others take at that rate; null where none moves. */
  rate: number | null
  secondsLeft: number | null
}

/**
 * How far an import is.
 *
 * @throws AppError `forbidden`, `not_found`.
 */
export async function getImport(
  viewer: Viewer,
  id: string,
  now = new Date(),
): Promise<ImportState> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    const row = await ownImport(tx, viewer, id)
    const { name, state, toWrite, counts, movedAt, _count } = row
    const cutOff = state === 'running' && now.getTime() - movedAt.getTime() > CUT_OFF_MS
    const rate = state === 'running' && !cutOff ? await rateOf(tx, id, now) : null
    return {
      ...{ name, state, toWrite, counts: counts as Record<string, number> },
      ...{ written: _count.rows, cutOff, rate },
      secondsLeft: rate && Math.ceil((toWrite - _count.rows) / rate),
    }
  })
}

async function rateOf(tx: Tx, id: string, now: Date): Promise<number | null> {
  const since = new Date(now.getTime() - RATE_MS)
  const [of] = await tx.$queryRaw<{ rows: number; ms: number | null }[]>`
    select count(*)::int as rows, extract(epoch from (${now} - min(e.created_at)))::float8 * 1000 as ms
      from imported_row r join entry e on e.workspace_id = r.workspace_id and e.id = r.entry_id
     where r.import_id = ${id}::uuid and e.created_at > ${since}`
  return of?.ms && of.ms > 0 ? of.rows / (of.ms / 1_000) : null
}

/**
 * Reads the file of an import that waits, and says what its columns become. What is refused is what the
 * answers that were given last refuse.
 *
 * @param look what is done with rows like an entry, for a look at what becomes of each row; left out
 *   for the columns alone.
 * @throws AppError `forbidden`, `not_found`.
 */
export async function lookAtImport(
  viewer: Viewer,
  id: string,
  look?: Answers,
): Promise<{ prepared: Prepared; checked: Checked | null; answers: Answers }> {
  const { campaign, file, addedAt, choices } = await fileToRead(viewer, id)
  const prepared = await prepareImport(campaign, file, addedAt)
  const checked = look ? await checkImport(viewer, campaign, prepared, look) : null
  const answers = answersIn(choices)
  if (checked && (answers.alike !== 'leave' || Object.keys(answers.rows ?? {}).length > 0)) {
    const { refused } = await checkImport(viewer, campaign, prepared, answers)
    checked.refused = refused
  }
  return { prepared, checked, answers }
}

/**
 * The rows of an import that are refused, as a file in the format that came, with the reasons.
 *
 * @returns null where none is refused.
 * @throws AppError `forbidden`, `not_found`, also where the file is no longer stored.
 */
export async function rowsToFixOf(viewer: Viewer, id: string): Promise<FileToFix | null> {
  const { prepared, checked } = await lookAtImport(viewer, id, LEAVE_ALL)
  return checked && rowsToFix(prepared, checked)
}

/** A row beside an entry that it may be the same as. */
export type Likeness = {
  row: number
  title: string
  /** The likest first. */
  entries: (LookAlike & { mayJoin: boolean; fields: ComparedField[] })[]
}

/**
 * Rows that look like entries, each beside those entries field by field.
 *
 * @throws AppError `forbidden` below contributor, `not_found` for the campaign.
 */
export async function compareAlike(
  viewer: Viewer,
  slug: string,
  alike: Checked['alike'],
): Promise<Likeness[]> {
  requireRole(viewer, 'contributor')
  const ids = [...new Set(alike.flatMap(({ entries }) => entries.map(({ id }) => id)))]
  return withViewer(viewer, async (tx) => {
    await campaignBySlug(tx, viewer, slug)
    const known = new Map(
      (await entriesById(tx, viewer, ids)).map((entry) => [entry.id, entry] as const),
    )
    const own = await tx.entry.findMany({
      where: { AND: [entriesWritableBy(viewer), { id: { in: ids } }] },
      select: { id: true },
    })
    const changeable = new Set(own.map(({ id }) => id))
    return alike.map(({ entries, ...row }) => ({
      ...{ row: row.row.number, title: row.input.title },
      entries: entries.flatMap((one) => {
        const entry = known.get(one.id)
        if (!entry) return []
        return [{ ...one, mayJoin: changeable.has(one.id), fields: compared(row, entry) }]
      }),
    }))
  })
}
