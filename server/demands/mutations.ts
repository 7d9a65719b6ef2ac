import 'server-only'
import { byName } from '@/lib/people/by-name'
import { splitNames, type DemandInput } from '@/lib/schemas/demand'
import { requireRole, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer, type Tx } from '../db'
import { AppError, notFound } from '../errors'
import { conflictSince, type FieldOfBoth } from '../history/conflict-since'
import { keepRevision, type Saving } from '../history/record'
import { addDemand, setCounterparties, setTargets } from './find-or-create'

/**
 * Makes a demand of a campaign, with the next number.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the campaign.
 */
export async function createDemand(
  viewer: Viewer,
  slug: string,
  input: DemandInput,
): Promise<{ id: string; number: number }> {
  requireRole(viewer, 'editor')
  return withViewer(viewer, async (tx) => {
    const campaign = await campaignBySlug(tx, viewer, slug)
    const demand = {
      wording: input.wording,
      targets: splitNames(input.targets),
      counterparties: splitNames(input.counterparties),
    }
    return addDemand(tx, viewer, campaign.id, demand, true)
  })
}

/**
 * Changes a demand. A new wording is a new version of the words, and the earlier ones stay.
 *
 * @throws AppError `forbidden` below editor, `not_found`, `invalid` where a target is left out
 *   whose standing is recorded; ConflictError when somebody else saved it meanwhile.
 */
export async function updateDemand(
  viewer: Viewer,
  id: string,
  input: DemandInput,
  how: Saving = {},
): Promise<void> {
  requireRole(viewer, 'editor')
  await withViewer(viewer, async (tx) => {
    const before = await lockedDemand(tx, id)
    const after = {
      wording: input.wording,
      targets: inOrder(splitNames(input.targets)),
      counterparties: inOrder(splitNames(input.counterparties)),
    }
    if (input.version !== undefined && input.version !== before.version) {
      const versions = { from: input.version, version: before.version }
      throw await conflictSince(tx, 'demand', id, versions, fieldsOfBoth(before, after))
    }
    await refuseLostStandings(tx, id, after.targets)
    if (after.wording !== before.wording) {
      const number = before.wordings + 1
      const { workspaceId } = viewer
      const { wording } = after
      const { note } = input
      await tx.demandVersion.create({ data: { workspaceId, demandId: id, number, wording, note } })
    }
    await setTargets(tx, viewer, id, after.targets)
    await setCounterparties(tx, viewer, id, after.counterparties)
    await tx.demand.updateMany({ where: { id }, data: { version: { increment: 1 } } })
    await keepRevision(tx, viewer, {
      record: 'demand',
      recordId: id,
      version: before.version + 1,
      action: how.action ?? 'update',
      note: how.note ?? '',
      before: {
        wording: before.wording,
        targets: before.targets,
        counterparties: before.counterparties,
      },
      after,
    })
  })
}

type StoredDemand = {
  version: number
  wordings: number
  wording: string
  targets: string[]
  counterparties: string[]
}

// Held until the end of the transaction, so that of two who save at once the second is told.
async function lockedDemand(tx: Tx, id: string): Promise<StoredDemand> {
  await tx.$queryRaw`select 1 as locked from demand where id = ${id}::uuid for no key update`
  const names = { select: { organization: { select: { name: true } } } }
  const row = await tx.demand.findFirst({
    where: { id, trashedAt: null },
    select: {
      version: true,
      versions: { select: { number: true, wording: true }, orderBy: { number: 'desc' }, take: 1 },
      targets: names,
      counterparties: names,
    },
  })
  if (!row) throw notFound('demand')
  return {
    version: row.version,
    wordings: row.versions[0]?.number ?? 0,
    wording: row.versions[0]?.wording ?? '',
    targets: inOrder(row.targets.map(({ organization }) => organization.name)),
    counterparties: inOrder(row.counterparties.map(({ organization }) => organization.name)),
  }
}

// Another order of the same names is no change.
function inOrder(names: string[]): string[] {
  return names
    .map((name) => ({ name }))
    .sort(byName)
    .map(({ name }) => name)
}

function fieldsOfBoth(
  theirs: StoredDemand,
  yours: Omit<StoredDemand, 'version' | 'wordings'>,
): FieldOfBoth[] {
  const names = (kept: unknown) => (Array.isArray(kept) ? inOrder(kept.map(String)).join('; ') : '')
  return [
    { field: 'wording', label: 'Wording', yours: yours.wording, theirs: theirs.wording },
    ...(['targets', 'counterparties'] as const).map((field): FieldOfBoth => ({
      ...{ field, label: field === 'targets' ? 'Targets' : 'Counterparties', joins: 'names' },
      ...{ yours: names(yours[field]), theirs: names(theirs[field]), words: names },
    })),
  ]
}

// Histories are added to, never taken away: what was assessed stays in the ledger.
async function refuseLostStandings(tx: Tx, demandId: string, targets: string[]): Promise<void> {
  const assessed = await tx.assessment.findMany({
    where: { demandId, state: 'confirmed' },
    select: { organization: { select: { name: true, otherNames: true } } },
    distinct: ['organizationId'],
  })
  const kept = new Set(targets.map((name) => name.toLowerCase()))
  const lost = assessed.find(
    ({ organization: { name, otherNames } }) =>
      ![name, ...otherNames].some((known) => kept.has(known.toLowerCase())),
  )
  if (!lost) return
  const { name } = lost.organization
  throw new AppError(
    'invalid',
    `Keep ${name} among the targets: its standing is recorded. If the demand is no longer made there, assess it as withdrawn.`,
    ['targets'],
  )
}
