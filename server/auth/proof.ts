import 'server-only'
import type { Tx } from '../db'
import { AppError } from '../errors'

/** By what somebody showed whose account it is: the hash that their password fitted, or a passkey. */
export type Proof = { accountId: string } & (
  | { passwordHash: string; /** Whether a sign-in code was right, too. */ code?: true }
  | { passkeyId: string }
)

/**
 * Lets through whose proof still holds, and keeps it from changing until the transaction is over. Between a right
 * password and the session that it opens there is time in which the password can be changed, which ends
 * every session: the one under way must not outlive that.
 *
 * @param tx set to the account.
 * @throws AppError `forbidden`.
 */
export async function requireStillProven(tx: Tx, proof: Proof): Promise<void> {
  const { accountId } = proof
  const found =
    'passkeyId' in proof
      ? await tx.$queryRaw<unknown[]>`
          select from passkey where id = ${proof.passkeyId}::uuid
            and account_id = ${accountId}::uuid for share`
      : await tx.$queryRaw<unknown[]>`
          select from account where id = ${accountId}::uuid
            and password_hash = ${proof.passwordHash} for share`
  if (found.length === 0)
    throw new AppError(
      'forbidden',
      'passkeyId' in proof
        ? 'This passkey was removed a moment ago. Sign in another way.'
        : 'The password was changed a moment ago. Sign in with the new one.',
    )
}
