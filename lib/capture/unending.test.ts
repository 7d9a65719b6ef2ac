import { describe, expect, it } from 'vitest'
import { read } from './news.test-support'

/** What nobody writes, and anybody may paste. */
describe('100,000 characters that never end', () => {
  it.each([
    'Acme\n',
    'éa',
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
    'asks Acme to pay and asks ',
    'demanding that it pay, and that ',
    'Acme, who has paid, was asked to ',
    'The department opened and ',
    'She left early and did not ',
    'they say it should not renew ',
    'would have stayed ',
    '9 to 18 ',
    'voted in favour of ',
    'said that it did not answer ',
  ])('of %j take time that grows with them', (words) => {
    const fewer = userTime(words, 25_000)
    // Four times as many take sixteen times as long where each is compared with each, on any machine.
    expect(userTime(words, 100_000)).toBeLessThan(8 * fewer + 500)
  })
})

/** How long the processor reads so many characters of these words, in milliseconds. */
function userTime(words: string, characters: number): number {
  const before = process.cpuUsage()
  read(words.repeat(Math.ceil(characters / words.length)))
  return process.cpuUsage(before).user / 1_000
}
