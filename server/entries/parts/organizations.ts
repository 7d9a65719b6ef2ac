import 'server-only'
import type { EntryInput } from '@/lib/schemas/entry'
import { owner, type Writing } from './writing'

/** Gathers which organizations took part, and how; each once in a part. */
export async function writeOrganizations(
  writing: Writing,
  rows: EntryInput['organizations'],
): Promise<void> {
  const known = new Set<string>()
  for (const { name, part } of rows) {
    const organizationId = await writing.named.organization(name)
    if (known.has(`${part} ${organizationId}`)) continue
    known.add(`${part} ${organizationId}`)
    writing.organizations.push({ ...owner(writing), organizationId, part })
  }
}
