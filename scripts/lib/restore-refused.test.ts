import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase as onTestDatabase } from '../../server/auth/test-support'
import { writeBackup } from '../../server/backup/backup'
import { fillCampaign } from '../../server/exports/test-support'
import { newCampaignFor, newWorld } from '../../server/testing/world'
import { installations, rowsOf } from '../testing/installations'
import { restore } from './restore'
import { asOwner } from './restore-database'

onTestDatabase()

const { at, fresh } = installations()

beforeAll(async () => {
  const world = await newWorld()
  await fillCampaign(world, await newCampaignFor(world.owner))
  await writeBackup(at('whole.zip'))
})

describe('a restore', () => {
  it('writes over nothing', async () => {
    const request = await fresh({ file: at('whole.zip') })
    await restore(request)
    await expect(restore(request)).rejects.toThrow('holds accounts already')
    const folder = { ...(await fresh({ file: at('whole.zip') })), folder: request.folder }
    await expect(restore(folder)).rejects.toThrow('is there already')
  })

  it.each([
    ['another table', 'create table "Account" (id int)', /Account/],
    [
      'another program’s migrations',
      `create table _prisma_migrations as select '1_shop' as migration_name`,
      /1_shop/,
    ],
  ])('leaves a database with %s as it is', async (_what, sql, words) => {
    const request = await fresh({ file: at('whole.zip') })
    const there = `select relname::text as row from pg_class
      where relnamespace = 'public'::regnamespace order by 1`
    await asOwner(request.urls.owner, (client) => client.query(sql))
    const before = await rowsOf(request.superuser, there)
    await expect(restore(request)).rejects.toThrow(words)
    expect(await rowsOf(request.superuser, there)).toEqual(before)
    expect(existsSync(join(request.folder, 'photos'))).toBe(false)
  })

  it('that fails in its files or in the database leaves nothing, and can be tried again', async () => {
    const request = await fresh({ file: at('whole.zip') })
    // No folder can be made in a file.
    const noFolder = { ...request, folder: at('whole.zip') }
    await expect(restore(noFolder)).rejects.toThrow('ENOTDIR')
    const refused = new URL(request.urls.owner)
    refused.pathname = '/no_such_database'
    const noDatabase = { ...request, urls: { ...request.urls, owner: refused.href } }
    await expect(restore(noDatabase)).rejects.toThrow()
    expect(existsSync(join(request.folder, 'photos'))).toBe(false)
    await restore(request)
    expect(existsSync(join(request.folder, 'photos'))).toBe(true)
  })

  it('refuses a file that was changed, and writes nothing', async () => {
    const bytes = readFileSync(at('whole.zip'))
    for (const place of [0.2, 0.4, 0.6, 0.8]) {
      const other = Buffer.from(bytes)
      const where = Math.floor(bytes.length * place)
      other.writeUInt8(other.readUInt8(where) ^ 0xff, where)
      const file = at(`changed-${place}.zip`)
      writeFileSync(file, other)
      const request = await fresh({ file })
      await expect(restore(request)).rejects.toThrow(/changed|cut off|not a Throughline backup/)
      expect(existsSync(join(request.folder, 'photos'))).toBe(false)
    }
    writeFileSync(at('short.zip'), bytes.subarray(0, bytes.length / 2))
    await expect(restore(await fresh({ file: at('short.zip') }))).rejects.toThrow('cut off')
    writeFileSync(at('other.txt'), 'hello')
    await expect(restore(await fresh({ file: at('other.txt') }))).rejects.toThrow(
      'not a Throughline backup',
    )
    await expect(restore(await fresh({ file: at('none') }))).rejects.toThrow('ENOENT')
  })
})
