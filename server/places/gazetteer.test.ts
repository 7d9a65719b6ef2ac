import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { programsFolder } from '@/scripts/lib/paths'
import { gazetteer } from './gazetteer'

const SEATTLE = 5809844

it('has every town by its number, and its names from the biggest of a name to the smallest', async () => {
  const towns = await gazetteer()
  const all = [...towns.towns()]
  expect(all.length).toBeGreaterThan(150_000)
  expect(all.every(({ id }) => towns.byId(id)?.id === id)).toBe(true)
  expect(towns.byId(SEATTLE)).toMatchObject({ name: 'Seattle', adminCode: 'WA', country: 'US' })
  expect([0, 1, -1, 2 ** 31 - 1, -(2 ** 31)].map((id) => towns.byId(id))).toEqual(
    Array(5).fill(null),
  )
  const portlands = [...towns.named('portland')].map(({ town }) => town.population)
  expect(portlands.length).toBeGreaterThan(5)
  expect(portlands).toEqual(portlands.toSorted((a, b) => b - a))
  expect(towns.biggest('portland')).toMatchObject({ adminCode: 'OR' })
  expect(towns.biggest('no such town')).toBeNull()
})

it('is written alike each time, by a process of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-towns-'))
  try {
    const file = join(folder, 'towns.bin')
    const words = ['--conditions=react-server', join(programsFolder, 'pack-towns.js'), file]
    const [code] = (await once(spawn(process.execPath, words), 'exit')) as [number]
    expect(code).toBe(0)
    expect(readFileSync(file).equals(readFileSync(join(programsFolder, 'towns.bin')))).toBe(true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
