import 'server-only'
import type { Stance, Standing } from '@/lib/schemas/words'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { decided, lockedDemand } from './decisions'

/** A response with a stance, as an entry gives it; days are ISO days. */
export type Response = {
  demandId: string
  organizationId: string
  stance: Stance
  entryId: string
  edtf: string
  firstDay: string
  lastDay: string
}

const PROPOSED: Record<Stance, Standing | null> = {
  meets: 'met',
  partly_meets: 'partly_met',
  refuses: 'refused',
  deflects: null,
  gives_no_reply: null,
}

/**
 * Proposes the standing that a response's stance suggests; a person confirms it, so nothing changes
 * by itself. Saving the entry again brings a waiting proposal up to date, and proposes anew only
 * what was not decided for the same entry, demand and target.
 */
export async function proposeAssessment(tx: Tx, viewer: Viewer, response: Response): Promise<void> {
  const { demandId, organizationId, entryId, edtf } = response
  const standing = PROPOSED[response.stance]
  const firstDay = new Date(response.firstDay)
  const lastDay = new Date(response.lastDay)
  await lockedDemand(tx, demandId)
  const known = await tx.assessment.findMany({
    where: { demandId, organizationId, entryId },
    select: { id: true, state: true, standing: true },
  })
  const waiting = known.find(({ state }) => state === 'proposed')
  const settled = known.some((one) => one.state !== 'proposed' && one.standing === standing)
  if (waiting && (standing === null || settled)) {
    await tx.assessment.updateMany({
      where: { id: waiting.id },
      data: decided(viewer, 'rejected', 'The entry’s stance was changed.'),
    })
  } else if (waiting && standing !== null) {
    await tx.assessment.updateMany({
      where: { id: waiting.id },
      data: { standing, edtf, firstDay, lastDay },
    })
  } else if (standing !== null && !settled) {
    const { workspaceId } = viewer
    await tx.assessment.create({
      data: {
        ...{ workspaceId, demandId, organizationId, entryId },
        ...{ standing, edtf, firstDay, lastDay, state: 'proposed' },
      },
    })
  }
}
