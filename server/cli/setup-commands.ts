import 'server-only'
import { ownerSchema } from '@/lib/schemas/auth'
import { createOwner, createSetupLink, type NewOwner } from '../auth/setup'
import { AppError } from '../errors'

/** What the operator types after `setup`; `workspace` is the name of the workspace to make. */
export type SetupOptions = { email: string; name: string; password: string; workspace: string }

/**
 * Makes the first owner, or a further workspace, without a browser.
 *
 * @throws AppError `invalid` with a line for each option that is wrong, `forbidden` when the
 *   address has an account with another password.
 */
export async function setup(options: SetupOptions): Promise<NewOwner> {
  const { workspace, ...rest } = options
  const parsed = ownerSchema.safeParse({ ...rest, workspaceName: workspace })
  if (parsed.success) return createOwner(parsed.data)
  const lines = parsed.error.issues.map(({ path, message }) => {
    const field = String(path[0])
    return `--${field === 'workspaceName' ? 'workspace' : field}: ${message}`
  })
  throw new AppError('invalid', lines.join('\n'))
}

/**
 * Makes a new one-time set-up link, holding for 30 minutes; the ones before are void.
 *
 * @returns the address, or null when Throughline is set up already.
 */
export async function setupLink(): Promise<string | null> {
  return createSetupLink()
}
