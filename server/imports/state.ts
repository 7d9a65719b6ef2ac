import 'server-only'
import type { Tx } from '../db'
import { AppError } from '../errors'

/** Changes an import that is in a state, and refuses where it is in another one by now. */
export async function setState(
  tx: Tx,
  id: string,
  state: 'waiting' | 'running' | 'done',
  data: Parameters<Tx['import']['updateMany']>[0]['data'],
): Promise<void> {
  const { count } = await tx.import.updateMany({
    where: { id, state },
    data: { ...data, movedAt: new Date() },
  })
  if (count === 0)
    throw new AppError('conflict', 'Somebody else changed this import. Reload the page.')
}
