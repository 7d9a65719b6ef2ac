/** What somebody may do, by what the commands ask. */
export type CommandRights = { log: boolean; publish: boolean }

/** One thing to do or one page to go to. */
export type Command = { id: string; name: string; href: string }

type CampaignCommand = { name: string; path: string; may?: keyof CommandRights }

const IN_CAMPAIGN: readonly CampaignCommand[] = [
  { name: 'Log an entry', path: '/entries/new', may: 'log' },
  { name: 'Add entries from an article', path: '/capture', may: 'log' },
  { name: 'Assess a demand', path: '/demands', may: 'publish' },
  { name: 'Share this campaign', path: '/shares/new', may: 'publish' },
  { name: 'Import a spreadsheet', path: '/import', may: 'log' },
  { name: 'Export this campaign', path: '/export' },
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
  { name: 'Sources of this campaign', path: '/sources' },
  { name: 'Organizations of this campaign', path: '/organizations' },
  { name: 'Shares of this campaign', path: '/shares' },
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
  { name: 'Your account', href: '/account' },
  { name: 'Trash', href: '/trash' },
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
