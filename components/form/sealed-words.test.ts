import { expect, it } from 'vitest'
import { seal, sealingKey, unseal } from './sealed-words'

const keyOf = async (letter: string) => {
  const key = await sealingKey(btoa(letter.repeat(32)))
  if (!key) throw new Error('There is no cryptography here.')
  return key
}
const values = { title: 'Kundgebung “jetzt” 🕯', 'tags[]': ['a', 'b'] }

it('gives back to the same member what was typed, and to nobody else', async () => {
  const mine = await keyOf('a')
  const kept = await seal(mine, 1_700_000_000_000, values)
  expect(kept).toMatch(/^1700000000000 /)
  expect(kept).not.toContain('Kundgebung')
  expect(await unseal(mine, kept)).toEqual(values)
  expect(await unseal(await keyOf('b'), kept)).toBeNull()
})

it('is null for what was cut, changed or never sealed', async () => {
  const key = await keyOf('a')
  const kept = await seal(key, 1, values)
  for (const text of ['', '1', '1 x y', kept.slice(0, -4), kept.replace(/.$/, '!')])
    expect(await unseal(key, text)).toBeNull()
})
