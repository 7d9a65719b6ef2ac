import 'server-only'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { AppError, notFound } from '../errors'
import { keepRevision } from '../history/record'
import { organizationsNamed } from '../organizations/find-or-create'
import { demandsVisibleTo } from './dto'
import { currentWording } from './current-wording'

/** A demand to make: its wording, and the names of its targets and counterparties. */
export type NewDemand = { wording: string; targets: string[]; counterparties: string[] }

/**
 * The campaign's demand of this id or wording; a wording that is new is made a demand, with the next
 * number. Case and white space do not matter. What is already known of it is left as it is.
 *
 * @param path of the row in the input, for the message.
 * @returns its id.
 * @throws AppError `invalid` at `demand` for an id that is not one of the campaign's demands,
 *   `not_found` when the campaign is gone.
 */
export async function demandNamed(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  demand: { id: string } | NewDemand,
  path: PropertyKey[] = [],
): Promise<string> {
  if ('id' in demand) {
    const known = await tx.demand.findFirst({
      where: { AND: [demandsVisibleTo(viewer), { id: demand.id, campaignId }] },
      select: { id: true },
    })
    if (known) return known.id
    throw new AppError('invalid', 'Choose one of this campaign’s demands.', [...path, 'demand'])
  }
  await holdNumbers(tx, campaignId)
  const same = await demandWorded(tx, viewer, campaignId, demand.wording)
  return same ?? (await addDemand(tx, viewer, campaignId, demand)).id
}

/** The id of the campaign's demand of this wording, whatever its case and white space, or null. */
export async function demandWorded(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  wording: string,
): Promise<string | null> {
  const known = await tx.demand.findMany({
    where: { AND: [demandsVisibleTo(viewer), { campaignId }] },
    select: {
      id: true,
      ...currentWording,
    },
    orderBy: { number: 'asc' },
  })
  return known.find(({ versions }) => sameWords(versions[0]?.wording ?? '', wording))?.id ?? null
}

/** Whether two wordings are the same but for case and white space; nothing is like nothing. */
export function sameWords(one: string, other: string): boolean {
  return fold(one) !== '' && fold(one) === fold(other)
}

/**
 * Makes a demand with the campaign's next number; two at once get two numbers.
 *
 * @param forItself whether an editor writes it down before any entry raises it.
 * @throws AppError `not_found` when the campaign is gone.
 */
export async function addDemand(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  { wording, targets, counterparties }: NewDemand,
  forItself = false,
): Promise<{ id: string; number: number }> {
  const { workspaceId } = viewer
  await holdNumbers(tx, campaignId)
  const highest = await tx.demand.aggregate({ where: { campaignId }, _max: { number: true } })
  const number = (highest._max.number ?? 0) + 1
  const { id } = await tx.demand.create({
    data: { workspaceId, campaignId, number, forItself },
    select: { id: true },
  })
  await tx.demandVersion.create({ data: { workspaceId, demandId: id, number: 1, wording } })
  await setTargets(tx, viewer, id, targets)
  await setCounterparties(tx, viewer, id, counterparties)
  await keepRevision(tx, viewer, {
    record: 'demand',
    recordId: id,
    version: 1,
    action: 'create',
    before: {},
    after: { wording, targets, counterparties },
  })
  return { id, number }
}

/** Makes these the demand's targets; each is found by name or made. */
export async function setTargets(tx: Tx, viewer: Viewer, demandId: string, names: string[]) {
  const ids = await organizationsNamed(tx, viewer, names)
  await tx.demandTarget.deleteMany({ where: { demandId, organizationId: { notIn: ids } } })
  await tx.demandTarget.createMany({
    data: ids.map(rowFor(viewer, demandId)),
    skipDuplicates: true,
  })
}

/** Makes these the demand's counterparties; each is found by name or made. */
export async function setCounterparties(tx: Tx, viewer: Viewer, demandId: string, names: string[]) {
  const ids = await organizationsNamed(tx, viewer, names)
  await tx.demandCounterparty.deleteMany({ where: { demandId, organizationId: { notIn: ids } } })
  await tx.demandCounterparty.createMany({
    data: ids.map(rowFor(viewer, demandId)),
    skipDuplicates: true,
  })
}

function rowFor({ workspaceId }: Viewer, demandId: string) {
  return (organizationId: string) => ({ workspaceId, demandId, organizationId })
}

// Whoever counts waits for whoever counted before. The mode lets rows that refer to the campaign
// be added meanwhile.
async function holdNumbers(tx: Tx, campaignId: string): Promise<void> {
  const locked = await tx.$queryRaw<unknown[]>`
    select 1 as locked from campaign where id = ${campaignId}::uuid for no key update`
  if (locked.length === 0) throw notFound('campaign')
}

function fold(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}
