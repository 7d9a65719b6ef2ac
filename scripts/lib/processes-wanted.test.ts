import { expect, it } from 'vitest'
import { processesWanted } from './processes-wanted'

const gigabyte = 2 ** 30

it.each([
  [1, 0.5, 1],
  [2, 1, 1],
  [2, 2, 1],
  [2, 4, 2],
  [8, 4, 4],
  [8, 64, 8],
  [64, 256, 16],
])('of %i cores and %d GB runs %i processes', (cores, memory, wanted) => {
  expect(processesWanted('cores', { cores, memory: memory * gigabyte })).toBe(wanted)
})

it('runs as many as it is told, and says what it cannot', () => {
  expect(processesWanted('3', { cores: 1, memory: gigabyte })).toBe(3)
  expect(processesWanted('', { cores: 8, memory: 64 * gigabyte })).toBe(1)
  expect(processesWanted('1', { cores: 8, memory: 64 * gigabyte })).toBe(1)
  for (const wrong of ['0', '17', 'all', '1.5', '-1'])
    expect(() => processesWanted(wrong)).toThrow('It must be a number from 1 to 16')
})
