import 'server-only'
import type { WebhookListing } from '@/lib/webhooks'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'

const MOST = 100
const MOST_MESSAGES = 5

/**
 * Lists the webhooks of a workspace, the newest first, each with what came of its last messages.
 *
 * @throws AppError `forbidden` below owner.
 */
export async function listWebhooks(viewer: Viewer): Promise<WebhookListing[]> {
  requireRole(viewer, 'owner')
  const { workspaceId } = viewer
  return withViewer(viewer, async (tx) => {
    const rows = await tx.webhook.findMany({
      where: { workspaceId, endedAt: null },
      select: {
        ...{ id: true, url: true, createdAt: true },
        messages: {
          where: { tries: { gt: 0 } },
          select: {
            id: true,
            triedAt: true,
            status: true,
            trouble: true,
            tries: true,
            dueAt: true,
          },
          orderBy: { triedAt: 'desc' },
          take: MOST_MESSAGES,
        },
        _count: { select: { messages: { where: { dueAt: { not: null } } } } },
      },
      orderBy: { createdAt: 'desc' },
      take: MOST,
    })
    return rows.map(({ id, url, createdAt, messages, _count }) => ({
      ...{ id, url, createdAt: createdAt.toISOString(), waiting: _count.messages },
      messages: messages.map(({ id, triedAt, status, trouble, tries, dueAt }) => ({
        ...{ id, status, trouble, tries },
        triedAt: triedAt?.toISOString() ?? '',
        goesOn: dueAt !== null,
      })),
    }))
  })
}
