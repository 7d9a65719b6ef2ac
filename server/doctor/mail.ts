import 'server-only'
import type { MailServer } from '@/lib/mail/server'
import { resetLinksGivenUp } from '../auth/forgotten-password'
import { mailTrouble } from '../mail/post'
import { count, finding, look, ok, wrong, type Finding } from './finding'

/** Whether mail can be sent, and what may not have arrived lately. */
export async function mailFinding(server: MailServer | null): Promise<Finding> {
  return finding('Mail', async () => {
    if (!server)
      return ok(
        'No mail server is configured: nothing is sent, and invitations are links to hand over.',
      )
    const { host, port, from } = server
    const trouble = await mailTrouble(server)
    if (trouble)
      return wrong(
        `${trouble} Nothing can be sent until this is fixed: check THROUGHLINE_SMTP_URL, which names ${host}, port ${port}.`,
      )
    const says = `Mail is sent through ${host}, port ${port}, from ${from}.`
    const givenUp = await resetLinksGivenUp()
    if (givenUp.count === 0) return ok(says)
    return look(
      `${says} ${count(givenUp.count, 'link')} for a forgotten password may not have arrived within the last week. ${givenUp.trouble}`,
    )
  })
}
