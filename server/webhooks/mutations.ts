import 'server-only'
import { randomBytes } from 'node:crypto'
import type { WebhookInput } from '@/lib/schemas/webhook'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { env } from '../env'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { isUuid, newId } from '../ids'
import { requireStillIn } from '../members/lock'
import { SECRET_PREFIX } from './post'
import { sealSecret } from './secret'

const MOST_WEBHOOKS = 10

/**
 * Lets messages about published entries go to an address.
 *
 * @returns the secret that signs them, which is shown this once.
 * @throws AppError `forbidden` below owner, `conflict` for more than a workspace may have.
 */
export async function addWebhook(
  viewer: Viewer,
  { url }: WebhookInput,
): Promise<{ id: string; secret: string }> {
  requireRole(viewer, 'owner')
  const id = newId()
  const secret = SECRET_PREFIX + randomBytes(32).toString('base64')
  const { workspaceId } = viewer
  await withViewer(viewer, async (tx) => {
    await requireStillIn(tx, viewer)
    if ((await tx.webhook.count({ where: { workspaceId, endedAt: null } })) >= MOST_WEBHOOKS)
      throw new AppError(
        'conflict',
        `A workspace has at most ${MOST_WEBHOOKS} webhooks. Delete one that is no longer used.`,
      )
    const secretSealed = sealSecret(secret, id, env().secret)
    await tx.webhook.create({
      data: { workspaceId, id, url, secretSealed, createdBy: memberIdOf(viewer) },
    })
    await keepAudit(tx, viewer, 'create', 'webhook', id)
  })
  return { id, secret }
}

/**
 * Ends a webhook; what still waits for it is not sent.
 *
 * @throws AppError `forbidden` below owner, `not_found`.
 */
export async function endWebhook(viewer: Viewer, id: string, now = new Date()): Promise<void> {
  requireRole(viewer, 'owner')
  if (!isUuid(id)) throw notFound('webhook')
  await withViewer(viewer, async (tx) => {
    const where = { workspaceId: viewer.workspaceId, id, endedAt: null }
    const { count } = await tx.webhook.updateMany({ where, data: { endedAt: now } })
    if (count === 0) throw notFound('webhook')
    await keepAudit(tx, viewer, 'revoke', 'webhook', id)
  })
}
