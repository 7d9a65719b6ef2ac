/** What somebody may do, by what the commands ask. */
export type CommandRights = { log: boolean; publish: boolean; own: boolean }

/** One thing to do or one page to go to. */
export type Command = { id: string; name: string; href: string }

type CampaignCommand = { name: string; path: string; may?: keyof CommandRights }

const IN_CAMPAIGN: readonly CampaignCommand[] = [
  { name: 'Log an entry', path: '/entries/new', may: 'log' },
  { name: 'Add entries from an article', path: '/capture', may: 'log' },
  { name: 'Assess a demand', path: '/demands', may: 'publish' },
  { name: 'Share this campaign', path: '/shares/new', may: 'publish' },
  { name: 'Import a spreadsheet', path: '/import', may: 'log' },
  { name: 'Plan an action', path: '/plans/new', may: 'log' },
  { name: 'Export this campaign', path: '/export' },
  { name: 'Press kit', path: '/press-kit', may: 'publish' },
  { name: 'Print the timeline', path: '/print' },
]
const PARTS: readonly CampaignCommand[] = [
  { name: 'Overview', path: '' },
  { name: 'Story', path: '/story' },
  { name: 'Lanes', path: '/lanes' },
  { name: 'Calendar', path: '/calendar' },
  { name: 'Map', path: '/map' },
  { name: 'Table', path: '/table' },
  { name: 'Plots', path: '/plots' },
  { name: 'Compare', path: '/compare' },
  { name: 'Demands of this campaign', path: '/demands' },
  { name: 'Plans of this campaign', path: '/plans' },
  { name: 'Sources of this campaign', path: '/sources' },
  { name: 'Organizations of this campaign', path: '/organizations' },
  { name: 'Shares of this campaign', path: '/shares' },
  { name: 'Trash of this campaign', path: '/trash' },
  { name: 'Edit campaign', path: '/edit', may: 'publish' },
]
const PAGES: readonly (Omit<Command, 'id'> & { may?: keyof CommandRights })[] = [
  { name: 'Invite a member', href: '/members', may: 'publish' },
  { name: 'New campaign', href: '/campaigns/new', may: 'publish' },
  { name: 'All campaigns', href: '/campaigns' },
  { name: 'All organizations', href: '/organizations' },
  { name: 'All people', href: '/people' },
  { name: 'All sources', href: '/sources' },
  { name: 'All shares', href: '/shares' },
  { name: 'Members', href: '/members' },
  { name: 'Notifications', href: '/notifications' },
  { name: 'Your account', href: '/account' },
  { name: 'API tokens', href: '/account/tokens' },
  { name: 'Import a complete record', href: '/import', may: 'publish' },
  { name: 'Export everything', href: '/export' },
  { name: 'Trash of the workspace', href: '/trash' },
  { name: 'Workspace settings', href: '/workspace', may: 'own' },
  { name: 'Who can see what', href: '/workspace/access', may: 'own' },
  { name: 'Audit', href: '/workspace/audit', may: 'own' },
  { name: 'Webhooks', href: '/workspace/webhooks', may: 'own' },
  { name: 'Lock down', href: '/workspace/lock-down', may: 'own' },
  { name: 'Backups', href: '/backups', may: 'own' },
  { name: 'What is stored, and who can see it', href: '/for-members' },
]

/** What can be done and where one can go, in the campaign that is open, if one is. */
export function commandsIn(slug: string | null, rights: CommandRights): Command[] {
  const own = slug
    ? [...IN_CAMPAIGN, ...PARTS].map(({ path, ...command }) => ({
        ...command,
        href: `/campaigns/${slug}${path}`,
      }))
    : []
  return [...own, ...PAGES].flatMap(({ may, name, href }) =>
    may && !rights[may] ? [] : { id: `${name} ${href}`, name, href },
  )
}

/** The commands in which every word that was typed begins a word. */
export function commandsAnswering(commands: readonly Command[], typed: string): Command[] {
  const words = wordsOf(typed)
  if (words.length === 0) return []
  return commands.filter(({ name }) =>
    words.every((word) => wordsOf(name).some((own) => own.startsWith(word))),
  )
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
