import 'server-only'
import { z } from 'zod'
import type { Named } from './endpoint'

// What a program is answered, for the OpenAPI document and the tests that compare answers with it.

/** A record by its id and name. */
export const namedShape = z.strictObject({ id: z.uuid(), name: z.string() })

/** The version that If-Match names, and the page for people. */
export const versioned = { version: z.int().positive(), url: z.url() }

/** The fields of a record as a form sends them, which PATCH takes. */
export const fieldsShape = z
  .record(z.string(), z.unknown())
  .describe('The fields as POST and PATCH take them.')

/** No list of an answer is longer: pages end sooner, and what has none is what people write by hand. */
export const MOST_LISTED = 10_000

/** A page of records with what `after` is given to read the next one; null at the end. */
export function pageOf(name: string, item: z.ZodType): Named {
  return {
    name: `${name}Page`,
    schema: z.strictObject({ items: z.array(item).max(MOST_LISTED), next: z.string().nullable() }),
  }
}

/** What is answered where a record was made and only its id is told. */
export const madeShape: Named = { name: 'Made', schema: z.strictObject({ id: z.uuid() }) }

/** What is answered where there is nothing to tell but that it was done. */
export const doneShape: Named = { name: 'Done', schema: z.strictObject({ done: z.literal(true) }) }
export const DONE = { body: { done: true } } as const

/** A page of the directories: a record with how many entries mention it. */
export const directoryPage = pageOf(
  'Directory',
  namedShape.extend({ note: z.string(), mentions: z.int(), depth: z.int() }),
)
