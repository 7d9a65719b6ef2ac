import { expect, it } from 'vitest'
import { parseUrl } from './url'

it('reads an address, or says that it is none', () => {
  expect(parseUrl('https://example.org/a')?.pathname).toBe('/a')
  expect(parseUrl('/a', 'https://example.org')?.href).toBe('https://example.org/a')
  expect(parseUrl('/a')).toBeNull()
  expect(parseUrl('https://')).toBeNull()
})

it('still reads letters beyond ASCII after it was called so often that it is optimized', () => {
  const address = 'https://m\u00fcller.example/\u00e4'
  const misread = Array.from({ length: 50_000 }, () => parseUrl(address)).filter((url) => !url)
  expect(misread).toHaveLength(0)
})
