import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { BackupRefused, checkBackup, openBackup } from './read'
import { MANIFEST, type Manifest } from './manifest'
import { withHash } from './whole'

const folder = mkdtempSync(join(tmpdir(), 'throughline-whole-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

const ROWS = Buffer.from('1\tRally\n'.repeat(40))
const manifest: Manifest = {
  ...{ format: 'throughline-backup', version: 1, at: '2026-02-13T12:00:00.000Z', migrations: [] },
  ...{ keyCheck: '0'.repeat(64), missing: [] },
  tables: [{ name: 'entry', columns: ['id', 'title'], rows: 40 }],
  files: [
    {
      ...{ file: 'data/entry.copy', bytes: ROWS.length },
      sha256: createHash('sha256').update(ROWS).digest('hex'),
    },
  ],
}

/** A small backup, as one is written. */
function zipped(): Promise<Buffer> {
  const zip = new ZipFile()
  const options = { mode: 0o600, forceZip64Format: true }
  zip.addReadStream(Readable.from([ROWS]), 'data/entry.copy', options)
  zip.addReadStream(Readable.from([JSON.stringify(manifest)]), MANIFEST, options)
  zip.end()
  return buffer(zip.outputStream)
}

async function read(path: string): Promise<Manifest> {
  const backup = await openBackup(path, { passphrase: null, scratch: at('scratch') })
  await checkBackup(backup).finally(() => backup.close())
  return backup.manifest
}

let whole: Buffer
beforeAll(async () => {
  whole = await buffer(Readable.from(piecesOf(await zipped())).pipe(withHash()))
  writeFileSync(at('whole.zip'), whole)
})

// As pieces of whatever length come from a stream, the last of them shorter than what is held back.
function piecesOf(bytes: Buffer): Buffer[] {
  const cuts = [0, 1, 2, 500, bytes.length - 3, bytes.length - 1, bytes.length]
  return cuts.slice(1).map((end, index) => bytes.subarray(cuts[index], end))
}

describe('a backup', () => {
  it('is read as it was written', async () => {
    expect(await read(at('whole.zip'))).toEqual(manifest)
  })

  it('is refused with any one of its bytes changed', async () => {
    const taken: number[] = []
    for (const [place, byte] of whole.entries()) {
      const other = Buffer.from(whole)
      other.writeUInt8(byte ^ 0xff, place)
      writeFileSync(at('changed.zip'), other)
      const refused = await read(at('changed.zip')).then(
        () => false,
        (error: unknown) => error instanceof BackupRefused,
      )
      if (!refused) taken.push(place)
    }
    expect(taken).toEqual([])
  })

  it('is refused where it ends early or goes on', async () => {
    for (const other of [whole.subarray(0, -1), Buffer.concat([whole, Buffer.from('a')])]) {
      writeFileSync(at('other.zip'), other)
      await expect(read(at('other.zip'))).rejects.toThrow(BackupRefused)
    }
  })

  it('from before there was a hash of all is read by those of its files', async () => {
    writeFileSync(at('old.zip'), await zipped())
    expect(await read(at('old.zip'))).toEqual(manifest)
    expect(readFileSync(at('old.zip'))).toHaveLength(whole.length - 64)
  })
})
