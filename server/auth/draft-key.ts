import 'server-only'
import { createHmac } from 'node:crypto'
import { env } from '../env'
import { memberIdOf, requireMember, type Viewer } from './viewer'

/**
 * Where a member's browser keeps what is typed in a form, and the key that seals it there (Base64, 256
 * bits): the same on every visit of this member, and unknown to everybody else.
 *
 * @throws AppError `forbidden` for readers of a share, and for a viewer that nobody signed in as.
 */
export function draftPlace(viewer: Viewer, form: string): { form: string; key: string } {
  requireMember(viewer)
  const member = memberIdOf(viewer) ?? ''
  const key = createHmac('sha256', env().secret).update(`draft ${viewer.workspaceId} ${member}`)
  return { form: `${member} ${form}`, key: key.digest('base64') }
}
