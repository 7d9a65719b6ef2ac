import { expect, it } from 'vitest'
import { shareDetailsSchema } from './share'

const framesOf = (frames: string) => shareDetailsSchema.shape.frames.safeParse(frames)

it('takes the sites that may frame a link by their origins, each once', () => {
  const typed = 'https://news.example.org, https://example.org:8443 https://NEWS.example.org'
  expect(framesOf(typed).data).toEqual(['https://news.example.org', 'https://example.org:8443'])
})

it.each([
  ['without encryption', 'http://news.example.org'],
  ['with a path', 'https://news.example.org/story'],
  ['with a query', 'https://news.example.org/?a=b'],
  ['with a password', 'https://a:b@news.example.org'],
  ['that is an IPv6 address', 'https://[2001:db8::1]'],
  ['that would end the header', "https://news.example.org;script-src*'"],
  ['for any site', 'https://*.example.org'],
  ['that is a word', 'everyone'],
  ['beyond twenty', Array.from({ length: 21 }, (_, n) => `https://a${n}.example.org`).join(' ')],
])('takes no site %s', (_name, frames) => {
  expect(framesOf(frames).error?.issues[0]?.message).toMatch(/^Enter full origins/)
})
