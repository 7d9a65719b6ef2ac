import 'server-only'
import type { Organizer } from '../../auth/viewer'

/** Whether a member makes and sees share links, so that a page can say why it has none to show. */
export function mayShare({ role }: Organizer): boolean {
  return role === 'owner' || role === 'editor'
}
