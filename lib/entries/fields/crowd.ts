import { crowdSchema } from '../../schemas/entry-parts'
import { lineText } from '../../schemas/text'
import type { EntryField } from './define'

const number = (value: number | null) => (value === null ? '' : String(value))

/** How many took part, in words, with the numbers that they mean. */
export const crowd = {
  label: 'Crowd size',
  group: 'essentials',
  schema: () => crowdSchema.default({ low: null, high: null, words: '' }),
  columns: {
    crowdLow: ['crowd', null],
    crowdHigh: ['crowd', null],
    crowdWords: ['crowd', ''],
  },
  values: (entry) => ({ crowd: entry.crowd.words }),
  shown: { crowd: { low: null, high: null, words: '', countedBy: '' } },
  change: { words: 'crowd size', needs: ['crowd'] },
  merged: 'chosen',
  csv: [
    ['crowd_low', (entry) => number(entry.crowd.low)],
    ['crowd_high', (entry) => number(entry.crowd.high)],
    ['crowd_words', (entry) => entry.crowd.words],
    ['crowd_counted_by', (entry) => entry.crowd.countedBy],
  ],
  alike: 'nothing',
} satisfies EntryField

/** Who counted; a part of the size. */
export const crowdCountedBy = {
  label: 'Counted by',
  group: 'crowd',
  schema: () => lineText(200).default(''),
  columns: { crowdCountedBy: ['crowd', ''] },
  values: (entry) => ({ crowdCountedBy: entry.crowd.countedBy }),
  shown: {},
  change: { words: 'crowd size', needs: ['crowd'] },
  belongsTo: 'crowd',
  merged: 'chosen',
  csv: [],
  alike: 'nothing',
} satisfies EntryField
