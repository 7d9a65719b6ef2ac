import { expect, it } from 'vitest'
import { isOlder, unlimitedIn, withoutHash } from './checks'

it.each([
  ['1.2.3', '1.2.3', false],
  ['1.2.4', '1.2.3', false],
  ['1.10.0', '1.9.9', false],
  ['1.2.2', '1.2.3', true],
  ['0.9.9', '1.0.0', true],
  ['1.2.3-canary.4', '1.2.3', true],
])('%s before %s: %s', (version, floor, expected) => expect(isOlder(version, floor)).toBe(expected))

it('finds the lists that take any number', () => {
  const text = [
    'z.array(z.string()).max(3)',
    'z.array(z.object({ a: z.string().max(2) }))',
    'z',
    '  .array(z.string())',
    '  .min(1)',
    '  .max(9)',
  ].join('\n')
  expect(unlimitedIn(text)).toEqual([2])
})

it('names a package of the lock file that has no hash', () => {
  const packages = {
    '': { version: '1' },
    'node_modules/a': { version: '1', integrity: 'sha512-x' },
    'node_modules/b': { version: '1' },
    'node_modules/c': { version: '1', link: true },
  }
  expect(withoutHash({ packages })).toEqual([expect.stringMatching(/^node_modules\/b has no/)])
  expect(withoutHash()).toEqual([])
})
