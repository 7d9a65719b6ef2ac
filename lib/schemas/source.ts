import { z } from 'zod'
import type { DateSettings } from '../dates/habits'
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
    kind: z.enum(keysOf(sourceKindLabels), 'Choose one from the list.').default('news'),
    title: requiredLine(500, 'Give the source a title.'),
    url: webAddress().default(''),
    publisher: lineText(200).default(''),
    author: lineText(200).default(''),
    published: optionalDateWords(when),
    accessedOn: optionalDateWords(when),
    archiveUrl: webAddress().default(''),
    capturedText: longText(500_000).default(''),
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
