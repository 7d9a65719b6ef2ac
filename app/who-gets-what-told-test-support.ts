import { keysOf, lensLabels } from '@/lib/schemas/words'
import { getCampaign } from '@/server/campaigns/queries'
import { listMembers } from '@/server/members/queries'
import { CANARY } from '@/server/testing/target'
import type { Answer } from './who-gets-what-test-support'
import type { Askers } from './who-gets-what-world-test-support'

const KINDS = ['record', 'notes', 'directory'] as const
type WordKind = (typeof KINDS)[number]

/**
 * Words of the campaigns that are asked for: of their records, of what no link shows, and of what their whole
 * workspace knows. No question holds one of them whole, so that an answer that does has it from the record.
 */
export type Words = Record<WordKind, string[]>

/** One answer in the table. */
export type Asked = { route: string; who: string; answer: Answer }

/** Who may read nothing of a workspace, and who nothing of the campaign that they ask for. */
export const STRANGERS = new Set([
  ...['nobody', 'suspended', 'elsewhere'],
  ...['wrong secret', 'ended', 'without the password'],
])
const OUTSIDE = new Set(['outside', 'an owner’s token of another campaign'])
const LENSES = new Set<string>(keysOf(lensLabels))

/** The words of the campaigns that are asked for. */
export async function wordsOf({ records }: Pick<Askers, 'records'>): Promise<Words> {
  const canaries = (...texts: string[]) => texts.map((text) => `${CANARY} ${text}`)
  const record = canaries('rally', 'summary', 'words', 'demand', 'report', 'photo')
  const notes = canaries('note', 'plan', 'row')
  const directory = canaries('Corporation', 'Person', 'publisher')
  for (const { owner, campaign } of records.keys()) {
    record.push((await getCampaign(owner, campaign.slug)).title)
    directory.push(...(await listMembers(owner)).map(({ email }) => email))
  }
  return { record, notes, directory }
}

/** What an answer says in the table: with which kinds of such words its own part holds. */
export function inWords({ said, own }: Answer, words: Words): string {
  return [said, ...kindsIn(own, words)].join(' + ')
}

/** The answers that hold words which whoever got them may not read. */
export function leaksIn(asked: Asked[], words: Words): string[] {
  return asked.flatMap(({ route, who, answer }) => {
    const kept = keptFrom(who)
    const leaks = kindsIn(answer.all, words).filter((kind) => kept.includes(kind))
    return leaks.map((kind) => `${route} tells ${who} of the ${kind}`)
  })
}

function keptFrom(who: string): readonly WordKind[] {
  if (STRANGERS.has(who)) return KINDS
  if (OUTSIDE.has(who)) return ['record', 'notes']
  return LENSES.has(who) ? ['notes'] : []
}

/** How many routes give words of the record to whoever may read the most. */
export function countTelling(asked: Asked[], words: Words): number {
  const told = asked.filter(({ answer }) => kindsIn(answer.own, words).includes('record'))
  return told.filter(({ who }) => who === 'owner' || who === 'member').length
}

function kindsIn(text: string, words: Words): WordKind[] {
  const plain = text.replaceAll(/<[^>]*>/g, '')
  const holds = (word: string) => text.includes(word) || plain.includes(word)
  return KINDS.filter((kind) => words[kind].some(holds))
}
