import 'server-only'
import { z } from 'zod'

/**
 * What is sent, as JSON Schema. No field says its default: a generated client takes a field that has one
 * for a field that is always sent, and a change that leaves a field out leaves it as it is.
 */
export function inputSchema(schema: z.ZodType) {
  return z.toJSONSchema(schema, {
    ...{ io: 'input', unrepresentable: 'any' },
    override: ({ jsonSchema }) => {
      delete jsonSchema.default
    },
  })
}
