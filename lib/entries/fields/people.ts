import { z } from 'zod'
import { listCell, placedCell } from '../../formats/list-cell'
import { appearanceSchema } from '../../schemas/entry-parts'
import { appearanceRoleLabels } from '../../schemas/words'
import type { LinkedEntry } from '../../shares/record'
import { quoteDisputes } from './answers'
import type { EntryField } from './define'
import { rowsOf, sourceOf, together } from './form-rows'

// Whoever may not be named and is not described stands in no list.
const called = ({ appearances: all }: LinkedEntry) =>
  all.filter(({ name, description }) => name !== '' || description !== '')

export const appearances = {
  columns: {},
  // Those of both stay when two entries become one.
  merged: 'both',
  label: 'People and their words',
  group: 'essentials',
  schema: () => z.array(appearanceSchema).max(100).default([]),
  values: (entry) =>
    together([
      rowsOf(
        'appearances',
        entry.appearances.map(({ id, name, role, description, affiliation }) => ({
          ...{ id, name, role, description, affiliation, consent: '', consentReason: '' },
        })),
      ),
      ...entry.appearances.map(({ quotes }, index) =>
        rowsOf(
          `appearances.${index}.quotes`,
          quotes.map((quote) => ({
            id: quote.id,
            text: quote.text,
            consent: quote.consent ?? '',
            source: sourceOf(quote.citations),
            ...quote.citations[0]?.near,
          })),
        ),
      ),
      ...entry.appearances.flatMap(({ quotes }, index) =>
        quotes.map(({ demands: about }, place) =>
          rowsOf(
            `appearances.${index}.quotes.${place}.demands`,
            about.map(({ demandId, wording }) => ({ demand: demandId, wording })),
          ),
        ),
      ),
      quoteDisputes(entry.appearances),
    ]),
  shown: { appearances: [] },
  change: { words: 'people and their words', needs: ['people'] },
  csv: [
    ['people', (entry) => listCell(called(entry).map((one) => one.name || one.description))],
    ...(['role', 'description', 'affiliation'] as const).map(
      (name) =>
        [
          `people_${name}s`,
          (entry: LinkedEntry) => placedCell(called(entry).map((one) => one[name])),
        ] as const,
    ),
    [
      'quotes',
      (entry) =>
        listCell(
          entry.appearances.flatMap(({ name, description, role, quotes }) =>
            quotes.map(
              ({ text }) => `${name || description || appearanceRoleLabels[role]}: “${text}”`,
            ),
          ),
        ),
    ],
  ],
  alike: 'nothing',
} satisfies EntryField
