import 'server-only'
import { AppError } from '../errors'
import { currentMember } from './session'
import type { Organizer } from './viewer'

/**
 * Requires that what a page sends goes to the workspace that the page was opened in: another tab of the
 * browser may have gone to another one since, or a new sign-in may have begun there.
 *
 * @param page what the form says (lib/forms/page-workspace.ts); one that says nothing passes.
 * @throws AppError `forbidden`, with the names of both workspaces.
 */
export async function requirePageWorkspace(viewer: Organizer, page: unknown): Promise<void> {
  if (typeof page !== 'string' || page === '' || page === viewer.workspaceId) return
  const member = await currentMember()
  const meant = member?.otherWorkspaces.find(({ id }) => id === page)
  throw new AppError(
    'forbidden',
    member && meant
      ? `This page belongs to “${meant.name}”, but this browser is now in “${member.workspaceName}”. Nothing was saved. Go to “${meant.name}” in another tab, then try again here.`
      : 'This page belongs to a workspace that you are no longer a member of. Nothing was saved.',
  )
}
