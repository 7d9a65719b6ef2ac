import 'server-only'
import type { FormValues } from '@/lib/forms/state'
import { formWithout, linkedInForm } from '@/lib/history/hidden-links'
import type { Tx } from '../db'

/**
 * Which of these entries are in campaigns that the viewer may not open. Where a campaign is hidden,
 * what was erased counts as hidden too, since it cannot be told from that.
 */
export async function hiddenAmong(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id::text from unnest(${[...new Set(ids)]}::uuid[]) asked(id)
     where app_hides_campaigns() and not is_in_sight('entry', id)`
  return new Set(rows.map(({ id }) => id))
}

/** An entry's kept form as the viewer's own would show it: without links into hidden campaigns. */
export async function withoutHiddenLinks(tx: Tx, values: FormValues): Promise<FormValues> {
  return formWithout(await hiddenAmong(tx, linkedInForm(values)), values)
}
