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
  // Somebody waits for a link: it does not stand behind mail about notifications.
  lookEvery(LOOK_EVERY_MS, 'Links for forgotten passwords', () => sendResetLinks())
  lookEvery(LOOK_EVERY_MS, 'Mails about notifications', async () => {
    for (const { id } of await listWorkspacesForOperator())
      await mailDue(systemViewer(id)).catch((error: unknown) => {
        console.error('Mail of one workspace was not looked at; it is tried again soon.', error)
      })
  })
}
