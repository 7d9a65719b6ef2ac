import type { NotificationDto, NotificationKind } from '../comments/comments'
import { notificationLabels } from '../comments/comments'

/** How many things of a kind a mail tells of. */
const COUNTED: Record<NotificationKind, readonly [one: string, many: string]> = {
  mention: ['mention of you', 'mentions of you'],
  reply: ['reply in a thread you wrote in', 'replies in threads you wrote in'],
  comment: ['comment on an entry you logged', 'comments on entries you logged'],
  assigned: ['assignment to you', 'assignments to you'],
  plan_changed: ['change to a plan you are part of', 'changes to plans you are part of'],
  review: ['entry to review', 'entries to review'],
  published: ['entry you logged was published', 'entries you logged were published'],
  sent_back: ['entry you logged was sent back', 'entries you logged were sent back'],
}

/** What a mail tells of. */
type Notified = Pick<NotificationDto, 'kind' | 'by' | 'title' | 'body' | 'href'>

const MOST_TOLD = 50
const MOST_QUOTED = 300

/**
 * A mail about notifications. Mail servers on the way can read it: unless the workspace allows more, it
 * says how many there are of each kind and where to read them, and no name, title or word of the record.
 *
 * @param quotes the workspace's name, where it allows mail to say who said what of which record.
 */
export function notificationMail(
  notifications: readonly Notified[],
  { url, workspaceId, quotes }: { url: URL; workspaceId: string; quotes: string | null },
): { subject: string; text: string } {
  const list = new URL('/notifications', url)
  list.searchParams.set('workspace', workspaceId)
  const many =
    notifications.length === 1 ? '1 new notification' : `${notifications.length} new notifications`
  const said =
    quotes === null
      ? counted(notifications)
      : notifications.slice(0, MOST_TOLD).map((one) => quoted(one, url))
  const more = quotes === null ? 0 : Math.max(0, notifications.length - MOST_TOLD)
  const parts = [
    `You have ${many}${quotes === null ? '' : ` in ${inOneLine(quotes)}`}:`,
    quotes === null ? said.join('\n') : said.join('\n\n'),
    ...(more > 0 ? [`And ${more} more.`] : []),
    `Read ${notifications.length === 1 ? 'it' : 'them'} here:\n${list.href}`,
    `Change when you get mail:\n${new URL('/account#notifications', url).href}`,
  ]
  return { subject: many, text: `${parts.join('\n\n')}\n` }
}

function counted(notifications: readonly Notified[]): string[] {
  return Object.entries(COUNTED).flatMap(([kind, [one, many]]) => {
    const count = notifications.filter((notification) => notification.kind === kind).length
    return count === 0 ? [] : [`- ${count} ${count === 1 ? one : many}`]
  })
}

function quoted({ kind, by, title, body, href }: Notified, url: URL): string {
  const who = `${inOneLine(by ?? 'The operator')} ${notificationLabels[kind]}: ${inOneLine(title)}`
  const words = body.length > MOST_QUOTED ? `${body.slice(0, MOST_QUOTED).trimEnd()} …` : body
  const lines = words === '' ? [] : words.split('\n').map((line) => `> ${line}`)
  return [who, ...lines, new URL(href, url).href].join('\n')
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
