import 'server-only'
import { eraseFormerAccounts } from '../auth/delete-account'
import { sweepResetRequests } from '../auth/forgotten-password'
import { listWorkspacesForOperator } from '../auth/operator'
import { systemViewer } from '../auth/viewers'
import { backUpDaily } from '../backup/daily'
import { sweepTaken } from '../backup/taken'
import { sweepIncoming } from '../exports/incoming'
import { forgetMessages } from '../mail/due'
import { sweepPhotos } from '../photos/sweep'
import { matchUnmatched } from '../sources/passage-match'
import { sweepMessages } from '../webhooks/deliver'
import { foldTallies } from '../timeline/counts/tally-folding'
import { purgeTrash } from './purge'

const DAY_MS = 86_400_000
/** The first visitors after a start should not wait for this. */
const SOON_MS = 60_000

/**
 * Backs everything up, empties the old trash of every workspace and checks its counts: a minute after
 * the start and then every day.
 */
export function startDailyWork(): void {
  setTimeout(() => void workOfTheDay(), SOON_MS).unref()
  setInterval(() => void workOfTheDay(), DAY_MS).unref()
}

// What is erased today is still in today's backup.
async function workOfTheDay(): Promise<void> {
  await backUpDaily().catch((error: unknown) => {
    console.error('The daily backup was not made; it is tried again tomorrow.', error)
  })
  await purgeAll()
}

/** Does it once, workspace after workspace; what fails is told and tried again the next day. */
async function purgeAll(now = new Date()): Promise<void> {
  try {
    await sweepResetRequests(now)
    await sweepIncoming(now)
    await sweepTaken(now)
    for (const { id } of await listWorkspacesForOperator()) {
      await matchUnmatched(systemViewer(id))
      await purgeTrash(systemViewer(id), now)
      await eraseFormerAccounts(systemViewer(id), now)
      await sweepPhotos(systemViewer(id), now)
      await sweepMessages(systemViewer(id), now)
      await forgetMessages(systemViewer(id), now)
      const wrong = await foldTallies(systemViewer(id))
      if (wrong > 0) console.error(`Counts of entries were corrected: ${wrong} sums were wrong.`)
    }
  } catch (error) {
    console.error('The daily work was not finished; it is tried again tomorrow.', error)
  }
}
