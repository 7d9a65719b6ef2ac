import 'server-only'
import type { EntryInput } from '@/lib/schemas/entry'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { namedIn, type Named } from '../entries/parts/writing'
import { organizationsByName } from '../organizations/find-or-create'
import { sourceKey, sourcesByKey } from '../sources/find-or-create'

/** The organizations and sources that many entries name, found or made in a few statements. */
export async function namedRecords(
  tx: Tx,
  viewer: Viewer,
  inputs: readonly EntryInput[],
): Promise<Named> {
  const names = inputs.flatMap(({ organizations }) => organizations.map(({ name }) => name))
  const organizations = await organizationsByName(tx, viewer, names)
  const sources = await sourcesByKey(
    tx,
    viewer,
    inputs.flatMap(({ citations }) => citations),
  )
  const single = namedIn(tx, viewer)
  return {
    organization: async (name) =>
      organizations.get(name.toLowerCase()) ?? (await single.organization(name)),
    source: async (row, path) =>
      (row.source ? undefined : sources.get(sourceKey(row))) ?? (await single.source(row, path)),
  }
}
