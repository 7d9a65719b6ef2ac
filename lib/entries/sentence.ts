import { kindOf } from '../kinds/index'
import type { AskedParts, Details } from '../kinds/define'
import type { EntryKind } from '../kinds/names'

/** What of an entry its generated sentence is made from, as its reader may know it. */
export type Described = {
  kind: EntryKind
  title: string
  summary: string
  place: string
  participants: string
  accordingTo: string | null
  details: Details
  organizations: { name: string; part: 'actor' | 'target' | 'subject' }[]
  inquiries: AskedParts[]
}

/**
 * The sentence that an entry's kind makes of what is recorded. Empty where somebody wrote a summary,
 * whose words come first, where the title says all of it already, and where nothing but organizations is known.
 */
export function sentenceOf(entry: Described): string {
  if (entry.summary !== '') return ''
  const names = (part: 'actor' | 'target' | 'subject') =>
    entry.organizations.filter((organization) => organization.part === part).map(({ name }) => name)
  const sentence = kindOf(entry.kind).sentence({
    place: entry.place,
    participants: entry.participants,
    actors: names('actor'),
    targets: names('target'),
    subjects: names('subject'),
    accordingTo: entry.accordingTo,
    details: entry.details,
    inquiries: entry.inquiries,
  })
  const words = isFragment(sentence) || saysNothingNew(sentence, entry.title) ? '' : sentence
  // What is somebody's account is said to be so, whatever its kind.
  if (!entry.accordingTo || words.includes(entry.accordingTo)) return words
  return `${words} According to ${entry.accordingTo}.`.trim()
}

// “By Amazon.”, “About Flock.”: the organizations stand beside the entry with their parts already.
function isFragment(sentence: string): boolean {
  return /^(?:by|about|against|to|toward) /i.test(sentence)
}

// Words that join others and tell nothing by themselves.
const JOINING = new Set(
  'a about aimed against along an and at before between by did for from in of on or organized the through to toward was when who with'.split(
    ' ',
  ),
)

// "cancels" in a title is "cancelled" in a sentence: what a word begins with is compared.
const STEM = 5

function saysNothingNew(sentence: string, title: string): boolean {
  const said = new Set(wordsOf(title).map(stem))
  return wordsOf(sentence).every((word) => JOINING.has(word) || said.has(stem(word)))
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

function stem(word: string): string {
  return /^\p{N}/u.test(word) ? word : word.slice(0, STEM)
}
