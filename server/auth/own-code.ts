import 'server-only'
import { atThreshold } from '../db'
import { AppError } from '../errors'
import { isRecent } from './account-sessions'
import { forgiveAttempt } from './limits'
import { countCode, isOn, useCode, wrongCode } from './second-step'
import type { SignedInMember } from './session-store'

type Here = Pick<SignedInMember, 'sessionId' | 'codeAt'> & { viewer: { accountId: string } }

/** Whether what undoes or goes past the sign-in codes of this browser's member asks for a code. */
export async function asksOwnCode(
  { viewer: { accountId }, codeAt }: Here,
  now = new Date(),
): Promise<boolean> {
  if (codeAt && isRecent(codeAt, now)) return false
  return atThreshold({ accountId }, (tx) => isOn(tx, accountId))
}

/**
 * Lets through whose sign-in codes are off, who gave a code at this browser within the last ten minutes, or gives one
 * now: a password alone must not undo what was to be more than a password.
 *
 * @param code a code of this moment, or a recovery code.
 * @param address network address of the request.
 * @throws AppError `unavailable` after too many tries, `invalid` at `code` for a wrong one.
 */
export async function requireOwnCode(
  member: Here,
  code: string,
  address: string | null,
  now = new Date(),
): Promise<void> {
  if (!(await asksOwnCode(member, now))) return
  const { accountId } = member.viewer
  if (code === '')
    throw new AppError(
      'invalid',
      'Type the code that the app on your phone shows now, or a recovery code.',
      ['code'],
    )
  const attempt = await countCode(accountId, address, now)
  await atThreshold({ accountId }, async (tx) => {
    if (!(await useCode(tx, accountId, code, now))) throw wrongCode()
    await tx.session.updateMany({
      where: { id: member.sessionId, accountId },
      data: { codeAt: now },
    })
  })
  await forgiveAttempt(attempt, now)
}
