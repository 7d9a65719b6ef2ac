import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { sealedBackupSchema } from '@/lib/schemas/backup'
import { useTestDatabase } from '../auth/test-support'
import { ownsInstallation } from '../auth/owns-installation'
import { withViewer } from '../db'
import { env } from '../env'
import { newWorld, type World } from '../testing/world'
import { checkBackup, openBackup } from './file/read'
import { lastBackup } from './last-backup'
import { makeTakenBackup, openTakenBackup, sweepTaken, takenBackup } from './taken'

useTestDatabase()

const WORDS = 'harbor ladder plum seven kites'

let world: World
beforeAll(async () => {
  world = await newWorld()
})

const outgoing = () => readdirSync(join(env().dataFolder, 'outgoing'))

describe('a backup that an owner takes away', () => {
  it('is opened by its passphrase alone, and holds everything', async () => {
    const before = lastBackup()
    const made = await makeTakenBackup(world.owner, WORDS)
    expect(await takenBackup(world.owner)).toMatchObject({ bytes: made.bytes })
    const { body, bytes } = await openTakenBackup(world.owner)
    const file = Buffer.from(await new Response(body).arrayBuffer())
    expect(file).toHaveLength(bytes)
    const folder = mkdtempSync(join(tmpdir(), 'throughline-taken-'))
    const path = join(folder, 'taken.sealed')
    writeFileSync(path, file)
    const scratch = join(folder, 'opened')
    await expect(
      openBackup(path, { passphrase: 'other words entirely', scratch }),
    ).rejects.toThrow()
    const backup = await openBackup(path, { passphrase: WORDS, scratch })
    await checkBackup(backup).finally(() => backup.close())
    // What leaves the machine is not what the installation has to go back to.
    expect(lastBackup()).toEqual(before)
  })

  it('is told to the audit when it is downloaded', async () => {
    const notes = await withViewer(world.owner, (tx) =>
      tx.auditEvent.findMany({
        where: { action: 'export', fields: { has: 'backup' } },
        select: { memberId: true, record: true },
      }),
    )
    expect(notes).toEqual([{ memberId: world.owner.memberId, record: 'workspace' }])
  })

  it('is gone after an hour', async () => {
    const [name = ''] = outgoing()
    const path = join(env().dataFolder, 'outgoing', name)
    const old = new Date(Date.now() - 3_700_000)
    await utimes(path, old, old)
    expect(await takenBackup(world.owner)).toBeNull()
    await sweepTaken()
    expect(outgoing()).toEqual([])
  })

  it('is refused below owner', async () => {
    await expect(makeTakenBackup(world.editor, WORDS)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is refused to the owner of one workspace of several', async () => {
    expect(await ownsInstallation(world.owner)).toBe(true)
    const other = await newWorld()
    expect(await ownsInstallation(world.owner)).toBe(false)
    for (const { owner } of [world, other]) {
      await expect(makeTakenBackup(owner, WORDS)).rejects.toThrow('you do not own')
      await expect(openTakenBackup(owner)).rejects.toThrow('you do not own')
    }
  })
})

describe('a passphrase', () => {
  it.each([
    [{ passphrase: 'too short', again: 'too short' }, 'passphrase', /at least 14/],
    [{ passphrase: WORDS, again: `${WORDS}!` }, 'again', /not the same/],
  ])('is refused with a sentence beside its field', (form, field, sentence) => {
    const { error } = sealedBackupSchema.safeParse(form)
    expect(error?.issues[0]).toMatchObject({
      path: [field],
      message: expect.stringMatching(sentence) as string,
    })
  })
})
