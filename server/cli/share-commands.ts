import 'server-only'
import { shareSchema } from '@/lib/schemas/share'
import { getCampaign } from '../campaigns/queries'
import { revokeShare } from '../shares/links/ending'
import { createShare } from '../shares/links/mutations'
import { listShares } from '../shares/links/queries'
import { revokeSchema } from '../shares/links/schema'
import { columns } from './columns'
import { optional, required, text, UsageError, type Command } from './command'
import { operatorIn } from './workspace'

/** Makes a read-only link and prints its address. */
export const shareCreateCommand: Command = {
  usage:
    '--campaign <slug> [--lens public|press|ally|member] [--expires 30d|never] [--label <text>] [--undecided shown|withheld] [--workspace <name or id>]',
  does: 'creates a read-only link to a campaign and prints its address',
  options: {
    campaign: text,
    lens: text,
    expires: text,
    label: text,
    undecided: text,
    workspace: text,
  },
  words: [],
  run: async (options) => {
    const slug = required(options, 'campaign')
    const operator = await operatorIn(options)
    const { id } = await getCampaign(operator, slug)
    const parsed = shareSchema.safeParse({
      campaign: id,
      lens: optional(options, 'lens'),
      expires: optional(options, 'expires'),
      label: optional(options, 'label'),
      undecided: optional(options, 'undecided'),
    })
    if (!parsed.success) {
      throw new UsageError(
        parsed.error.issues
          .map(({ path, message }) => `--${path.join('.')}: ${message}`)
          .join('\n'),
      )
    }
    const share = await createShare(operator, parsed.data)
    return { json: share, lines: [share.url] }
  },
}

/** Lists a workspace's links. */
export const shareListCommand: Command = {
  usage: '[--workspace <name or id>]',
  does: 'lists the links of a workspace, active ones first',
  options: { workspace: text },
  words: [],
  run: async (options) => {
    const shares = await listShares(await operatorIn(options))
    return {
      json: shares,
      lines:
        shares.length === 0
          ? ['No links yet.']
          : columns(
              shares.map(({ id, state, lens, campaign, expiresAt, label, url }) => [
                id,
                state,
                lens,
                campaign.slug,
                expiresAt?.slice(0, 10) ?? 'never',
                url ?? '-',
                label,
              ]),
            ),
    }
  },
}

/** Ends a link. */
export const shareRevokeCommand: Command = {
  usage: '<id> [--workspace <name or id>]',
  does: 'revokes a link for good; find its id with share list',
  options: { workspace: text },
  words: ['id'],
  run: async (options, [id]) => {
    const parsed = revokeSchema.safeParse({ share: id })
    if (!parsed.success)
      throw new UsageError('That is not the id of a link. Find it with share list.')
    await revokeShare(await operatorIn(options), parsed.data.share)
    return { json: { id: parsed.data.share, revoked: true }, lines: ['Link revoked.'] }
  },
}
