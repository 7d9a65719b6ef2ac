import { listCell } from '../../formats/list-cell'
import { z } from 'zod'
import { dateInWords } from '../../dates/words'
import { detailsSchema } from '../../kinds/define'
import { actionKinds, kindOf } from '../../kinds/index'
import { entryKinds } from '../../kinds/names'
import { dateWords } from '../../schemas/dates'
import { lineText, requiredLine } from '../../schemas/text'
import { entryStatusLabels, keysOf } from '../../schemas/words'
import type { EntryField } from './define'

export const date = {
  label: 'When',
  group: 'essentials',
  schema: ({ when }) => dateWords(when),
  columns: {
    edtf: 'always',
    firstDay: 'always',
    lastDay: 'always',
    timeOfDay: 'always',
    timeZone: 'always',
  },
  values: (entry) => ({ date: dateInWords(entry.edtf, { time: entry.time }) }),
  shown: { edtf: '', firstDay: '', lastDay: '', time: null, timeZone: null },
  change: { words: 'date', needs: [] },
  merged: 'chosen',
  csv: [
    ['date', ({ edtf }) => edtf],
    ['first_day', ({ firstDay }) => firstDay],
    ['last_day', ({ lastDay }) => lastDay],
    ['time', ({ time }) => time ?? ''],
    ['time_zone', ({ timeZone }) => timeZone ?? ''],
  ],
  alike: 'nothing',
} satisfies EntryField

export const kind = {
  label: 'What it is',
  group: 'essentials',
  schema: ({ kind: chosen }) =>
    z.literal(chosen, 'Choose what it is: a rally, a statement, a report.'),
  columns: { kind: 'always', lane: 'always' },
  values: (entry) => ({ kind: entry.kind }),
  shown: { kind: entryKinds[0], lane: 'action' },
  change: { words: 'kind', needs: [] },
  merged: 'chosen',
  csv: [
    ['lane', ({ lane }) => lane],
    ['kind', (entry) => entry.kind],
  ],
  alike: 'same',
} satisfies EntryField

/** A second kind of an action: a strike that was a rally too. */
export const alsoKind = {
  label: 'Also',
  group: 'essentials',
  schema: ({ kind: chosen }) =>
    z
      .preprocess(
        (typed) => (typed === '' ? null : typed),
        z.enum(actionKinds(), 'Choose one of the list.').nullable(),
      )
      .default(null)
      .transform((also) => (kindOf(chosen).lane === 'action' && also !== chosen ? also : null)),
  columns: { alsoKind: 'always' },
  values: (entry) => ({ alsoKind: entry.alsoKind ?? '' }),
  shown: { alsoKind: null },
  // The link may leave out both of the kinds that it was and is.
  change: { words: 'kind', needs: [], comparedOnly: true },
  belongsTo: 'kind',
  merged: 'chosen',
  csv: [['also_kind', (entry) => entry.alsoKind ?? '']],
  csvIfAny: true,
  alike: 'same',
} satisfies EntryField

/** What only entries of its kind have; a part of the kind. */
export const details = {
  label: 'Details',
  group: 'essentials',
  schema: ({ kind: chosen }) => detailsSchema(kindOf(chosen).fields).default({}),
  columns: { details: ['details', {}] },
  values: (entry) =>
    Object.fromEntries(
      Object.entries(entry.details).map(([name, value]) => [`details.${name}`, String(value)]),
    ),
  shown: { details: {} },
  change: { words: 'details', needs: ['details'] },
  belongsTo: 'kind',
  merged: 'chosen',
  csv: [],
  alike: 'nothing',
} satisfies EntryField

export const status = {
  label: 'Status',
  group: 'members',
  usual: 'draft',
  schema: () => z.enum(keysOf(entryStatusLabels), 'Choose one from the list.').default('draft'),
  columns: { status: 'always' },
  values: (entry) => ({ status: entry.status }),
  shown: { status: 'published' },
  change: null,
  merged: 'by rule',
  csv: [['status', (entry) => (entry.status === 'published' ? '' : entry.status)]],
  csvIfAny: true,
  alike: 'nothing',
} satisfies EntryField

export const title = {
  label: 'Title',
  group: 'essentials',
  schema: () => requiredLine(300, 'Give the entry a title: what happened, in a few words.'),
  columns: { title: 'always' },
  values: (entry) => ({ title: entry.title }),
  shown: { title: '' },
  change: { words: 'title', needs: [] },
  merged: 'chosen',
  csv: [
    ['title', (entry) => entry.title],
    ['sentence', ({ sentence }) => sentence],
  ],
  alike: 'nothing',
} satisfies EntryField

export const tags = {
  label: 'Tags',
  group: 'members',
  schema: () => lineText(500).default(''),
  columns: { tags: ['tags', []] },
  values: (entry) => ({ tags: entry.tags.join(', ') }),
  shown: { tags: [] },
  change: { words: 'tags', needs: ['tags'] },
  merged: 'by rule',
  csv: [['tags', (entry) => listCell(entry.tags)]],
  csvIfAny: true,
  alike: 'same',
} satisfies EntryField
