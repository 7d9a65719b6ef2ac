import 'server-only'
import type { FormerNameInput } from '@/lib/schemas/person'
import { rememberEpoch } from '../auth/epoch'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { notFound } from '../errors'
import { keepAudit } from '../history/record'

/**
 * Says whether shares may show a name that a person once had. Shares follow at once; a name that is
 * taken back is withheld in editions too.
 *
 * @throws AppError `forbidden` below editor, `not_found` for what is no former name of the person.
 */
export async function decideFormerName(
  viewer: Viewer,
  personId: string,
  { name, shown }: FormerNameInput,
): Promise<void> {
  requireRole(viewer, 'editor')
  await withViewer(viewer, async (tx) => {
    const known = await tx.formerName.findFirst({
      where: { personId, name, person: { trashedAt: null } },
      select: { shown: true },
    })
    if (!known) throw notFound('former name')
    if (known.shown === shown) return
    await tx.formerName.updateMany({ where: { personId, name }, data: { shown } })
    await keepAudit(tx, viewer, 'update', 'person', personId, ['formerNames'])
    // An older copy of the database would show it again.
    if (!shown) await rememberEpoch(tx)
  })
}
