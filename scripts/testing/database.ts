import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { template } from './template'

/**
 * Makes a database of its own for a test file: a copy of one to which all migrations were applied,
 * owned by a plain role as in production, so that row-level security holds.
 *
 * @returns its address, and `drop`, which removes it with whoever is still connected.
 */
export async function createTestDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { port, password, templateUrl } = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  const administer = async (sql: string) => {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password,
      database: 'postgres',
    })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await administer(`create database ${name} template ${template} owner ${template}`)
  const url = new URL(templateUrl)
  url.pathname = name
  return { url: url.href, drop: () => administer(`drop database ${name} with (force)`) }
}
