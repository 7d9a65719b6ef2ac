import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { dropOld } from './retention'
import { partsOf, readStretch, writeStretch, type Stretch } from './stretch'

const root = mkdtempSync(join(tmpdir(), 'throughline-retention-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const day = (n: number) => `2026-02-${String(n).padStart(2, '0')}T03:00:00.000Z`
const size = 16 * 1024 * 1024
let folder: string
let own: string
let stretch: Stretch

/** A stretch with a base backup of 1,000 bytes a day, each with one file of the log of 500 bytes. */
async function make(name: string, days: readonly number[]): Promise<Stretch> {
  const { wal, photos } = partsOf(join(folder, name))
  for (const one of [wal, photos]) mkdirSync(one, { recursive: true })
  const bases = days.map((n) => {
    const file = `base-2026020${n}030000000.zip`
    writeFileSync(join(folder, name, file), Buffer.alloc(1_000))
    writeFileSync(join(wal, `0000000100000000${`0${n}`.padStart(8, '0')}.gz`), Buffer.alloc(500))
    const start = `0/${(n * size).toString(16).toUpperCase()}`
    return { file, start, end: start, at: day(n), bytes: 1_000 }
  })
  const made: Stretch = {
    ...{ format: 'throughline-archive', version: 1, keyCheck: '', system: '1', timeline: 1 },
    ...{ segmentBytes: size, through: '0/A000000', until: day(days.at(-1) ?? 1), bases, gone: {} },
  }
  await writeStretch(join(folder, name), made)
  return made
}

const current = '20260201000000-aaaaaaaa'
const drop = (days: number, bytes: number, at: string) =>
  dropOld({ folder, days, bytes }, { name: current, stretch }, at)
const files = () =>
  [own, join(own, 'wal')].map((one) => readdirSync(one).filter((name) => /\.(zip|gz)/.test(name)))
const daysLeft = async () => (await readStretch(own))?.bases.map(({ at }) => at)

beforeEach(async () => {
  folder = mkdtempSync(join(root, 'archive-'))
  own = join(folder, current)
  stretch = await make(current, [1, 2, 3, 4, 5])
})

it('keeps the base backups that a moment of the last days needs, and the log from the first on', async () => {
  await drop(2, 1e9, '2026-02-05T12:00:00.000Z')
  // Noon of the 3rd is read over what was copied in its night.
  expect(await daysLeft()).toEqual([day(3), day(4), day(5)])
  expect(files().map((names) => names.length)).toEqual([3, 3])
})

it('keeps the newest alone, however old it is', async () => {
  await drop(1, 1e9, '2026-03-05T12:00:00.000Z')
  expect(await daysLeft()).toEqual([day(5)])
})

it('drops more where the archive is too large: the oldest first, with their log', async () => {
  const older = '20260101000000-bbbbbbbb'
  await make(older, [1])
  await drop(30, 7_000, day(5))
  expect(existsSync(join(folder, older))).toBe(false)
  expect((await daysLeft())?.at(-1)).toBe(day(5))
  expect(files()[0]?.length).toBe(files()[1]?.length)
  const bytes = files()[0]?.length ?? 0
  expect(bytes).toBeGreaterThan(1)
  expect(bytes).toBeLessThan(5)
})

it('drops nothing where the newest base backup alone is too large', async () => {
  const older = '20260101000000-bbbbbbbb'
  await make(older, [4])
  await expect(drop(30, 1_000, day(5))).rejects.toThrow('one base backup alone')
  expect(await daysLeft()).toEqual([1, 2, 3, 4, 5].map(day))
  expect(existsSync(join(folder, older))).toBe(true)
})

it('keeps of an earlier stretch, too, only what a moment of the last days needs', async () => {
  const older = '20260101000000-bbbbbbbb'
  await make(older, [1, 2, 3])
  await drop(2, 1e9, '2026-02-04T12:00:00.000Z')
  const left = await readStretch(join(folder, older))
  expect(left?.bases.map(({ at }) => at)).toEqual([day(2), day(3)])
  expect(readdirSync(join(folder, older, 'wal'))).toHaveLength(2)
})

it('leaves alone what another installation archived into the same folder', async () => {
  const others = ['20260101000000-bbbbbbbb', '20260101000000-cccccccc', '20260101000000-dddddddd']
  for (const [n, change] of [{ system: '2' }, { keyCheck: 'other' }].entries()) {
    const name = others[n] ?? ''
    await writeStretch(join(folder, name), { ...(await make(name, [1])), ...change })
  }
  // Written by a later version, which this one cannot read.
  await make(others[2] ?? '', [1])
  writeFileSync(join(folder, others[2] ?? '', 'stretch.json'), '{"version":2}')
  utimesSync(join(folder, others[2] ?? ''), 1, 1)
  await drop(1, 3_000, '2026-02-25T12:00:00.000Z')
  expect(readdirSync(folder).sort()).toEqual([...others, current].sort())
})

it('removes stretches that ended before, and what was never finished', async () => {
  const older = '20260101000000-bbbbbbbb'
  await make(older, [1])
  writeFileSync(join(own, 'base-20260205040000000.zip.new'), 'half')
  await drop(3, 1e9, day(5))
  expect(readdirSync(folder)).toEqual([current])
  expect(files()[0]).not.toContain('base-20260205040000000.zip.new')
})

it('removes what a crash left of a file of the log, and not what is being written', async () => {
  const { wal } = partsOf(own)
  const [left, written] = ['8', '9'].map((n) => join(wal, `${n.padStart(24, '0')}.gz.new`))
  for (const path of [left, written]) writeFileSync(path ?? '', 'half')
  utimesSync(left ?? '', 1, 1)
  const ahead = Date.now() / 1_000 + 60
  utimesSync(written ?? '', ahead, ahead)
  await drop(9, 1e9, day(5))
  expect([left, written].map((path) => existsSync(path ?? ''))).toEqual([false, true])
  expect(readdirSync(wal)).toHaveLength(6)
})

it('forgets a photo that was in use at no moment any more, and no other', async () => {
  const [a, b] = ['a', 'b'].map((one) => `${one}/${one.repeat(32)}-640.webp`)
  if (!a || !b) throw new Error('There are two.')
  const [old, recent] = [a, b].map((name) => join(partsOf(own).photos, name))
  for (const path of [old, recent]) {
    mkdirSync(dirname(path ?? ''))
    writeFileSync(path ?? '', 'photo')
  }
  stretch.gone = { [a]: day(2), [b]: day(4) }
  await drop(2, 1e9, '2026-02-05T12:00:00.000Z')
  expect([old, recent].map((path) => existsSync(path ?? ''))).toEqual([false, true])
  expect((await readStretch(own))?.gone).toEqual({ [b]: day(4) })
})

it('reads no stretch that names a file outside its folder', async () => {
  stretch.gone = { '../../secret.key': day(2) }
  await writeStretch(own, stretch)
  expect(await readStretch(own)).toBeNull()
})
