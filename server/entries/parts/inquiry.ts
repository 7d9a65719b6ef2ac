import 'server-only'
import { dateBounds } from '@/lib/dates/edtf'
import type { EntryInput } from '@/lib/schemas/entry'
import { organizationNamed } from '../../organizations/find-or-create'
import type { Writing } from './writing'

/** Writes who asked whom for an answer; an inquiry that says nothing is not written. */
export async function writeInquiry(
  writing: Writing,
  campaignId: string,
  row: NonNullable<EntryInput['inquiry']>,
  date: EntryInput['date'],
): Promise<void> {
  const { tx, viewer, entryId } = writing
  const { workspaceId } = viewer
  const said = row.askedBy !== '' || row.through !== '' || row.asked !== null
  if (!said && row.recipients.length === 0) return
  const asked = row.asked ?? date
  const bounds = dateBounds(asked.edtf)
  const { id } = await tx.inquiry.create({
    data: {
      workspaceId,
      campaignId,
      entryId,
      askedByOrganizationId:
        row.askedBy === '' ? null : await organizationNamed(tx, viewer, row.askedBy),
      through: row.through,
      edtf: asked.edtf,
      firstDay: new Date(bounds?.firstDay ?? asked.firstDay),
      lastDay: new Date(bounds?.lastDay ?? asked.lastDay),
    },
    select: { id: true },
  })
  const data = []
  for (const { name, outcome } of row.recipients) {
    data.push({
      workspaceId,
      inquiryId: id,
      organizationId: await organizationNamed(tx, viewer, name),
      outcome,
    })
  }
  if (data.length > 0) await tx.inquiryRecipient.createMany({ data, skipDuplicates: true })
}
