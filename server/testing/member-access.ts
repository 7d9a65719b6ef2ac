import 'server-only'
import { randomUUID } from 'node:crypto'
import { mailInvitation } from '../members/invitation-mail'
import {
  changeRole,
  inviteMember,
  removeMember,
  restoreMember,
  revokeInvitation,
  suspendMember,
} from '../members/mutations'
import { listInvitations, listMembers } from '../members/queries'
import { editor, member, ownerAlone, type Row } from './access-rows'
import type { Target } from './target'
import { memberIn } from './world'

const inviteAs = (role: 'viewer' | 'owner') => ({ email: `${randomUUID()}@example.org`, role })
const newMember = async ({ workspaceId }: Target) =>
  (await memberIn(workspaceId, 'viewer')).memberId

/** What is done with members and invitations, for the table of all access. */
export const memberAccess: Record<string, Row> = {
  'members/queries.listMembers': member('own', (v) => listMembers(v)),
  'members/queries.listInvitations': editor('own', (v) => listInvitations(v)),
  'members/mutations.inviteMember': editor('own', (v) => inviteMember(v, inviteAs('viewer'))),
  'members/invitation-mail.mailInvitation': editor(
    'refused',
    (v, _t, id) =>
      mailInvitation(v, { id, url: 'https://example.org/invitation/x' }, new Date(), () =>
        Promise.resolve({ state: 'sent' }),
      ),
    async ({ owner }) => (await inviteMember(owner, inviteAs('viewer'))).id,
  ),
  'members/mutations.revokeInvitation': editor(
    'refused',
    (v, _t, id) => revokeInvitation(v, id),
    async ({ owner }) => (await inviteMember(owner, inviteAs('owner'))).id,
  ),
  'members/mutations.changeRole': ownerAlone(
    'refused',
    (v, _t, id) => changeRole(v, id, 'contributor'),
    newMember,
  ),
  'members/mutations.removeMember': ownerAlone(
    'refused',
    (v, _t, id) => removeMember(v, id),
    newMember,
  ),
  'members/mutations.suspendMember': ownerAlone(
    'refused',
    (v, _t, id) => suspendMember(v, id),
    newMember,
  ),
  'members/mutations.restoreMember': ownerAlone(
    'refused',
    (v, _t, id) => restoreMember(v, id),
    async (target) => {
      const id = await newMember(target)
      await suspendMember(target.owner, id)
      return id
    },
  ),
}
