import 'server-only'
import type { EntryInput } from '@/lib/schemas/entry'
import { organizationNamed } from '../../organizations/find-or-create'
import { owner, type Writing } from './writing'

/** Writes which organizations took part, and how. */
export async function writeOrganizations(
  writing: Writing,
  rows: EntryInput['organizations'],
): Promise<void> {
  const { tx, viewer } = writing
  const data = []
  for (const { name, part } of rows) {
    data.push({
      ...owner(writing),
      organizationId: await organizationNamed(tx, viewer, name),
      part,
    })
  }
  if (data.length > 0) await tx.entryOrganization.createMany({ data, skipDuplicates: true })
}
