import 'server-only'
import type { FormValues } from '@/lib/forms/state'
import { OWN_PASSWORD } from '@/lib/schemas/auth'
import { AppError } from '../errors'
import { confirmPassword } from './change-password'
import { requestAddress } from './request-address'
import { currentMember, renewToken, signedInRecently } from './session'
import type { Organizer } from './viewer'

/**
 * Lets through whose password was given at this browser within the last ten minutes, or stands in
 * the form; what cannot be taken back, or lasts without end, asks for that.
 *
 * @throws AppError `invalid` beside the form's password field; `unavailable` after too many tries.
 */
export async function requireOwnPassword(viewer: Organizer, values: FormValues): Promise<void> {
  if (await signedInRecently()) return
  const given = values[OWN_PASSWORD]
  if (typeof given !== 'string' || given === '')
    throw new AppError(
      'invalid',
      'Enter your password again: you last entered it more than ten minutes ago.',
      [OWN_PASSWORD],
    )
  try {
    await giveOwnPassword(viewer, given)
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid')
      throw new AppError('invalid', error.message, [OWN_PASSWORD])
    throw error
  }
}

/**
 * Notes that this member has just given their password again, at this browser alone.
 *
 * @throws AppError `invalid` for a wrong one, `unavailable` after too many tries.
 */
export async function giveOwnPassword(viewer: Organizer, password: string): Promise<void> {
  const member = await currentMember()
  const sessionId = member?.sessionId ?? ''
  await confirmPassword(viewer, password, { sessionId, address: await requestAddress() })
  if (member) await renewToken(member, { endsFormer: false })
}
