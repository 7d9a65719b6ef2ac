import 'server-only'
import { memberRoleLabels } from '@/lib/schemas/words'
import type { Tx } from '../db'

/** What a record is called, and its page where it has one that is not in the trash. */
export type AuditName = { name: string; href?: string }
type Named = AuditName & { id: string }
type Where = { workspaceId: string; id: { in: string[] } }
type Reader = (tx: Tx, where: Where) => Promise<Named[]>

const titled = { id: true, title: true, trashedAt: true } as const
const inCampaign = { campaign: { select: { slug: true, title: true } } } as const
const numbered = { number: true, trashedAt: true, ...inCampaign } as const
type Campaign = { slug: string; title: string }
type Numbered = { number: number; trashedAt: Date | null; campaign: Campaign }
type InCampaign = { id: string; title: string; trashedAt: Date | null; campaign: Campaign }

const at = (href: string, trashedAt: Date | null = null) => (trashedAt ? {} : { href })
const entryNamed = ({ id, title, trashedAt, campaign: { slug } }: InCampaign): Named => ({
  ...{ id, name: title },
  ...at(`/campaigns/${slug}/entries/${id}`, trashedAt),
})
const demandNamed = ({ number, trashedAt, campaign: { slug, title } }: Numbered): AuditName => ({
  name: `Demand ${number}, ${title}`,
  ...at(`/campaigns/${slug}/demands/${number}`, trashedAt),
})
const entry = { select: { ...titled, ...inCampaign } } as const
const demand = { select: numbered } as const

/** A name of something that has none of its own: what it is about. */
function about(
  id: string,
  of: { entry?: InCampaign | null; demand?: Numbered | null; source?: Named | null },
): Named {
  if (of.entry) return { ...entryNamed(of.entry), id }
  if (of.demand) return { ...demandNamed(of.demand), id }
  return { name: '', ...of.source, id }
}

const sourceNamed = (source: { id: string; title: string; trashedAt: Date | null }): Named => ({
  ...{ id: source.id, name: source.title },
  ...at(`/sources/${source.id}`, source.trashedAt),
})

/** How a record of each kind is named. */
const READERS: Record<string, Reader> = {
  entry: async (tx, where) => (await tx.entry.findMany({ where, ...entry })).map(entryNamed),
  campaign: async (tx, where) =>
    (await tx.campaign.findMany({ where, select: { ...titled, slug: true } })).map(
      ({ id, title, slug, trashedAt }) => ({
        ...{ id, name: title },
        ...at(`/campaigns/${slug}`, trashedAt),
      }),
    ),
  plan: async (tx, where) =>
    (await tx.plan.findMany({ where, select: { id: true, title: true, ...inCampaign } })).map(
      ({ id, title, campaign: { slug } }) => ({
        ...{ id, name: title },
        ...at(`/campaigns/${slug}/plans/${id}`),
      }),
    ),
  source: async (tx, where) =>
    (await tx.source.findMany({ where, select: titled })).map(sourceNamed),
  organization: async (tx, where) =>
    (
      await tx.organization.findMany({ where, select: { id: true, name: true, trashedAt: true } })
    ).map(({ trashedAt, ...one }) => ({ ...one, ...at(`/organizations/${one.id}`, trashedAt) })),
  person: async (tx, where) =>
    (await tx.person.findMany({ where, select: { id: true, name: true, trashedAt: true } })).map(
      ({ trashedAt, ...one }) => ({ ...one, ...at(`/people/${one.id}`, trashedAt) }),
    ),
  demand: async (tx, where) =>
    (await tx.demand.findMany({ where, select: { id: true, ...numbered } })).map(
      ({ id, ...one }) => ({ ...demandNamed(one), id }),
    ),
  assessment: async (tx, where) =>
    (await tx.assessment.findMany({ where, select: { id: true, demand } })).map(({ id, ...of }) =>
      about(id, of),
    ),
  inquiry: async (tx, where) =>
    (await tx.inquiry.findMany({ where, select: { id: true, entry } })).map(({ id, ...of }) =>
      about(id, of),
    ),
  follow_up: async (tx, where) =>
    (
      await tx.followUp.findMany({
        where,
        select: { id: true, demand, inquiry: { select: { entry } } },
      })
    ).map(({ id, demand: of, inquiry }) =>
      about(id, { demand: of, entry: inquiry?.entry ?? null }),
    ),
  comment: async (tx, where) =>
    (
      await tx.comment.findMany({
        where,
        select: { id: true, entry, demand, source: { select: titled } },
      })
    ).map(({ id, source, ...of }) => about(id, { ...of, source: source && sourceNamed(source) })),
  photo: async (tx, where) =>
    (await tx.photo.findMany({ where, select: { id: true, entry } })).map(({ id, ...of }) =>
      about(id, of),
    ),
  calendar_feed: async (tx, where) =>
    (await tx.calendarFeed.findMany({ where, select: { id: true, ...inCampaign } })).map(
      ({ id, campaign: { slug, title } }) => ({ id, name: title, ...at(`/campaigns/${slug}`) }),
    ),
  api_token: (tx, where) => tx.apiToken.findMany({ where, select: { id: true, name: true } }),
  // The rest of its address may be what lets one write there.
  webhook: async (tx, where) =>
    (await tx.webhook.findMany({ where, select: { id: true, url: true } })).map(({ id, url }) => ({
      ...{ id, name: new URL(url).host },
    })),
  import: (tx, where) => tx.import.findMany({ where, select: { id: true, name: true } }),
  share: async (tx, where) =>
    (await tx.shareLink.findMany({ where, select: { id: true, label: true, ...inCampaign } })).map(
      ({ id, label, campaign: { slug } }) => ({
        ...{ id, name: label },
        ...at(`/campaigns/${slug}/shares/${id}`),
      }),
    ),
  // A list that is handed on has nobody's e-mail address.
  invitation: async (tx, where) =>
    (await tx.invitation.findMany({ where, select: { id: true, role: true } })).map(
      ({ id, role }) => ({ id, name: `as ${memberRoleLabels[role].toLowerCase()}` }),
    ),
  member: async (tx, where) =>
    (
      await tx.member.findMany({ where, select: { id: true, account: { select: { name: true } } } })
    ).map(({ id, account }) => ({ id, name: account.name })),
}

/** What the records of events are called now, by id; what was erased has no name any more. */
export async function namesOfRecords(
  tx: Tx,
  workspaceId: string,
  events: readonly { record: string; recordId: string }[],
): Promise<Map<string, AuditName>> {
  const ids = new Map<string, Set<string>>()
  for (const { record, recordId } of events)
    ids.set(record, (ids.get(record) ?? new Set()).add(recordId))
  const names = new Map<string, AuditName>()
  for (const [record, wanted] of ids) {
    const rows = await READERS[record]?.(tx, { workspaceId, id: { in: [...wanted] } })
    for (const { id, ...named } of rows ?? []) names.set(id, named)
  }
  return names
}
