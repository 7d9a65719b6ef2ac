import 'server-only'
import type { EntryInput } from '@/lib/schemas/entry'
import type { ClaimField } from '@/lib/schemas/words'
import type { Prisma } from '@/prisma/generated/client'
import { cite } from './citations'
import { idOf, owner, type Writing } from './writing'

/**
 * Writes what each source says about one field. The working value is the field's own: the claim
 * that says the same is the working one. Where none does, but others differ or a reason is given, it
 * becomes a claim of its own.
 */
export async function writeClaims(
  writing: Writing,
  field: ClaimField,
  working: string,
  reason: string,
  rows: Omit<EntryInput['placeClaims'][number], never>[],
): Promise<void> {
  const { tx } = writing
  if (rows.length === 0 && reason === '') return
  const claims: Prisma.ClaimCreateManyInput[] = []
  const same = rows.findIndex((row) => row.value.toLowerCase() === working.toLowerCase())
  for (const [position, row] of rows.entries()) {
    const claimId = idOf(writing, row.id)
    const isWorking = position === same
    claims.push({
      ...owner(writing),
      id: claimId,
      field,
      value: row.value,
      saidBy: row.saidBy,
      working: isWorking,
      reason: isWorking ? reason : '',
      position,
    })
    await cite(writing, { claimId }, row.source, row, [`${field}Claims`, position, 'source'])
  }
  if (same === -1 && working !== '') {
    claims.push({
      ...owner(writing),
      field,
      value: working,
      working: true,
      reason,
      position: rows.length,
    })
  }
  if (claims.length > 0) await tx.claim.createMany({ data: claims })
}
