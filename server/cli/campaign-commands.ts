import 'server-only'
import { listCampaigns } from '../campaigns/queries'
import { text, type Command } from './command'
import { columns } from './columns'
import { operatorIn } from './workspace'

/** Lists a workspace's campaigns. */
export const campaignListCommand: Command = {
  usage: '[--workspace <name or id>]',
  does: 'lists the campaigns of a workspace',
  options: { workspace: text },
  words: [],
  run: async (options) => {
    const campaigns = await listCampaigns(await operatorIn(options))
    return {
      json: campaigns.map(({ id, slug, title, status, timeZone }) => ({
        id,
        slug,
        title,
        status,
        timeZone,
      })),
      lines:
        campaigns.length === 0
          ? ['No campaigns yet.']
          : columns(campaigns.map(({ slug, status, title }) => [slug, status, title])),
    }
  },
}
