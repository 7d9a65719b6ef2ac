import type { DatePart } from './grammar'
import { thirdOf, type Third } from './parts-of-a-time'
import { Refusal } from './refusal'
import type { Extent } from './units'

const THIRD =
  /^(?:(?:at|in|the|about|around|towards?|during|very) )*(early|mid|middle|late|beginning of|start of|early part of|middle of|end of|latter part of|late part of)(?: -)? (?:in )?(?:the )?(.+)$/

const SEVERAL = / (?:-|to|through|thru|until|till|or|and|\/) /

/**
 * Reads "early 2025", "mid-March", "the end of 2019" and "late 1960s". Null when no such word is there.
 *
 * @throws Refusal when what follows has no such part.
 */
export function readThird(text: string, readPart: (text: string) => DatePart): Extent | null {
  const [, word = '', rest = ''] = THIRD.exec(text) ?? []
  if (word === '' || SEVERAL.test(rest)) return null
  const third: Third = /^mid/.test(word)
    ? 'mid'
    : /^(?:early|beg|start)/.test(word)
      ? 'early'
      : 'late'
  const extent = thirdOf(third, readPart(rest))
  if (!extent) {
    throw new Refusal(`“${word}” goes with a year, a month or a decade, such as early 2025.`)
  }
  return extent
}
