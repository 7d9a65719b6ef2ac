import 'server-only'
import { plannedOnce } from '../../statement-names'
import { currentWordingSql } from './people'
import type {
  ClaimRow,
  DisputeRow,
  EntryRow,
  NamedRow,
  PhotoRow,
  ReplyRow,
  TouchedDemandRow,
} from './row'
import { ByOwner, claimFields, reads, type Scope } from './scope'

type Of<Row> = Row & { of: string }
type Ids = readonly string[]

export type DisputeFlat = Of<Omit<DisputeRow, 'citations'>>
export type ClaimFlat = Of<Omit<ClaimRow, 'citations'>>
export type ReplyFlat = Of<Omit<ReplyRow, 'organization' | 'citations'>> & NameOf
type NameOf = { organizationId: string; organizationName: string }

/** Reads the organizations of entries, each part by name. */
export async function organizationsOf(
  scope: Scope,
  ids: Ids,
): Promise<(entry: string) => EntryRow['organizations']> {
  if (!reads(scope, 'organizations')) return () => []
  type Flat = Of<Pick<EntryRow['organizations'][number], 'part'> & NamedRow>
  const found = new ByOwner(
    await scope.tx.$queryRaw<Flat[]>`${plannedOnce}
      select eo.entry_id as of, eo.part, o.id, o.name from entry_organization eo
      join organization o on o.workspace_id = eo.workspace_id and o.id = eo.organization_id
      where eo.entry_id = any(${[...ids]}::uuid[]) order by eo.part, o.name`,
  )
  return (entry) => found.at(entry, ({ part, id, name }) => ({ part, organization: { id, name } }))
}

/** Reads the demands that entries touch; those in the trash are left out. */
export async function demandsOf(
  scope: Scope,
  ids: Ids,
): Promise<(entry: string) => TouchedDemandRow[]> {
  if (!reads(scope, 'demands')) return () => []
  type Flat = Of<Pick<TouchedDemandRow, 'id' | 'relation' | 'stance'>> & {
    demandId: string
    number: number
    wording: string
    organizationId: string | null
    organizationName: string
  }
  const found = new ByOwner(
    await scope.tx.$queryRaw<Flat[]>`${plannedOnce}
      select ed.entry_id as of, ed.id, ed.relation, ed.stance, d.id as "demandId", d.number,
        ${currentWordingSql} as wording, o.id as "organizationId", o.name as "organizationName"
      from entry_demand ed
      join demand d on d.workspace_id = ed.workspace_id and d.id = ed.demand_id
      left join organization o on o.workspace_id = ed.workspace_id and o.id = ed.organization_id
      where ed.entry_id = any(${[...ids]}::uuid[]) and d.trashed_at is null
      order by ed.position, ed.id`,
  )
  return (entry) =>
    found.at(entry, ({ id, relation, stance, demandId, number, wording, ...of }) => ({
      ...{ id, relation, stance },
      organization:
        of.organizationId === null ? null : { id: of.organizationId, name: of.organizationName },
      demand: { id: demandId, number, wording },
    }))
}

/** Reads what sources say of dates, sizes and places, the working value first. */
export async function claimsOf(scope: Scope, ids: Ids): Promise<ByOwner<ClaimFlat>> {
  if (!reads(scope, 'claims')) return new ByOwner([])
  return new ByOwner(
    await scope.tx.$queryRaw<ClaimFlat[]>`${plannedOnce}
      select c.entry_id as of, c.id, c.field, c.value, c.said_by as "saidBy", c.working, c.reason
      from claim c
      where c.entry_id = any(${[...ids]}::uuid[])
        and c.field = any(${claimFields(scope)}::claim_field[])
      order by c.working desc, c.position, c.id`,
  )
}

/** Reads who disputes entries, or quotes. */
export async function disputesOf(
  { tx }: Scope,
  of: 'entry' | 'quote',
  ids: Ids,
): Promise<ByOwner<DisputeFlat>> {
  if (ids.length === 0) return new ByOwner([])
  const rows =
    of === 'entry'
      ? tx.$queryRaw<DisputeFlat[]>`${plannedOnce}
          select d.entry_id as of, d.id, d.reason, d.said_by as "saidBy" from dispute d
          where d.entry_id = any(${[...ids]}::uuid[]) and d.taken_back_at is null
          order by d.position, d.id`
      : tx.$queryRaw<DisputeFlat[]>`${plannedOnce}
          select d.quote_id as of, d.id, d.reason, d.said_by as "saidBy" from dispute d
          where d.quote_id = any(${[...ids]}::uuid[]) and d.taken_back_at is null
          order by d.position, d.id`
  return new ByOwner(await rows)
}

/** Reads what organizations say to entries. */
export async function repliesOf({ tx }: Scope, ids: Ids): Promise<ByOwner<ReplyFlat>> {
  return new ByOwner(
    await tx.$queryRaw<ReplyFlat[]>`${plannedOnce}
      select r.entry_id as of, r.id, r.edtf, r.said, o.id as "organizationId",
        o.name as "organizationName"
      from entry_reply r
      join organization o on o.workspace_id = r.workspace_id and o.id = r.organization_id
      where r.entry_id = any(${[...ids]}::uuid[]) order by r.position, r.id`,
  )
}

/** Reads the pictures of entries. */
export async function photosOf(scope: Scope, ids: Ids): Promise<(entry: string) => PhotoRow[]> {
  if (!reads(scope, 'photos')) return () => []
  const found = new ByOwner(
    await scope.tx.$queryRaw<Of<PhotoRow>[]>`${plannedOnce}
      select p.entry_id as of, p.id, p.caption, p.credit, p.alt, p.decorative, p.width, p.height,
        p.suffixes
      from photo p
      where p.entry_id = any(${[...ids]}::uuid[]) and p.removed_at is null and p.swept_at is null
      order by p.position, p.id`,
  )
  return (entry) => found.at(entry, ({ of: _, ...photo }) => photo)
}
