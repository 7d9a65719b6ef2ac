import { Losses, type Format } from '../formats/download'
import { behindStandings, type Part } from '../formats/parts'
import type { PressKitContents } from './contents'

/** What a press kit has no place for, of what a link of its lens shows. */
export const pressKit = {
  missing: [
    ...behindStandings,
    ...(['checks', 'claims', 'passages', 'inquiries'] as const),
    ...(['details', 'relations', 'links', 'tags'] as const),
  ],
  leavesOut: 'entries after the first 200',
} satisfies Pick<Format, 'missing' | 'leavesOut'>

/**
 * What this press kit leaves out of what such a link shows, in words.
 *
 * @param further what its form has no place for either
 */
export function kitLoss(kit: PressKitContents, ...further: Part[]): string[] {
  const losses = new Losses([...pressKit.missing, ...further])
  for (const entry of kit.entries) losses.see(entry)
  const head = { ...kit, updatedAt: kit.now.toISOString() }
  return losses.inWords(head, kit.count, pressKit.leavesOut)
}

/** The same as a sentence of the press kit itself; an empty text where it has all of it. */
export function lossInWords(loss: string[]): string {
  return loss.length === 0 ? '' : `Not in this press kit: ${loss.join(', ')}.`
}
