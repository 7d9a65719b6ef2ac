import { describe, expect, it } from 'vitest'
import { read } from './news.test-support'

/** What nobody writes, and anybody may paste. */
describe('100,000 characters that never end', () => {
  it.each([
    'Acme\n',
    'Acme, ',
    'A.B. ',
    'St. Acme ',
    'strike in Toledo ',
    'fired on the strike ended ',
    'anniversary of the strike ',
    'call off the walkout ',
    '„Ada ',
    '(Acme ',
    'by the ',
  ])('of %j are read in less than three seconds', (words) => {
    const before = process.cpuUsage()
    read(words.repeat(Math.ceil(100_000 / words.length)))
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(3_000)
  })
})
