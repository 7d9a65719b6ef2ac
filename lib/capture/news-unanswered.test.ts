import { describe, expect, it } from 'vitest'
import { silences } from './news.test-support'

describe('who did not answer', () => {
  it.each<[string, string[][]]>([
    ['Orbit Health declined an on-camera interview.', [['Orbit Health', 'declined']]],
    [
      'Workers rallied at Vexel Foods. We also e-mailed Orbit Labs. We’re still waiting to hear back.',
      [['Orbit Labs', 'waiting']],
    ],
    [
      'The cameras are made by Orbit Inc, which did not immediately respond to a request for comment.',
      [['Orbit Inc', 'did_not_immediately_respond']],
    ],
    [
      'We’ve written to Marlowe’s regional director, Ada Smith, three times and have yet to hear a word.',
      [['Marlowe', 'no_reply']],
    ],
    ['Mayor Ada Smith wouldn’t talk to us.', [['Ada Smith', 'declined']]],
    [
      'The firm behind the screens, Openshelf, did not wish to comment.',
      [['Openshelf', 'declined']],
    ],
    [
      'They met Minister for Enterprise Ada Smith. The Minister was unavailable for comment last night.',
      [['Ada Smith', 'no_reply']],
    ],
    [
      'A request for comment to Workplace Safety Toledo was not returned.',
      [['Workplace Safety Toledo', 'no_reply']],
    ],
  ])('is found in "%s"', (text, found) => {
    expect(silences(text)).toEqual(found)
  })

  it('is not who only asked', () => {
    expect(
      silences('Asked by Orbit News, a spokesman for Vexel Foods did not respond.').map(
        ([name]) => name,
      ),
    ).toEqual(['Vexel Foods'])
  })
})
