import 'server-only'
import { memberRoleLabels, type MemberRole } from '@/lib/schemas/words'
import { countOne } from '../auth/limits'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { env } from '../env'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { isUuid } from '../ids'
import type { Posted } from '../mail/due'
import { postMail, type Post } from '../mail/post'

/** Addresses are typed by hand, so more than this in a day is somebody else's doing. */
const PER_WORKSPACE = { tries: 100, windowMs: 24 * 60 * 60_000 }

/**
 * Mails an invitation that was just made to the address that it is for. It is tried once and at once:
 * the address that opens it is kept nowhere, and whoever invites can pass it on where this fails. The mail
 * names no workspace and nobody in it, since mail servers on the way can read it.
 *
 * @throws AppError `forbidden` below editor, `not_found` for an invitation that cannot be used,
 *   `unavailable` after a hundred in a day.
 */
export async function mailInvitation(
  viewer: Viewer,
  { id, url }: { id: string; url: string },
  now = new Date(),
  post: Post = postMail,
): Promise<Posted['state']> {
  requireRole(viewer, 'editor')
  if (!isUuid(id)) throw notFound('invitation')
  const { workspaceId } = viewer
  const unused = { workspaceId, id, usedAt: null, revokedAt: null, expiresAt: { gt: now } }
  const invitation = await withViewer(viewer, async (tx) => {
    const found = await tx.invitation.findFirst({
      where: unused,
      select: { email: true, role: true },
    })
    if (!found) throw notFound('invitation')
    const { hits } = await countOne(tx, `invitation-mail ${workspaceId}`, PER_WORKSPACE, now)
    if (hits > PER_WORKSPACE.tries)
      throw new AppError(
        'unavailable',
        'Too many invitations were mailed today. Pass this one on yourself.',
      )
    return found
  })
  const mail = { id, to: invitation.email, ...invitationMail(url, invitation.role) }
  const wanted = () =>
    withViewer(viewer, async (tx) => (await tx.invitation.count({ where: unused })) > 0)
  // The address that opens it must still be shown to whoever invites.
  const { state } = await post(mail, wanted).catch((error: unknown) => {
    console.error('An invitation could not be mailed.', error)
    return { state: 'unknown' as const }
  })
  if (state === 'sent')
    await withViewer(viewer, (tx) => keepAudit(tx, viewer, 'update', 'invitation', id, ['mailed']))
  return state
}

function invitationMail(url: string, role: MemberRole): { subject: string; text: string } {
  const { host } = env().url
  const text = [
    `You are invited to join a group at ${host} as ${memberRoleLabels[role].toLowerCase()}.`,
    'Open this within 48 hours to choose a name and a password. It works once.',
    url,
    'If you do not know who invites you, do nothing.',
  ]
  return { subject: `Invitation to ${host}`, text: `${text.join('\n\n')}\n` }
}
