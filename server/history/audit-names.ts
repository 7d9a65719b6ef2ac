import 'server-only'
import type { Tx } from '../db'

type Named = { id: string; name: string }
type Reader = (tx: Tx, of: { workspaceId: string; id: { in: string[] } }) => Promise<Named[]>

const titled = (rows: { id: string; title: string }[]): Named[] =>
  rows.map(({ id, title }) => ({ id, name: title }))
const select = { id: true, title: true } as const

/** How a record of each kind is named; the others have no name of their own. */
const READERS: Record<string, Reader> = {
  entry: async (tx, where) => titled(await tx.entry.findMany({ where, select })),
  campaign: async (tx, where) => titled(await tx.campaign.findMany({ where, select })),
  plan: async (tx, where) => titled(await tx.plan.findMany({ where, select })),
  source: async (tx, where) => titled(await tx.source.findMany({ where, select })),
  organization: (tx, where) =>
    tx.organization.findMany({ where, select: { id: true, name: true } }),
  person: (tx, where) => tx.person.findMany({ where, select: { id: true, name: true } }),
  api_token: (tx, where) => tx.apiToken.findMany({ where, select: { id: true, name: true } }),
  webhook: async (tx, where) =>
    (await tx.webhook.findMany({ where, select: { id: true, url: true } })).map(({ id, url }) => ({
      ...{ id, name: url },
    })),
  import: (tx, where) => tx.import.findMany({ where, select: { id: true, name: true } }),
  demand: async (tx, where) =>
    (await tx.demand.findMany({ where, select: { id: true, number: true } })).map(
      ({ id, number }) => ({ id, name: `Demand ${number}` }),
    ),
  share: async (tx, where) =>
    (await tx.shareLink.findMany({ where, select: { id: true, label: true } })).map(
      ({ id, label }) => ({ id, name: label }),
    ),
  invitation: async (tx, where) =>
    (await tx.invitation.findMany({ where, select: { id: true, email: true } })).map(
      ({ id, email }) => ({ id, name: email }),
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
): Promise<Map<string, string>> {
  const ids = new Map<string, Set<string>>()
  for (const { record, recordId } of events)
    ids.set(record, (ids.get(record) ?? new Set()).add(recordId))
  const names = new Map<string, string>()
  for (const [record, wanted] of ids) {
    const rows = await READERS[record]?.(tx, { workspaceId, id: { in: [...wanted] } })
    for (const { id, name } of rows ?? []) names.set(id, name)
  }
  return names
}
