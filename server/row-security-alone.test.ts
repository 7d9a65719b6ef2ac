import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { Prisma } from '@/prisma/generated/client'
import { asOwner } from '@/scripts/testing/database'
import { useTestDatabase as inTestDatabase } from './auth/test-support'
import type { Viewer } from './auth/viewer'
import { withViewer } from './db'
import { AppError, isDatabaseError } from './errors'
import type { Row } from './testing/access-rows'
import { accessTable } from './testing/access-table'
import { CANARY, newTarget, type Target } from './testing/target'
import { newWorld } from './testing/world'
import { named } from './trash/references'

/** Who the database is told is there, whomever the app takes them for; null for the same one. */
const atDoor = vi.hoisted(() => ({ viewer: null as Viewer | null }))

type Door = (viewer: Viewer, ...all: unknown[]) => unknown

vi.mock('./db', async (original) => {
  const db = await original<Record<'withViewer' | 'inSnapshot', Door>>()
  const through =
    (door: Door): Door =>
    (viewer, ...all) =>
      door(atDoor.viewer ?? viewer, ...all)
  return { ...db, withViewer: through(db.withViewer), inSnapshot: through(db.inSnapshot) }
})

inTestDatabase()

/** What answers the same with row security and without: the target has nothing that they would tell or change. */
const NOTHING_THERE = [
  'sources/passage-match.matchUnmatched',
  'trash/purge.purgeTrash',
  'photos/sweep.sweepNowAndThen',
  'photos/sweep.sweepPhotos',
  'shares/links/views.dailyViews',
  'shares/editions/editions.listEditions',
  'shares/reading/open-places.listOpenPlaces',
  'shares/reading/place-mentions.listPlaceMentions',
  'shares/links/paused.countPaused',
  'shares/links/paused.resumeShares',
  'sources/cited-day.citedDay',
  'assignments/queries.listAssignedToMe',
  'assignments/queries.assignable',
  'plans/queries.planOfEntry',
  'comments/notifications.listMailed',
  'demands/proposed.listProposed',
  'timeline/on-now.listOnNow',
  'shares/editions/packed.packEdition',
  'mail/deliver.mailGivenUp',
  'imports/lease.kept',
]
/** The same, since they are about a file that whoever sent or made it has alone, and no row. */
const OF_OWN_FILES = [
  'backup/taken.makeTakenBackup',
  'backup/taken.openTakenBackup',
  'backup/taken.takenBackup',
  'exports/import-record.importRecord',
  'exports/incoming.discardIncoming',
  'exports/incoming.importIncoming',
  'exports/incoming.incomingOf',
  'exports/incoming.keepIncoming',
]
/** The same, since an earlier row of the table has ended what they are about or put another in its place. */
const ENDED_BEFORE = [
  'assignments/mutations.assign',
  'demands/follow-ups.endFollowUp',
  'webhooks/queries.listWebhooks',
  'webhooks/mutations.endWebhook',
  'workspace/mark.readMark',
]

let target: Target
let stranger: Viewer
const made = new Map<string, string>()

beforeEach(async () => {
  target = await newTarget()
  stranger = (await newWorld()).owner
  for (const [name, row] of Object.entries(accessTable))
    made.set(name, (await row.make?.(target, target.owner)) ?? '')
})

it('row security alone keeps the rows of a workspace from the owner of another', async () => {
  const [idsBefore, before] = [await idsOfTarget(), await hashOfTarget()]
  const told: string[] = []
  for (const [name, row] of Object.entries(accessTable))
    if (tells(await asStranger(row, name), idsBefore)) told.push(name)
  expect(told).toEqual([])
  expect(await hashOfTarget()).toBe(before)
})

