import { expect, it } from 'vitest'
import { isArchive, isOldWorkbook } from './workbook-table'

const OLD = [0xd0, 0xcf, 0x11, 0xe0]

it('knows a workbook of Excel 97 by its first four bytes, and no text that has some of them', () => {
  expect(isOldWorkbook(Uint8Array.from([...OLD, 0xa1]))).toBe(true)
  for (const index of OLD.keys())
    expect(isOldWorkbook(Uint8Array.from(OLD.with(index, 0x20)))).toBe(false)
})

it.each([
  ['with files', [0x50, 0x4b, 3, 4], true],
  ['without any', [0x50, 0x4b, 5, 6], true],
  ['that is a text', [0x50, 0x4b, 0x2c, 0x41], false],
  ['that begins otherwise', [0x50, 0x4c, 3, 4], false],
  ['of another kind', [0x51, 0x4b, 3, 4], false],
])('knows an archive %s', (_name, bytes, is) => {
  expect(isArchive(Uint8Array.from(bytes))).toBe(is)
})
