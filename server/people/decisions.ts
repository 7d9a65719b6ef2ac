import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Around } from '@/lib/people/withholder'
import type { Tx } from '../db'
import { env } from '../env'

const MOST_KNOWN = 50_000

/** The text and the word of a decision as they are kept: keyed, so that neither can be read there. */
type DecidedKey = { textKey: Buffer<ArrayBuffer>; letters: string }

/**
 * Makes the keys of a workspace's decisions, of a text without its names (`Withholder.bare`) and of a
 * word as letters.
 */
export function decisionKeys(workspaceId: string): {
  textKey: (bare: string) => Buffer<ArrayBuffer>
  /** As it was made once: of the whole text. */
  earlierTextKey: (plain: string) => Buffer<ArrayBuffer>
  letters: (letters: string) => string
} {
  const key = (use: string) =>
    Buffer.from(hkdfSync('sha256', env().secret, '', `${use} ${workspaceId}`, 32))
  const [texts, words] = [key('decided bare texts'), key('decided words')]
  const wholeTexts = key('decided texts')
  return {
    earlierTextKey: (plain) => createHmac('sha256', wholeTexts).update(plain).digest(),
    textKey: (bare) => createHmac('sha256', texts).update(bare).digest(),
    letters: (letters) => createHmac('sha256', words).update(letters).digest('base64'),
  }
}

// A word in clear, as it was once kept, has no such sign in it.
const isKeyed = (letters: string) => letters.endsWith('=')

/** What editors decided of words in texts, by `decisionKey` of each. */
export async function decisionsIn(tx: Tx, workspaceId: string): Promise<Map<string, boolean>> {
  const keys = decisionKeys(workspaceId)
  const rows = await tx.nameDecision.findMany({
    where: { workspaceId },
    select: { textKey: true, letters: true, withheld: true },
  })
  return new Map(
    rows.map(({ textKey, letters, withheld }) => [
      decisionKey({
        textKey: Buffer.from(textKey),
        letters: isKeyed(letters) ? letters : keys.letters(letters),
      }),
      withheld,
    ]),
  )
}

/**
 * What was decided of a word in a text, under the key of today or the earlier one; undefined where
 * nothing was.
 *
 * @param letters the word as it is keyed
 */
export function decidedOf(
  said: ReadonlyMap<string, boolean>,
  keys: ReturnType<typeof decisionKeys>,
  { letters, bare, plain }: { letters: string; bare: string; plain: string },
): boolean | undefined {
  return (
    said.get(decisionKey({ textKey: keys.textKey(bare), letters })) ??
    said.get(decisionKey({ textKey: keys.earlierTextKey(plain), letters }))
  )
}

/** A word in a text as one key of a map. */
function decisionKey({ textKey, letters }: DecidedKey): string {
  return `${textKey.toString('hex')} ${letters}`
}

/**
 * What tells whether a word is withheld in a text: where an editor said so, and, in a text of which
 * nobody said anything, where one said so of that word in another. Whoever edits a text does not
 * bring a name back by it.
 */
export async function decisionsOf(tx: Tx, workspaceId: string): Promise<Around['isDecided']> {
  const said = await decisionsIn(tx, workspaceId)
  const withheld = new Set([...said].flatMap(([key, is]) => (is ? [key.split(' ')[1] ?? ''] : [])))
  if (withheld.size === 0) return undefined
  const keys = decisionKeys(workspaceId)
  const known = new LRUCache<string, string>({ max: MOST_KNOWN })
  return (word, { bare, plain }) => {
    const letters = known.get(word) ?? keys.letters(word)
    known.set(word, letters)
    if (!withheld.has(letters)) return false
    return decidedOf(said, keys, { letters, bare, plain }) ?? true
  }
}

/** Keys the words of decisions that were kept in clear once. */
export async function keyDecisions(tx: Tx, workspaceId: string): Promise<void> {
  const keys = decisionKeys(workspaceId)
  const rows = await tx.nameDecision.findMany({
    where: { workspaceId, NOT: { letters: { endsWith: '=' } } },
    select: { letters: true },
    distinct: ['letters'],
  })
  for (const { letters } of rows)
    await tx.nameDecision.updateMany({
      where: { workspaceId, letters },
      data: { letters: keys.letters(letters) },
    })
}
