import { z } from 'zod'
import { entryRelationLabels, needsSource } from '../entries/relations'
import { lineText, longText, optionalId } from './text'
import { keysOf } from './words'

const link = z
  .strictObject({
    id: optionalId(),
    relation: z.enum(keysOf(entryRelationLabels), 'Choose one from the list.').default('follows'),
    /** The other entry: what was chosen, and its title, or its address, as it was typed. */
    entryId: optionalId(),
    entry: lineText(500).default(''),
    note: longText(1_000).default(''),
    accordingTo: lineText(300).default(''),
    source: z.union([z.literal(''), z.literal('entry'), z.uuid()]).default(''),
  })
  .superRefine((row, context) => {
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    const said = row.accordingTo !== '' || row.source !== ''
    if (row.entry === '' && (said || row.note !== '')) say('entry', 'Say which entry is meant.')
    if (row.entry !== '' && needsSource(row.relation) && !said) {
      say('accordingTo', 'To say one thing caused another, name who says so or choose a source.')
    }
  })

/** The links of an entry; a row without the other entry is left out. */
export const linksSchema = z
  .array(link)
  .max(50)
  .default([])
  .transform((rows) => rows.filter(({ entry }) => entry !== ''))
