import { expect, it } from 'vitest'
import { noFilter } from '@/lib/timeline/filters'
import { useTestDatabase } from '../../auth/test-support'
import { logEntry, newWorld } from '../../testing/world'
import { readShared } from './read'

useTestDatabase()

it.each([
  ['as it is written', "Siobhan O'Neil", "Then Siobhan O'Neil spoke.", "O'Neil"],
  ['with a curly apostrophe', "Siobhan O'Neil", 'Then Siobhan O’Neil spoke.', 'O’Neil'],
  ['with another hyphen', 'Jean-Luc Zabrowski', 'Then Jean\u2011Luc Zabrowski.', 'Zabrowski'],
  ['with a soft hyphen', 'Quirin Xylander', 'Then Quirin Xylan\u00adder spoke.', 'Quirin'],
  ['in part', 'Quirin Xylander', 'Then Xylander, Quirin spoke.', 'ylande'],
  ['by its apostrophe', "Siobhan O'Neil", 'Then Siobhan O’Neil spoke.', '’'],
])(
  'a search for a withheld name %s finds what an absent word finds',
  async (_, name, summary, asked) => {
    const world = await newWorld()
    await logEntry(world.owner, world.campaign, {
      title: 'A rally',
      summary,
      appearances: [{ name }],
    })
    const countOf = async (text: string) => {
      const window = { order: 'newest' as const, after: null, limit: 10 }
      return (await readShared(world.reader, { ...window, filter: { ...noFilter, text } })).count
    }
    expect(await countOf(asked)).toBe(0)
    expect(await countOf('spoke Then')).toBe(summary.includes('spoke') ? 1 : 0)
  },
)
