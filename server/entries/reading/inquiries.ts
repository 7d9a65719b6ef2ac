import 'server-only'
import { plannedOnce } from '../../statement-names'
import type { InquiryRow } from './row'
import { ByOwner, reads, type Scope } from './scope'

type Flat = Omit<InquiryRow, 'askedBy' | 'recipients' | 'updates'> & {
  of: string
  askedById: string | null
  askedByName: string
}
type Recipient = {
  of: string
  outcome: InquiryRow['recipients'][number]['outcome']
  id: string
  name: string
}
type Update = InquiryRow['updates'][number] & { of: string }

/** Reads who was asked for an answer, and what came of it, by entry. */
export async function inquiriesOf(
  scope: Scope,
  ids: readonly string[],
): Promise<(entry: string) => InquiryRow[]> {
  if (!reads(scope, 'inquiries')) return () => []
  const { tx } = scope
  const rows = await tx.$queryRaw<Flat[]>`${plannedOnce}
    select i.entry_id as of, i.id, i.through, i.edtf, o.id as "askedById", o.name as "askedByName"
    from inquiry i left join organization o
      on o.workspace_id = i.workspace_id and o.id = i.asked_by_organization_id
    where i.entry_id = any(${[...ids]}::uuid[]) order by i.id`
  if (rows.length === 0) return () => []
  const asked = rows.map(({ id }) => id)
  const [recipients, updates] = await Promise.all([
    tx.$queryRaw<Recipient[]>`${plannedOnce}
      select r.inquiry_id as of, r.outcome, o.id, o.name from inquiry_recipient r
      join organization o on o.workspace_id = r.workspace_id and o.id = r.organization_id
      where r.inquiry_id = any(${asked}::uuid[]) order by o.name`,
    tx.$queryRaw<Update[]>`${plannedOnce}
      select u.inquiry_id as of, u.organization_id as "organizationId", u.outcome, u.edtf,
        u.entry_id as "entryId"
      from inquiry_update u
      where u.inquiry_id = any(${asked}::uuid[]) and u.taken_back_at is null
        and (u.entry_id is null or exists (select from entry e where e.workspace_id = u.workspace_id
          and e.id = u.entry_id and e.status = 'published' and e.trashed_at is null))
      order by u.first_day, u.created_at, u.id`,
  ])
  const found = new ByOwner(rows)
  const toRecipients = new ByOwner(recipients)
  const later = new ByOwner(updates)
  return (entry) =>
    found.at(entry, ({ id, through, edtf, askedById, askedByName }) => ({
      ...{ id, through, edtf },
      askedBy: askedById === null ? null : { id: askedById, name: askedByName },
      recipients: toRecipients.at(id, ({ outcome, ...organization }) => ({
        outcome,
        organization: { id: organization.id, name: organization.name },
      })),
      updates: later.at(id, ({ organizationId, outcome, edtf, entryId }) => ({
        ...{ organizationId, outcome, edtf, entryId },
      })),
    }))
}
