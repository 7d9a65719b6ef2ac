import 'server-only'
import { splitNames } from '@/lib/schemas/demand'
import type { EntryInput } from '@/lib/schemas/entry'
import { demandNamed } from '../../demands/find-or-create'
import { proposeAssessment } from '../../demands/proposals'
import { organizationNamed } from '../../organizations/find-or-create'
import { idOf, owner, type Writing } from './writing'

/** Writes which demands were raised or answered; an answer with a stance proposes an assessment. */
export async function writeDemands(
  writing: Writing,
  campaignId: string,
  input: EntryInput,
): Promise<void> {
  const { tx, viewer, entryId } = writing
  for (const [position, row] of input.demands.entries()) {
    const path = ['demands', position]
    const demandId = await demandNamed(
      tx,
      viewer,
      campaignId,
      row.demand
        ? { id: row.demand }
        : {
            wording: row.wording,
            targets: splitNames(row.targets),
            counterparties: splitNames(row.counterparties),
          },
      path,
    )
    writing.demands.push({ id: demandId, wording: row.wording })
    const answers = row.relation === 'answers'
    const stance = answers ? (row.stance ?? null) : null
    const organizationId = answers ? await organizationNamed(tx, viewer, row.at) : null
    await tx.entryDemand.create({
      data: {
        ...owner(writing),
        id: idOf(writing, row.id),
        demandId,
        relation: row.relation,
        stance,
        organizationId,
        position,
      },
    })
    if (stance && organizationId) {
      const { edtf, firstDay, lastDay } = input.date
      await proposeAssessment(tx, viewer, {
        demandId,
        organizationId,
        stance,
        entryId,
        edtf,
        firstDay,
        lastDay,
      })
    }
  }
}
