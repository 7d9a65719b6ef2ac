import 'server-only'
import type { z } from 'zod'
import { isoDayOf } from '@/lib/dates/days'
import { entryKinds, type EntryKind } from '@/lib/kinds/names'
import { entrySchema } from '@/lib/schemas/entry'
import type { Named } from './endpoint'
import { inputSchema } from './input-schema'

type JsonSchema = Record<string, unknown>

/**
 * What an entry of any kind takes: fields that all kinds take alike stand once, and those that
 * differ by kind once for each way.
 */
function ofAnyKind(): JsonSchema {
  const fields = new Map<string, Map<string, unknown>>()
  for (const kind of entryKinds) {
    const { properties = {} } = ofKind(kind)
    for (const [name, field] of Object.entries(properties))
      fields.set(
        name,
        (fields.get(name) ?? new Map<string, unknown>()).set(JSON.stringify(field), field),
      )
  }
  const properties = [...fields].map(([name, ways]) => {
    const [only, ...others] = [...ways.values()]
    return [name, others.length === 0 ? only : { anyOf: [only, ...others] }]
  })
  return {
    ...{ type: 'object', additionalProperties: false },
    properties: { ...Object.fromEntries(properties), kind: { type: 'string', enum: entryKinds } },
  }
}

function ofKind(kind: EntryKind) {
  const schema: z.ZodType = entrySchema(kind, isoDayOf(new Date()))
  return inputSchema(schema)
}

let made: JsonSchema | undefined

/** What an entry takes, in the OpenAPI document; the check itself is the kind's own schema. */
export const entryInput = {
  name: 'EntryInput',
  json: () => (made ??= { ...ofAnyKind(), required: ['kind', 'title', 'date'] }),
} satisfies Named

/** The same for a change, which names the fields that it changes alone. */
export const entryChange = {
  name: 'EntryChange',
  json: () => ({ ...entryInput.json(), required: [] }),
} satisfies Named
