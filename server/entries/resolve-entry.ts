import 'server-only'
import { anyCase } from '../any-case'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { AppError } from '../errors'
import { entriesVisibleTo } from '../policy'

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/**
 * The entry that somebody means by its title, by its address, or by what they picked of a list. What
 * is written counts before what was once picked: without script the two are changed apart.
 *
 * @param path of the field, for the message.
 * @returns its id; null where what was picked is no longer there.
 * @throws AppError `invalid` where it cannot be told which entry is meant.
 */
export async function resolveEntry(
  tx: Tx,
  viewer: Viewer,
  { entry, entryId: picked }: { entry: string; entryId?: string | undefined },
  path: PropertyKey[],
): Promise<string | null> {
  const visible = entriesVisibleTo(viewer)
  const at = (id: string) =>
    tx.entry.findFirst({ where: { AND: [visible, { id }] }, select: { id: true, title: true } })
  const titled = () =>
    tx.entry.findMany({
      where: { AND: [visible, { title: anyCase(entry) }] },
      select: { id: true, title: true },
      take: 2,
    })
  const known = picked ? await at(picked) : null
  const named = known?.title === entry ? [known] : await titled()
  const address = UUID.exec(entry)?.[0]
  const wanted =
    (named.length === 1 ? named[0] : null) ?? known ?? (address ? await at(address) : null)
  if (wanted) return wanted.id
  if (picked) return null
  const trouble = named.length > 1 ? 'Several entries have this title.' : 'No entry has this title.'
  throw new AppError(
    'invalid',
    `${trouble} Choose one of those offered, or paste its address.`,
    path,
  )
}
