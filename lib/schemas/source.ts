import { z } from 'zod'
import type { DateSettings } from '../dates/habits'
import {
  sourceFieldList,
  type SourceField,
  type SourceFieldName,
  type sourceFields,
} from '../sources/fields'
import { optionalDateWords } from './dates'
import {
  contextText,
  lineText,
  longText,
  optionalId,
  requiredLine,
  webAddress,
  optionalVersion,
} from './text'
import { keysOf, sourceKindLabels } from './words'

/** A source as a form, an import or the API gives it. */
export function sourceSchema(today: string, settings: DateSettings = {}) {
  const when = { ...settings, today }
  return z.strictObject({
    ...fieldChecks(when),
    pictures: z
      .array(
        z.strictObject({
          id: optionalId(),
          caption: longText(1_000).default(''),
          credit: lineText(200).default(''),
        }),
      )
      .max(50)
      .default([]),
    version: optionalVersion(),
  })
}
export type SourceInput = z.output<ReturnType<typeof sourceSchema>>

type Checks = {
  [Name in SourceFieldName]: ReturnType<(typeof checks)[(typeof sourceFields)[Name]['type']]>
}
type Checked = { when: DateSettings & { today: string }; most: number }

const checks = {
  name: ({ most }: Checked) => requiredLine(most, 'Give the source a title.'),
  kind: () => z.enum(keysOf(sourceKindLabels), 'Choose one from the list.').default('news'),
  line: ({ most }: Checked) => lineText(most).default(''),
  text: ({ most }: Checked) => longText(most).default(''),
  address: () => webAddress().default(''),
  date: ({ when }: Checked) => optionalDateWords(when),
  day: ({ when }: Checked) => optionalDateWords(when),
} satisfies Record<SourceField['type'], (given: Checked) => z.ZodType>

function fieldChecks(when: Checked['when']): Checks {
  const fields = sourceFieldList()
  return Object.fromEntries(
    fields.map(([name, { type, most = 200 }]) => [name, checks[type]({ when, most })]),
  ) as Checks
}

/** Words of a source's captured text, and the entry that they are to carry. */
export const passageSchema = z.strictObject({
  exact: longText(5_000).refine(
    (words) => words !== '',
    'Mark the words in the text, or copy them here.',
  ),
  prefix: contextText(),
  suffix: contextText(),
  /** What was picked, and its title or its address as it was typed. */
  entryId: optionalId(),
  entry: requiredLine(500, 'Say which entry these words support.'),
})
export type PassageInput = z.output<typeof passageSchema>
