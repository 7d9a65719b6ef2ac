import { renderToStaticMarkup } from 'react-dom/server'
import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { QrCode } from './qr-code'

it('draws every dark module of the code, and no other', () => {
  const text = 'https://record.example.org/s/0123456789abcdefghjkmnpqrs'
  const html = renderToStaticMarkup(<QrCode text={text} label="Code" />)
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const drawn = data.map(() => Array.from({ length: size }, () => false))
  for (const [, x = '', y = '', length = ''] of html.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let n = 0; n < Number(length); n += 1) {
      const row = drawn[Number(y)]
      if (row) row[Number(x) + n] = true
    }
  expect(drawn).toEqual(data)
  expect(html).toContain('role="img" aria-label="Code"')
})