// Otherwise the test above would say nothing of row security.
it('nothing else keeps them, once the guards allow', async () => {
  const withIt = new Map<string, string>()
  for (const [name, row] of Object.entries(accessTable))
    withIt.set(name, await asStranger(row, name))
  // An import that the stranger starts has rows which refer to what it may not: it fails, and says so there.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => void vi.restoreAllMocks())
  const tables = await tablesWithRowSecurity()
  onTestFinished(() => setRowSecurity(tables, 'enable'))
  await setRowSecurity(tables, 'disable')
  const ids = await idsOfTarget()
  const [told, same]: [string[], string[]] = [[], []]
  let before = await hashOfTarget()
  for (const [name, row] of Object.entries(accessTable)) {
    const answer = await asStranger(row, name)
    const after = await hashOfTarget()
    if (tells(answer, ids)) told.push(name)
    else if (after === before && answer === withIt.get(name)) same.push(name)
    before = after
  }
  expect(told.length).toBeGreaterThan(80)
  expect(same.sort()).toEqual([...NOTHING_THERE, ...OF_OWN_FILES, ...ENDED_BEFORE].sort())
})

/** What a query or mutation answers to the stranger, whom the app takes for the target's owner or reader. */
async function asStranger(row: Row, name: string): Promise<string> {
  const takenFor = row.least === 'reader alone' ? target.reader : target.owner
  atDoor.viewer = stranger
  try {
    return inText(await row.call(takenFor, target, made.get(name) ?? ''))
  } catch (error) {
    if (!isRefusal(error)) throw error
    return String(error)
  } finally {
    atDoor.viewer = null
  }
}

/** What the app or the database says of rows that somebody may not see or make; all else is a fault. */
function isRefusal(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'not_found' || error.code === 'conflict'
  if (isDatabaseError(error, 'P2003', 'P2025', OF_ROW_SECURITY)) return true
  return isDatabaseError(error, 'P2039') && String(error).includes(OF_ROW_SECURITY)
}

/** PostgreSQL's code for a row that row security does not let somebody write. */
const OF_ROW_SECURITY = '42501'

function inText(answer: unknown): string {
  const plain = (_name: string, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value
  return JSON.stringify(answer, plain) ?? ''
}

/** Whether an answer holds a word of the target, or the id of something in its workspace. */
function tells(answer: string, ids: Set<string>): boolean {
  const words = [CANARY, target.campaign.slug]
  return words.some((word) => answer.includes(word)) || uuidsIn(answer).some((id) => ids.has(id))
}

function uuidsIn(text: string): string[] {
  return text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []
}

async function setRowSecurity(tables: string[], to: 'enable' | 'disable'): Promise<void> {
  await asOwner(tables.map((table) => `alter table ${table} ${to} row level security;`).join(' '))
}

async function tablesWithRowSecurity(): Promise<string[]> {
  const tables = await withViewer(
    target.owner,
    (tx) => tx.$queryRaw<{ name: string }[]>`
      select relname as name from pg_class
       where relrowsecurity and relnamespace = 'public'::regnamespace order by 1`,
  )
  return tables.map(({ name }) => name)
}

/** Every id that stands in the tables of the target's workspace. */
async function idsOfTarget(): Promise<Set<string>> {
  return new Set(uuidsIn((await ofTarget<string>(Prisma.sql`string_agg(text, ' ')`)) ?? ''))
}

/** What stands in the tables of the target's workspace, as one hash. */
function hashOfTarget(): Promise<string> {
  return ofTarget(Prisma.sql`md5(string_agg(text, ' ' order by text))`)
}

async function ofTarget<T>(wanted: Prisma.Sql): Promise<T> {
  return withViewer(target.owner, async (tx) => {
    const tables = await tx.$queryRaw<{ name: string }[]>`
      select c.relname as name from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`
    const texts = tables.map(
      ({ name }) => Prisma.sql`
        select t::text from ${named(name)} t where t.workspace_id = ${target.workspaceId}::uuid`,
    )
    const [row] = await tx.$queryRaw<{ wanted: T }[]>`
      select ${wanted} as wanted from (${Prisma.join(texts, ' union all ')}) as all_rows(text)`
    return row?.wanted as T
  })
}
