import 'server-only'
import { randomUUID } from 'node:crypto'
import type { OwnerInput, SetUpInput } from '@/lib/schemas/auth'
import { atThreshold, type Tx } from '../db'
import { env } from '../env'
import { AppError } from '../errors'
import { hashPassword, passwordTrouble, verifyPassword } from './passwords'
import type { Proof } from './proof'
import { hashToken, newToken } from './tokens'

const LINK_MS = 30 * 60_000
// Of our own choosing: held while an account or a set-up link is made, so that two wait in turn.
const SET_UP_LOCK = 7_468_726_832n

/** An owner's account, and the workspace that was made for it. */
export type NewOwner = { accountId: string; workspaceId: string }

/**
 * Whether the installation still waits for its first account; afterwards set-up does not exist.
 */
export async function setUpIsOpen(): Promise<boolean> {
  return atThreshold({}, noAccountIn)
}

/**
 * Makes the one-time link by which the first owner is set up. It holds for 30 minutes, and every
 * link made before is void.
 *
 * @returns the address, to be shown to the operator alone; null when there is an account.
 */
export async function createSetupLink(now = new Date()): Promise<string | null> {
  const token = newToken()
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('A new token did not look like a token.')
  const made = await atThreshold({}, async (tx) => {
    await holdSetUp(tx)
    if (!(await noAccountIn(tx))) return false
    await voidSetupLinks(tx)
    const expiresAt = new Date(now.getTime() + LINK_MS)
    await tx.setupToken.create({ data: { tokenHash, createdAt: now, expiresAt } })
    return true
  })
  if (!made) return null
  const link = new URL('/set-up', env().url)
  link.searchParams.set('token', token)
  return link.href
}

/** Whether a set-up link's token may be used now. A malformed one costs no query. */
export async function setupLinkIsLive(token: string, now = new Date()): Promise<boolean> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return false
  const found = await atThreshold({}, (tx) =>
    tx.setupToken.findFirst({ where: { tokenHash, ...unused(now) }, select: { id: true } }),
  )
  return found !== null
}

/**
 * Makes the first account, its workspace and its ownership in one transaction, and uses the link
 * up. Of two at once, one wins.
 *
 * @throws AppError `not_found` when there is an account already; `forbidden` for a link that is
 *   unknown, used, replaced or older than 30 minutes; `invalid` for a password that is too weak.
 */
export async function setUp(
  input: SetUpInput,
  now = new Date(),
): Promise<NewOwner & { proof: Proof }> {
  // Looked at before hashing, which is slow, and decided in the transaction below.
  if (!(await setUpIsOpen())) throw alreadySetUp()
  if (!(await setupLinkIsLive(input.token, now))) throw deadLink()
  const passwordHash = await hashNewPassword(input)
  const ids = { accountId: randomUUID(), workspaceId: randomUUID() }
  await atThreshold(ids, async (tx) => {
    await holdSetUp(tx)
    if (!(await noAccountIn(tx))) throw alreadySetUp()
    await useLink(tx, input.token, now)
    await tx.account.create({
      data: { id: ids.accountId, email: input.email, name: input.name, passwordHash },
    })
    await addWorkspace(tx, ids, input.workspaceName)
  })
  return { ...ids, proof: { accountId: ids.accountId, passwordHash } }
}

/**
 * Makes a workspace and its owner for the operator's command line, which needs no link. For an
 * e-mail address that has an account, that account becomes the owner, and keeps its name.
 *
 * @throws AppError `forbidden` when the address has an account and the password is not its own;
 *   `invalid` for a new password that is too weak.
 */
export async function createOwner(input: OwnerInput): Promise<NewOwner> {
  const known = await atThreshold({}, (tx) =>
    tx.account.findUnique({
      where: { email: input.email },
      select: { id: true, passwordHash: true },
    }),
  )
  if (known && !(await verifyPassword(input.password, known.passwordHash))) {
    throw new AppError(
      'forbidden',
      'This e-mail address has an account with another password. Give that password, or another address.',
    )
  }
  return addOwner(input, known ?? { passwordHash: await hashNewPassword(input) })
}

/**
 * Makes a workspace, and its owner's account where there is none. What their password is worth is
 * the caller's to say.
 */
export async function addOwner(
  { email, name, workspaceName }: Omit<OwnerInput, 'password'>,
  account: { id: string } | { passwordHash: string },
): Promise<NewOwner> {
  const isNew = !('id' in account)
  const ids = { accountId: isNew ? randomUUID() : account.id, workspaceId: randomUUID() }
  await atThreshold(ids, async (tx) => {
    await holdSetUp(tx)
    if (isNew) {
      const { passwordHash } = account
      await voidSetupLinks(tx)
      await tx.account.create({ data: { id: ids.accountId, email, name, passwordHash } })
    }
    await addWorkspace(tx, ids, workspaceName)
  })
  return ids
}

async function hashNewPassword({ email, password, workspaceName }: OwnerInput): Promise<string> {
  const trouble = await passwordTrouble(password, { email, workspace: workspaceName })
  if (trouble) throw new AppError('invalid', trouble, ['password'])
  return hashPassword(password)
}

async function holdSetUp(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${SET_UP_LOCK})`
}

async function noAccountIn(tx: Tx): Promise<boolean> {
  return (await tx.account.findFirst({ select: { id: true } })) === null
}

async function voidSetupLinks(tx: Tx): Promise<void> {
  await tx.setupToken.deleteMany({ where: { usedAt: null } })
}

async function useLink(tx: Tx, token: string, now: Date): Promise<void> {
  const tokenHash = hashToken(token)
  if (!tokenHash) throw deadLink()
  const { count } = await tx.setupToken.updateMany({
    where: { tokenHash, ...unused(now) },
    data: { usedAt: now },
  })
  if (count !== 1) throw deadLink()
}

async function addWorkspace(
  tx: Tx,
  { accountId, workspaceId }: NewOwner,
  name: string,
): Promise<void> {
  await tx.workspace.create({ data: { id: workspaceId, name } })
  const member = await tx.member.create({
    data: { workspaceId, accountId, role: 'owner' },
    select: { id: true },
  })
  await tx.auditEvent.create({
    data: {
      workspaceId,
      memberId: member.id,
      action: 'create',
      record: 'workspace',
      recordId: workspaceId,
      fields: ['name'],
    },
  })
}

function unused(now: Date) {
  return { usedAt: null, expiresAt: { gt: now } }
}

function alreadySetUp(): AppError {
  return new AppError('not_found', 'Throughline is already set up. Sign in instead.')
}

function deadLink(): AppError {
  return new AppError(
    'forbidden',
    'This set-up link was used, replaced or is older than 30 minutes. Start Throughline again and open the link that it prints.',
  )
}
