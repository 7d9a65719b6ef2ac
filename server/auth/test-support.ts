import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { createTestDatabase } from '@/scripts/testing/database'
import { atThreshold, closeDatabase } from '../db'
import { forgetEnv } from '../env'
import { hashPassword } from './passwords'
import type { Proof } from './proof'
import { addOwner, type NewOwner } from './setup'

/** A password that every rule lets through. */
export const GOOD_PASSWORD = 'teapot under seven umbrellas'

/** Gives the tests of a file an empty database and data folder, and a configuration that names them. */
export function useTestDatabase(): void {
  let drop: (() => Promise<void>) | undefined
  let folder: string | undefined
  beforeAll(async () => {
    const database = await createTestDatabase()
    drop = database.drop
    process.env.DATABASE_URL = database.url
    process.env.THROUGHLINE_SECRET = randomBytes(32).toString('base64')
    process.env.THROUGHLINE_URL = 'http://127.0.0.1:3000'
    process.env.THROUGHLINE_DATA = folder = mkdtempSync(join(tmpdir(), 'throughline-test-'))
    forgetEnv()
  })
  afterAll(async () => {
    await closeDatabase()
    await drop?.()
    if (folder) rmSync(folder, { recursive: true, force: true })
  })
}

/** What a right password of an account shows. */
export async function proofOf(accountId: string): Promise<Proof> {
  const { passwordHash } = await atThreshold({ accountId }, (tx) =>
    tx.account.findUniqueOrThrow({ where: { id: accountId } }),
  )
  return { accountId, passwordHash }
}

/** A new owner with a workspace and an e-mail address of their own. */
export async function newOwner(password = GOOD_PASSWORD): Promise<NewOwner & { email: string }> {
  const email = `owner-${randomBytes(6).toString('hex')}@example.org`
  // Whether it is easy to guess is looked at where people choose one, and takes long.
  const passwordHash = await hashPassword(password)
  const made = await addOwner(
    { email, name: 'Test Owner', workspaceName: 'Test group' },
    { passwordHash },
  )
  return { ...made, email }
}
