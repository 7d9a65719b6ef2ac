import 'server-only'
import { listWorkspacesForOperator } from '../auth/operator'
import type { SystemJob } from '../auth/viewer'
import { systemViewer } from '../auth/viewers'
import { withViewer } from '../db'
import { env } from '../env'
import { entriesVisibleTo } from '../policy'
import { lookEvery } from '../repeated'
import { postMessage } from './post'
import type { Sent } from './post-publicly'
import { openSecret } from './secret'

const MINUTE = 60_000
/** How long after each try the next one comes; after the last the message is given up. */
const PAUSES = [1, 5, 30, 2 * 60, 8 * 60, 24 * 60].map((minutes) => minutes * MINUTE)
/** A try that was cut off is made again after this. */
const LEASE_MS = 2 * MINUTE
const AT_ONCE = 10
const LOOK_EVERY_MS = 15_000
const KEPT_MS = 30 * 24 * 60 * MINUTE

type Due = {
  id: string
  webhookId: string
  entryId: string
  tries: number
  url: string
  secretSealed: Uint8Array
}
type Post = typeof postMessage

/**
 * Sends the messages of a workspace that are due, each at most once at a time, on however many
 * instances. What is said of an entry is its id, kind, campaign and address, and nothing of its words.
 *
 * @returns how many were tried.
 */
export async function deliverDue(
  job: SystemJob,
  now = new Date(),
  post: Post = postMessage,
): Promise<number> {
  const due = await claim(job, now)
  await Promise.all(due.map((one) => deliver(job, one, now, post)))
  return due.length
}

async function claim(job: SystemJob, now: Date): Promise<Due[]> {
  const lease = new Date(now.getTime() + LEASE_MS)
  return withViewer(
    job,
    (tx) => tx.$queryRaw<Due[]>`
      update webhook_message m set tries = m.tries + 1, tried_at = ${now}, due_at = ${lease}
        from webhook w
       where w.workspace_id = m.workspace_id and w.id = m.webhook_id
         and (m.workspace_id, m.id) in (
           select d.workspace_id, d.id from webhook_message d
             join webhook o on o.workspace_id = d.workspace_id and o.id = d.webhook_id
            where d.due_at <= ${now} and o.ended_at is null
            order by d.due_at limit ${AT_ONCE} for update of d skip locked)
      returning m.id, m.webhook_id as "webhookId", m.entry_id as "entryId", m.tries, w.url,
        w.secret_sealed as "secretSealed"`,
  )
}

async function deliver(job: SystemJob, due: Due, now: Date, post: Post): Promise<void> {
  const body = await bodyOf(job, due.entryId)
  if (typeof body !== 'string') return keep(job, due, now, body, true)
  const secret = openSecret(due.secretSealed, due.webhookId, env().secret)
  if (secret === null)
    return keep(job, due, now, { trouble: 'This installation’s key has changed.' }, true)
  await keep(job, due, now, await post({ id: due.id, url: due.url, secret, body }, now))
}

// Read at the moment of sending: what was taken back meanwhile is told to nobody. Who reads at the
// address is not known, so nothing is told there of a campaign that is not open to everyone.
async function bodyOf(job: SystemJob, id: string): Promise<string | { trouble: string }> {
  const entry = await withViewer(job, (tx) =>
    tx.entry.findFirst({
      where: { AND: [entriesVisibleTo(job), { id, status: 'published' }] },
      select: {
        ...{ id: true, kind: true },
        campaign: { select: { id: true, slug: true, restriction: { select: { since: true } } } },
      },
    }),
  )
  if (!entry) return { trouble: 'The entry is no longer published.' }
  const { kind, campaign } = entry
  if (campaign.restriction) return { trouble: 'The campaign is restricted.' }
  const url = new URL(`/campaigns/${campaign.slug}/entries/${id}`, env().url).href
  return JSON.stringify({ type: 'entry.published', data: { id, kind, campaign: campaign.id, url } })
}

async function keep(job: SystemJob, { id, tries }: Due, now: Date, sent: Sent, over = false) {
  const status = 'status' in sent ? sent.status : null
  const trouble = 'trouble' in sent ? sent.trouble : ''
  const pause = PAUSES[tries - 1]
  const done = over || (status !== null && status >= 200 && status < 300) || pause === undefined
  const dueAt = done ? null : new Date(now.getTime() + pause)
  const { workspaceId } = job
  await withViewer(job, (tx) =>
    tx.webhookMessage.updateMany({ where: { workspaceId, id }, data: { status, trouble, dueAt } }),
  )
}

/** Forgets messages of a month ago, whatever became of them. */
export async function sweepMessages(job: SystemJob, now = new Date()): Promise<void> {
  const { workspaceId } = job
  await withViewer(job, (tx) =>
    tx.webhookMessage.deleteMany({
      where: { workspaceId, at: { lt: new Date(now.getTime() - KEPT_MS) } },
    }),
  )
}

/** Looks for messages that are due as long as the app runs. */
export function startDelivering(): void {
  lookEvery(LOOK_EVERY_MS, 'Webhooks', async () => {
    for (const { id } of await listWorkspacesForOperator()) await deliverDue(systemViewer(id))
  })
}
