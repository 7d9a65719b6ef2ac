import { describe, expect, it } from 'vitest'
import { crowds } from './news.test-support'

describe('how many took part', () => {
  it.each<[string, [number | null, number | null][]]>([
    ['Around 1,500 child care workers sat on a dharna outside the office.', [[1500, 1500]]],
    ['Police put the number of protesters at 900 on Monday.', [[900, 900]]],
    ['Ninety-three people signed up to speak.', [[93, 93]]],
    ['About two dozen current and former workers celebrated outside the café.', [[24, 24]]],
    ['On January 15, about 80 of us met in the library.', [[80, 80]]],
  ])('is counted in "%s"', (text, sizes) => {
    expect(crowds(text)).toEqual(sizes)
  })

  it.each([
    ['Police put the number of injured at 12 after the march.'],
    ['The company put the number of layoffs at 900 before the rally.'],
    ['Nine members sat on the board that heard the case.'],
  ])('is not in "%s"', (text) => {
    expect(crowds(text)).toEqual([])
  })

  it('is not how many somebody looks after', () => {
    expect(crowds('At the vigil one aide was looking after 28 residents.')).toEqual([])
  })

  it('is not how many signed a letter', () => {
    expect(crowds('We, the 217 undersigned members of the staff, gathered these facts.')).toEqual(
      [],
    )
  })
})
