import 'server-only'
import { dateBounds } from '@/lib/dates/edtf'
import type { EntryInput } from '@/lib/schemas/entry'
import { AppError } from '../../errors'
import { organizationNamed } from '../../organizations/find-or-create'
import type { Writing } from './writing'

/**
 * Writes who asked whom for an answer; an inquiry that says nothing is not written. One that was
 * there before is changed in place.
 *
 * @throws AppError `invalid` where somebody is left out of whom a later answer is recorded.
 */
export async function writeInquiry(
  writing: Writing,
  campaignId: string,
  row: EntryInput['inquiry'],
  date: EntryInput['date'],
): Promise<void> {
  const { tx, viewer, entryId } = writing
  const { workspaceId } = viewer
  const recipients = new Map<string, NonNullable<typeof row>['recipients'][number]['outcome']>()
  for (const { name, outcome } of row?.recipients ?? []) {
    const organizationId = await organizationNamed(tx, viewer, name)
    if (!recipients.has(organizationId)) recipients.set(organizationId, outcome)
  }
  const known = writing.isNew
    ? null
    : await tx.inquiry.findFirst({ where: { entryId }, select: { id: true } })
  if (known) await refuseLostAnswers(writing, known.id, [...recipients.keys()])
  const said = row && (row.askedBy !== '' || row.through !== '' || row.asked !== null)
  if (!row || (!said && recipients.size === 0)) {
    if (known) await tx.inquiry.deleteMany({ where: { entryId } })
    return
  }
  const asked = row.asked ?? date
  const bounds = dateBounds(asked.edtf)
  const data = {
    askedByOrganizationId:
      row.askedBy === '' ? null : await organizationNamed(tx, viewer, row.askedBy),
    through: row.through,
    edtf: asked.edtf,
    firstDay: new Date(bounds?.firstDay ?? asked.firstDay),
    lastDay: new Date(bounds?.lastDay ?? asked.lastDay),
  }
  if (known) await tx.inquiry.updateMany({ where: { id: known.id }, data })
  const { id: inquiryId } =
    known ??
    (await tx.inquiry.create({
      data: { workspaceId, campaignId, entryId, ...data },
      select: { id: true },
    }))
  if (known) await tx.inquiryRecipient.deleteMany({ where: { inquiryId } })
  if (recipients.size === 0) return
  await tx.inquiryRecipient.createMany({
    data: [...recipients].map(([organizationId, outcome]) => ({
      workspaceId,
      inquiryId,
      organizationId,
      outcome,
    })),
  })
}

// Histories are added to, never taken away.
async function refuseLostAnswers({ tx }: Writing, inquiryId: string, kept: string[]) {
  const lost = await tx.inquiryUpdate.findFirst({
    where: { inquiryId, organizationId: { notIn: kept }, takenBackAt: null },
    select: { organization: { select: { name: true } } },
  })
  if (!lost) return
  throw new AppError(
    'invalid',
    `Keep ${lost.organization.name} among who was asked: a later answer of theirs is recorded. Take that back first.`,
    ['inquiry', 'recipients'],
  )
}
