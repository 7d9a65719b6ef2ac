import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { DateHabits, DateSettings } from '../dates/habits'
import { expectedOf } from '../kinds/expected'
import { kindOf } from '../kinds/index'
import type { EntryContext } from '../entries/fields/define'
import { entryFields, type EntryFields } from '../entries/fields/index'
import type { EntryKind } from '../kinds/names'
import { optionalId, optionalVersion } from './text'

/** Building a schema costs more than a hundred uses of it. */
const schemas = new LRUCache<string, ReturnType<typeof builtSchema>>({ max: 100 })

/**
 * The one schema of an entry of a kind, for the form, an import and the API.
 *
 * @param today ISO day in the campaign's zone, by which "13 Feb" is understood.
 * @param settings how the campaign reads dates, and the day of the source that they are taken from
 * @throws ZodError for what is no such day.
 */
export function entrySchema(kind: EntryKind, today: string, settings: DateSettings = {}) {
  // One day as a text and the same in a list have one name, and would share a schema.
  const habits = { ...settings, today: z.iso.date().parse(today) }
  const name = `${kind} ${JSON.stringify(habits)}`
  const known = schemas.get(name)
  if (known) return known
  const schema = builtSchema(kind, habits)
  schemas.set(name, schema)
  return schema
}

function builtSchema(kind: EntryKind, habits: DateHabits) {
  const when = { ...habits, expects: expectedOf(kindOf(kind).lane) }
  return z.strictObject({
    /** The version that an edit was made from. */
    version: optionalVersion(),
    /** Made with the form, so that sending it twice logs one entry. */
    requestKey: optionalId(),
    ...checksOf({ kind, when }),
  })
}
export type EntryInput = z.output<ReturnType<typeof builtSchema>>

type Checks = { [Name in keyof EntryFields]: ReturnType<EntryFields[Name]['schema']> }

function checksOf(context: EntryContext): Checks {
  const checks = Object.entries(entryFields).map(([name, field]) => [name, field.schema(context)])
  return Object.fromEntries(checks) as Checks
}
