import 'server-only'
import { sendResetLinks } from '../auth/forgotten-password'
import { listWorkspacesForOperator } from '../auth/operator'
import type { SystemJob } from '../auth/viewer'
import { systemViewer } from '../auth/viewers'
import { env } from '../env'
import { pushDue } from '../push/deliver'
import { lookEvery } from '../repeated'
import { mailDue } from './deliver'

const LOOK_EVERY_MS = 5_000

/** Sends what is due as long as the app runs: mail where there is a mail server, and pushes. */
export function startMailing(): void {
  // Apart from mail, which is not to wait for push services.
  lookEvery(LOOK_EVERY_MS, 'Pushes', () => inEach('Pushes', (job) => pushDue(job)))
  if (!env().mail) return
  // Somebody waits for a link: it does not stand behind mail about notifications.
  lookEvery(LOOK_EVERY_MS, 'Links for forgotten passwords', () => sendResetLinks())
  lookEvery(LOOK_EVERY_MS, 'Mails about notifications', () => inEach('Mail', (job) => mailDue(job)))
}

async function inEach(what: string, send: (job: SystemJob) => Promise<unknown>): Promise<void> {
  for (const { id } of await listWorkspacesForOperator())
    await send(systemViewer(id)).catch((error: unknown) => {
      console.error(`${what} of one workspace: not looked at; tried again soon.`, error)
    })
}
