import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepReserve, useReserve } from './reserve'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'throughline-reserve-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const roomy = { freeBytes: () => 1e9, bytes: 1_000 }

it('keeps space where there is enough, and gives it back once', () => {
  keepReserve(folder, roomy)
  expect(statSync(join(folder, 'reserve')).size).toBe(1_000)
  expect(useReserve(folder)).toBe(true)
  expect(useReserve(folder)).toBe(false)
  keepReserve(folder, roomy)
  expect(existsSync(join(folder, 'reserve'))).toBe(true)
})

it('takes none from a disk that is nearly full', () => {
  keepReserve(folder, { ...roomy, freeBytes: () => 1e8 })
  expect(existsSync(join(folder, 'reserve'))).toBe(false)
})
