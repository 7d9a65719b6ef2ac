import type { Mention } from './names'
import type { Span } from './types'

/** "Palantir and Flock" is two names; "Immigration and Customs Enforcement" is one. */
export function splitJoint(text: string, run: Span & { opening: boolean }): Mention[] {
  const words = text.slice(run.start, run.end)
  const joint = / (?:and|y|und|&) /u.exec(words)
  if (joint) {
    const [left, right] = [words.slice(0, joint.index), words.slice(joint.index + joint[0].length)]
    const one =
      joint[0] === ' & ' ||
      isOneName(left, right) ||
      isWhole(text, run) ||
      / The \p{Lu}[\p{L}]+$/u.test(left)
    if (!one) {
      const middle = run.start + joint.index
      return [
        // The point of "Acme Corp. and Vexel" is no part of the name, as at the end of a sentence.
        ...splitJoint(text, { ...run, end: middle - (left.endsWith('.') ? 1 : 0) }),
        ...splitJoint(text, { start: middle + joint[0].length, end: run.end, opening: false }),
      ]
    }
  }
  const lead =
    /^(?:(?:Beschäftigten?|Mitarbeite\p{Ll}+|Mitglieder|Vertreter(?:in)?|Sprecher(?:in)?) (?:von|der|des|bei)|[Tt]he|la|los|las|der|die|das|den) /u.exec(
      words,
    )?.[0].length ?? 0
  return [{ ...run, start: run.start + lead, words: words.slice(lead) }]
}

/** "Union of Bakers and Millers (UBM)" and, within a sentence, "The Globe and Mail" are one name. */
function isWhole(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 14), start)
  if (/[\p{L}\d,] The $/u.test(before)) return true
  // "la empresa Hornos y Aceros", and "a Byron and Babbage job site" that is named so again.
  if (/(?:^|\s)(?:empresa|firma|compañía|consorcio|Firma) $/u.test(before)) return true
  const name = text.slice(start, end)
  if (
    /\ban? $/u.test(before) &&
    /^ (?:job |work |building )?(?:site|project|contract|office)\b/u.test(
      text.slice(end, end + 20),
    ) &&
    text.split(name).length > 2
  )
    return true
  const short = /^ \(([\p{Lu}]{2,8})\)/u.exec(text.slice(end, end + 12))?.[1]
  const initials = (text.slice(start, end).match(/(?<![\p{L}])\p{Lu}/gu) ?? []).sort().join('')
  return short !== undefined && [...short].sort().join('') === initials
}

/** A left part without an ending of its own and a right part that goes on make one name. */
function isOneName(left: string, right: string): boolean {
  if (/^[\p{Lu}\d]{2,6}$| for All$/u.test(left)) return false
  const last = right.split(' ').at(-1) ?? ''
  return (
    (/ (?:of|for|de|für) [^ ]+$/u.test(left) && right.split(' ').length === 1) ||
    (right.split(' ').length > 1 &&
      /^(?:Enforcement|Protection|Security|Services|Workers|Union|Administration|Association|Development|Commission|Employees|Commerce|Restaurant|Budget|Council|Guild|Department|Industries)$/.test(
        last,
      ) &&
      left.split(' ').length <= 4)
  )
}
