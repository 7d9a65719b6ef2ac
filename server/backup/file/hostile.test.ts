import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { MANIFEST } from './manifest'
import { BackupRefused, checkBackup, openBackup } from './read'
import { withHash } from './whole'

const folder = mkdtempSync(join(tmpdir(), 'throughline-hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ROWS = Buffer.from('1\tRally\n'.repeat(40))
const listed = (file: string, bytes = ROWS.length, sha256?: string) => ({
  ...{ file, bytes },
  sha256: sha256 ?? createHash('sha256').update(ROWS).digest('hex'),
})

type Made = { list: object[]; files: [name: string, bytes: Readable, mode?: number][] }

/** A backup that is whole by its own hash, with whatever somebody put into it. */
async function opened({ list, files }: Made, change = (zip: Buffer) => zip) {
  const zip = new ZipFile()
  for (const [name, bytes, mode = 0o600] of files)
    zip.addReadStream(bytes, name, { mode, forceZip64Format: true })
  const manifest = {
    ...{ format: 'throughline-backup', version: 1, at: '2026-02-13T12:00:00.000Z' },
    ...{ migrations: [], keyCheck: '0'.repeat(64), missing: [], files: list },
    tables: [{ name: 'entry', columns: ['id', 'title'], rows: 40 }],
  }
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), MANIFEST, { forceZip64Format: true })
  zip.end()
  const plain = change(await buffer(zip.outputStream))
  const path = join(folder, 'hostile.zip')
  writeFileSync(path, await buffer(Readable.from([plain]).pipe(withHash())))
  return openBackup(path, { passphrase: null, scratch: join(folder, 'scratch') })
}

const rows = () => Readable.from([ROWS])
const nothingWritten = () => expect(readdirSync(folder)).toEqual(['hostile.zip'])

describe('a backup that somebody made to do harm', () => {
  it('is read where it does none', async () => {
    const file = 'data/entry.copy'
    const backup = await opened({ list: [listed(file)], files: [[file, rows()]] })
    await checkBackup(backup).finally(() => backup.close())
  })

  it.each(['photos/../../../x.webp', '../x', '/etc/passwd', 'data/..\\x.copy', 'secret.key/x'])(
    'is refused with %s in its list',
    async (file) => {
      const made = { list: [listed(file)], files: [] }
      await expect(opened(made)).rejects.toThrow('A backup has no such file.')
      nothingWritten()
    },
  )

  it('is refused with a file that leads out of its folder', async () => {
    const file = 'data/entry.copy'
    const made = (): Made => ({
      list: [listed(file)],
      files: [
        [file, rows()],
        ['xx/xx/outside', rows()],
      ],
    })
    await expect(opened(made())).rejects.toThrow('a file that its list does not name')
    const out = (zip: Buffer) =>
      Buffer.from(zip.toString('latin1').replaceAll('xx/xx/outside', '../../outside'), 'latin1')
    await expect(opened(made(), out)).rejects.toBeInstanceOf(BackupRefused)
    nothingWritten()
  })

  it('makes no link of a symlink, which is bytes like any other', async () => {
    const file = 'data/entry.copy'
    const files: Made['files'] = [[file, Readable.from([Buffer.from('/etc/passwd')]), 0o120777]]
    const backup = await opened({ list: [listed(file)], files })
    await expect(checkBackup(backup).finally(() => backup.close())).rejects.toThrow(
      'is not what was saved',
    )
    nothingWritten()
  })

  it('is not read to the end of a file that holds more than its list says', async () => {
    const file = 'data/entry.copy'
    const zeros = Buffer.alloc(1_000_000)
    const bomb = Readable.from(
      (function* () {
        for (let n = 0; n < 300; n += 1) yield zeros
      })(),
    )
    const backup = await opened({ list: [listed(file)], files: [[file, bomb]] })
    let read = 0
    const counted: typeof backup = {
      ...backup,
      read: async (name) => {
        const stream = await backup.read(name)
        return stream.on('data', (chunk: Buffer) => (read += chunk.length)).pause()
      },
    }
    await expect(checkBackup(counted).finally(() => backup.close())).rejects.toThrow(
      'is not what was saved',
    )
    expect(read).toBeLessThan(10_000_000)
    nothingWritten()
  })
})
