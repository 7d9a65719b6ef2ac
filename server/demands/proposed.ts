import 'server-only'
import type { ProposedStanding } from '@/lib/directory'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { entriesVisibleTo } from '../policy'
import { demandsVisibleTo } from './dto'

/** Lists the standings that an entry proposes and nobody has decided on, by the demand's number. */
export async function listProposed(viewer: Viewer, entryId: string): Promise<ProposedStanding[]> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const rows = await tx.assessment.findMany({
      where: {
        ...{ state: 'proposed', entryId },
        entry: entriesVisibleTo(viewer),
        demand: demandsVisibleTo(viewer),
      },
      select: {
        ...{ id: true, standing: true },
        organization: { select: { name: true } },
        demand: { select: { number: true } },
      },
      orderBy: [{ demand: { number: 'asc' } }, { organization: { name: 'asc' } }],
    })
    return rows.map(({ id, standing, organization, demand }) => ({
      ...{ id, standing, organization: organization.name, demand: demand.number },
    }))
  })
}
