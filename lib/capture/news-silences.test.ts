import { describe, expect, it } from 'vitest'
import { silences } from './news.test-support'

describe('who did not answer', () => {
  it('is found where the verb begins with a letter beyond ASCII', () => {
    expect(
      silences(
        'Fahrer des Zustellers Orbit streiken seit Montag. Zur App äußerte sich Orbit nicht.',
      ),
    ).toEqual([['Orbit', 'declined']])
  })

  it('is who stands behind the verb, not whom the question was about', () => {
    expect(
      silences(
        'Die Firma Orbit baut weiter, sagte Orbit-Sprecher Bo Lee am Montag. Ob die Firma Vexel beteiligt ist, wollte Lee nicht sagen.',
      ).map(([name]) => name),
    ).not.toContain('Vexel')
  })

  it('may have had no immediate comments', () => {
    expect(
      silences(
        'Workers walked out at Orbit Systems on Monday. Orbit Systems had no immediate comments.',
      ),
    ).toEqual([['Orbit Systems', 'did_not_immediately_respond']])
  })

  it('may be who was sent a letter', () => {
    expect(
      silences(
        'Students delivered a letter to Provost Ada Byron on March 2. She has not answered it, they say.',
      ),
    ).toEqual([['Ada Byron', 'no_reply']])
  })

  it('is nobody who would not bargain, whatever the sentence before asked for', () => {
    expect(
      silences(
        'The union asked for raises. At the bargaining table Orbit Systems refused to discuss wages.',
      ),
    ).toEqual([])
  })
})
