import { z } from 'zod'
import { dateInWords } from '../../dates/words'
import { optionalDateWords } from '../../schemas/dates'
import { degreesSchema } from '../../schemas/entry-parts'
import { lineText } from '../../schemas/text'
import { keysOf, placePrecisionLabels } from '../../schemas/words'
import type { EntryField } from './define'

const number = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value)

export const place = {
  label: 'Where',
  group: 'essentials',
  schema: () => lineText(300).default(''),
  columns: { place: ['places', ''] },
  values: (entry) => ({ place: entry.place }),
  shown: { place: '' },
  change: { words: 'place', needs: [], exactPlace: true },
  merged: 'chosen',
  csv: [['place', (entry) => entry.place]],
  alike: 'same',
} satisfies EntryField

/** The place's town: its number in the gazetteer. */
export const town = {
  label: 'Town',
  group: 'essentials',
  schema: () =>
    z
      .preprocess(
        // What is blank is no town, and never the number 0.
        (typed) => {
          const isBlank = typed === null || (typeof typed === 'string' && typed.trim() === '')
          return isBlank ? null : Number(typed)
        },
        z.int('This town is not in the list. Choose it again.').nullable(),
      )
      .default(null),
  columns: {
    townId: ['never', null],
    town: ['places', ''],
    townLatitude: ['coordinates', null],
    townLongitude: ['coordinates', null],
  },
  values: ({ placed }) => ({ town: number(placed?.town?.id) }),
  shown: {},
  change: null,
  belongsTo: 'place',
  merged: 'chosen',
  csv: [],
  alike: 'same',
} satisfies EntryField

/** WGS 84 in degrees, like the longitude; both or neither, which the write checks. */
export const latitude = {
  label: 'Latitude',
  group: 'details',
  schema: () => degreesSchema(90),
  columns: { latitude: ['coordinates', null] },
  values: ({ placed }) => ({ latitude: number(placed?.latitude) }),
  shown: { coordinates: null },
  change: { words: 'place', needs: [], comparedOnly: true },
  belongsTo: 'place',
  merged: 'chosen',
  csv: [['latitude', ({ coordinates }) => number(coordinates?.latitude)]],
  alike: 'same',
} satisfies EntryField

export const longitude = {
  ...latitude,
  label: 'Longitude',
  schema: () => degreesSchema(180),
  columns: { longitude: ['coordinates', null] },
  values: ({ placed }) => ({ longitude: number(placed?.longitude) }),
  csv: [['longitude', ({ coordinates }) => number(coordinates?.longitude)]],
} satisfies EntryField

/** How exactly shares show the place. */
export const placePrecision = {
  label: 'Place in shares',
  group: 'details',
  usual: 'exact',
  schema: () => z.enum(keysOf(placePrecisionLabels)).default('exact'),
  columns: { placePrecision: 'always' },
  values: (entry) => ({ placePrecision: entry.placePrecision }),
  shown: { placePrecision: 'exact' },
  change: null,
  merged: 'by rule',
  csv: [],
  alike: 'same',
} satisfies EntryField

/** Until then shares show no place; by the clocks there. */
export const placeHiddenUntil = {
  label: 'Place hidden until',
  group: 'details',
  schema: ({ when }) =>
    optionalDateWords({ ...when, expects: 'ahead' })
      .refine(
        (until) => until === null || until.firstDay === until.lastDay,
        'Give one day, and an hour if you like: 13 Feb 2026 5pm.',
      )
      .default(null),
  columns: { placeHiddenUntil: 'always' },
  values: ({ placed }) => {
    const until = placed?.hiddenUntil
    return { placeHiddenUntil: until ? dateInWords(until.day, { time: until.time }) : '' }
  },
  shown: {},
  change: null,
  merged: 'by rule',
  csv: [],
  alike: 'same',
} satisfies EntryField
