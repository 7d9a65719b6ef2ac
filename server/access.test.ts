import { readdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from './auth/test-support'
import type { Organizer, ShareReader, Viewer } from './auth/viewer'
import { restrictCampaign } from './campaigns/restriction'
import { withViewer } from './db'
import { AppError } from './errors'
import { letsIn, type Row } from './testing/access-rows'
import { readsNothing } from './testing/access-reads-nothing'
import { accessTable } from './testing/access-table'
import { eventsIn } from './testing/events'
import { CANARY, newTarget, type Target } from './testing/target'
import { memberIn, newCampaignFor, newWorld, readerOf } from './testing/world'

useTestDatabase()

let target: Target
let stranger: Organizer
let otherReader: ShareReader
let restricted: Target
let outside: Organizer

beforeAll(async () => {
  target = await newTarget()
  stranger = (await newWorld()).owner
  otherReader = await readerOf(target.owner, (await newCampaignFor(target.owner)).id)
  restricted = await newTarget()
  const members = [restricted.editor, restricted.contributor, restricted.viewer]
  await restrictCampaign(restricted.owner, restricted.campaign.id, {
    who: 'members',
    members: members.map(({ memberId }) => memberId),
  })
  outside = await memberIn(restricted.workspaceId, 'editor')
})

describe('the table', () => {
  it('holds every export that takes a viewer', async () => {
    const found = await exportsOf(fileURLToPath(new URL('.', import.meta.url)))
    expect(found.length).toBeGreaterThan(30)
    expect(found.filter((name) => !(name in accessTable) && !readsNothing.has(name))).toEqual([])
    const known = new Set(found)
    expect(Object.keys(accessTable).filter((name) => !known.has(name))).toEqual([])
  })
})

describe.each(Object.entries(accessTable))('%s', (_name, row) => {
  it('knows nobody without a session', async () => {
    const forged: unknown[] = [
      null,
      undefined,
      {},
      { ...target.owner },
      { ...target.reader },
      { kind: 'system', workspaceId: target.workspaceId },
      Object.create(target.owner),
    ]
    const id = await made(row, target.owner)
    for (const viewer of forged) await refused(row, viewer as Viewer, id)
  })

  it('lets in whom it should, and nobody else', async () => {
    const { owner, editor, contributor, viewer, reader } = target
    for (const somebody of [reader, viewer, contributor, editor, owner]) {
      const id = await made(row, somebody)
      if (letsIn(row.least, somebody)) await row.call(somebody, target, id)
      else await refused(row, somebody, id)
    }
  })

  it('tells a member outside a restricted campaign nothing of it, and lets them write nothing there', async () => {
    const id = await made(row, restricted.owner, restricted)
    const before = await eventsIn(restricted)
    const answer = await row.call(outside, restricted, id).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error
      return error.message
    })
    const told = JSON.stringify(answer) ?? ''
    for (const secret of secretsOf(restricted)) expect(told).not.toContain(secret)
    expect(await eventsIn(restricted)).toBe(before)
  })

  it('keeps the target from another workspace and from another campaign’s readers', async () => {
    const id = await made(row, target.owner)
    for (const somebody of [stranger, otherReader]) {
      if (row.others === 'own' && letsIn(row.least, somebody)) await ownAlone(row, somebody, id)
      else await refused(row, somebody, id)
    }
  })
})

async function made(row: Row, viewer: Viewer, of = target): Promise<string> {
  return (await row.make?.(of, viewer)) ?? ''
}

async function refused(row: Row, viewer: Viewer, id: string): Promise<void> {
  const before = await events()
  const answer = async () => row.call(viewer, target, id)
  const error: unknown = await answer().then(
    (got) => new Error(`Nothing was refused: ${JSON.stringify(got)}`),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(AppError)
  expect(['forbidden', 'not_found']).toContain((error as AppError).code)
  expect((error as AppError).message).not.toContain(CANARY)
  expect(await events()).toBe(before)
}

async function ownAlone(row: Row, viewer: Viewer, id: string): Promise<void> {
  const before = await events()
  const answer = JSON.stringify(await row.call(viewer, target, id)) ?? ''
  expect(answer).not.toContain(CANARY)
  expect(answer).not.toContain(target.campaign.slug)
  expect(await events()).toBe(before)
}

// What the directory has (the organization, the person) is the whole workspace's.
function secretsOf({ campaign, entryId, demand, sourceId }: Target): string[] {
  const ofPlans = ['plan', 'park', 'corner', 'task', 'reason', 'Marshal']
  const texts = ['rally', 'summary', 'note', 'words', 'demand', 'report', ...ofPlans].map(
    (text) => `${CANARY} ${text}`,
  )
  return [...texts, campaign.id, campaign.slug, entryId, demand.id, sourceId]
}

// Every write leaves an audit event, so that an unchanged number says that nothing was written.
function events(): Promise<number> {
  return withViewer(target.owner, (tx) => tx.auditEvent.count())
}

/**
 * The exports that must be in the table: all functions of queries and mutations, and elsewhere all
 * whose first parameter is a viewer or the reader of a share.
 */
async function exportsOf(server: string): Promise<string[]> {
  const files = readdirSync(server, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['auth', 'cli', 'testing'].includes(entry.name))
    .flatMap(({ name }) =>
      readdirSync(`${server}/${name}`, { recursive: true, encoding: 'utf8' }).map(
        (file) => `${name}/${file}`,
      ),
    )
    // A worker is a program of its own, which waits for its work.
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|test-support|\/worker\//.test(file))
  const found: string[] = []
  for (const file of files) {
    const path = file.replace(/\.ts$/, '')
    const asks = /\/(queries|mutations)$/.test(path)
    const url = pathToFileURL(`${server}/${file}`).href
    const module = (await import(/* @vite-ignore */ url)) as Record<string, unknown>
    for (const [name, value] of Object.entries(module)) {
      if (typeof value !== 'function') continue
      if (asks || /^(viewer|reader)$/.test(firstParameter(value) ?? ''))
        found.push(`${path}.${name}`)
    }
  }
  return found
}

function firstParameter(value: unknown): string | undefined {
  return /^[^(]*\(\s*([\w$]+)/.exec(String(value))?.[1]
}
