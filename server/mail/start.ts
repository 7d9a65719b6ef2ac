import 'server-only'
import { sendResetLinks } from '../auth/forgotten-password'
import { env } from '../env'
import { lookEvery } from '../repeated'

const LOOK_EVERY_MS = 5_000

/** Sends the mail that is due as long as the app runs, where there is a mail server. */
export function startMailing(): void {
  if (!env().mail) return
  lookEvery(LOOK_EVERY_MS, 'Mail', async () => {
    await sendResetLinks()
  })
}
