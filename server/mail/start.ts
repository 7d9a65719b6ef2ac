import 'server-only'
import { sendResetLinks } from '../auth/forgotten-password'
import { listWorkspacesForOperator } from '../auth/operator'
import { systemViewer } from '../auth/viewers'
import { env } from '../env'
import { lookEvery } from '../repeated'
import { mailDue } from './deliver'

const LOOK_EVERY_MS = 5_000

/** Sends the mail that is due as long as the app runs, where there is a mail server. */
export function startMailing(): void {
  if (!env().mail) return
  lookEvery(LOOK_EVERY_MS, 'Mail', async () => {
    await sendResetLinks()
    for (const { id } of await listWorkspacesForOperator()) await mailDue(systemViewer(id))
  })
}
