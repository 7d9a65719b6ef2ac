import 'server-only'
import { hashPassword, passwordTrouble } from '../../auth/passwords'
import { AppError } from '../../errors'

/**
 * The hash of a link's password (argon2id), or null where none is asked for.
 *
 * @throws AppError `invalid` for one that is easy to guess or too long.
 */
export async function hashLinkPassword(password: string | undefined): Promise<string | null> {
  if (!password) return null
  const trouble = await passwordTrouble(password, { email: '' })
  if (trouble) throw new AppError('invalid', trouble, ['password'])
  return hashPassword(password)
}
