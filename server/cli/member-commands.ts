import 'server-only'
import { acceptSchema, inviteSchema } from '@/lib/schemas/member'
import { acceptInvitation } from '../auth/invitations'
import { makeResetLink } from '../auth/password-reset'
import { notFound } from '../errors'
import { inviteMember } from '../members/mutations'
import { listMembers } from '../members/queries'
import { columns } from './columns'
import { flag, optional, required, text, UsageError, type Command } from './command'
import { firstLineOfInput } from './standard-input'
import { operatorIn } from './workspace'

/** Makes a member at once, or the address of an invitation where no password is given. */
export const memberAddCommand: Command = {
  usage:
    '--email <address> --role viewer|contributor|editor|owner [--name <name> --password <password>] [--workspace <name or id>]',
  does: 'adds a member; without a password it prints an invitation link that is valid for 48 hours',
  options: { email: text, role: text, name: text, password: text, workspace: text },
  words: [],
  run: async (options) => {
    const operator = await operatorIn(options)
    const invited = inviteSchema.safeParse({
      email: required(options, 'email'),
      role: required(options, 'role'),
    })
    if (!invited.success) throw wrongly(invited.error.issues)
    const typed = optional(options, 'password')
    if (typed === undefined) {
      const invitation = await inviteMember(operator, invited.data)
      return { json: invitation, lines: [invitation.url] }
    }
    const accepted = acceptSchema.safeParse({
      token: 'checked below',
      email: invited.data.email,
      name: required(options, 'name'),
      password: typed === '-' ? await firstLineOfInput() : typed,
    })
    if (!accepted.success) throw wrongly(accepted.error.issues)
    const { url } = await inviteMember(operator, invited.data)
    const token = url.split('/').at(-1) ?? ''
    const member = await acceptInvitation({ ...accepted.data, token }, null)
    return { json: member, lines: [`${accepted.data.name} is now a member.`] }
  },
}

/** Makes the link for a forgotten password. */
export const memberResetLinkCommand: Command = {
  usage: '--email <address> [--without-codes] [--workspace <name or id>]',
  does: 'prints a link for choosing a new password, valid for an hour; --without-codes also turns off their sign-in codes and removes their passkeys',
  options: { email: text, 'without-codes': flag, workspace: text },
  words: [],
  run: async (options) => {
    const email = required(options, 'email').trim().toLowerCase()
    const operator = await operatorIn(options)
    const member = (await listMembers(operator)).find((one) => one.email === email)
    if (!member) throw notFound('member')
    const link = await makeResetLink(operator, member.id, options['without-codes'] === true)
    return { json: link, lines: [link.url] }
  },
}

/** Lists a workspace's members. */
export const memberListCommand: Command = {
  usage: '[--workspace <name or id>]',
  does: 'lists the members of a workspace with their roles',
  options: { workspace: text },
  words: [],
  run: async (options) => {
    const members = await listMembers(await operatorIn(options))
    return {
      json: members.map(({ own: _own, ...member }) => member),
      lines: columns(
        members.map(({ id, role, email, name, suspended }) => [
          ...[id, suspended ? `${role}, suspended` : role, email, name],
        ]),
      ),
    }
  },
}

function wrongly(issues: { path: PropertyKey[]; message: string }[]): UsageError {
  return new UsageError(
    issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'),
  )
}
