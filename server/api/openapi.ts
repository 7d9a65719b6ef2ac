import 'server-only'
import { z } from 'zod'
import { tokenScopeLabels } from '@/lib/schemas/token'
import type { Endpoint, Named } from './endpoint'
import { endpoints } from './endpoints/index'
import { inputSchema } from './input-schema'

type Json = Record<string, unknown>

const PROBLEM = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('What went wrong, in the words that a form would show.'),
  errors: z
    .array(z.object({ pointer: z.string(), detail: z.string() }))
    .max(4_000)
    .optional()
    .describe('Which fields are wrong, by JSON pointers into what was sent.'),
  version: z.int().optional().describe('The version that the record has now.'),
  conflicts: z
    .array(
      z.object({ field: z.string(), label: z.string(), yours: z.string(), theirs: z.string() }),
    )
    .max(4_000)
    .optional(),
  alike: z.array(z.record(z.string(), z.string())).max(100).optional(),
})

let made: Json | undefined

/** The OpenAPI 3.1 document of all endpoints, made from the schemas that check what is sent. */
export function openApiDocument(): Json {
  made ??= {
    openapi: '3.1.1',
    info: {
      title: 'Throughline',
      version: '1',
      description:
        'The campaign record as an API. Every request sends a token; writes go through the same checks as the forms.',
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    tags: [...new Set(endpoints.map(({ group }) => group))].map((name) => ({ name })),
    paths: pathsOf(endpoints),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: schemasOf(endpoints),
      responses: {
        Problem: {
          description: 'What went wrong.',
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          },
        },
      },
    },
  }
  return made
}

function pathsOf(all: readonly Endpoint[]): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of all)
    (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operationOf(endpoint)
  return paths
}

function operationOf(endpoint: Endpoint): Json {
  const { name, group, summary, scope, body, status, answer } = endpoint
  const content = answer
    ? { 'application/json': { schema: ref(answer) } }
    : { '*/*': { schema: { type: 'string', format: 'binary' } } }
  return {
    operationId: name,
    tags: [group],
    summary,
    description: `Needs a token with the scope ${scope}: ${tokenScopeLabels[scope].toLowerCase()}.`,
    parameters: parametersOf(endpoint),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: ref(body) } } },
    }),
    responses: {
      [status]: {
        description: 'Done.',
        ...(hasVersion(endpoint) && { headers: { ETag: { schema: { type: 'string' } } } }),
        content,
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

function hasVersion({ ifMatch, method, answer }: Endpoint): boolean {
  return answer?.name !== 'Done' && (ifMatch !== undefined || method === 'POST')
}

function parametersOf({ path, query = {}, method, ifMatch }: Endpoint): Json[] {
  const text = { type: 'string' }
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: text },
  }))
  const inQuery = Object.entries(query).map(([name, description]) => ({
    ...{ name, in: 'query', description, schema: text },
  }))
  const key = {
    ...{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 200 } },
    description: 'Of the same request sent twice with one key within a day, one is worked on.',
  }
  const version = {
    ...{ name: 'If-Match', in: 'header', required: ifMatch === 'required', schema: text },
    description: 'The ETag of the version that was read.',
  }
  return [...inPath, ...inQuery, ...(ifMatch ? [version] : []), ...(method === 'GET' ? [] : [key])]
}

function schemasOf(all: readonly Endpoint[]): Json {
  const schemas: Json = { Problem: jsonSchema(PROBLEM, 'output') }
  for (const { body, answer } of all) {
    if (body) schemas[body.name] = jsonOf(body, 'input')
    if (answer) schemas[answer.name] = jsonOf(answer, 'output')
  }
  return schemas
}

function jsonOf(named: Named, io: 'input' | 'output'): Json {
  return 'json' in named ? named.json() : jsonSchema(named.schema, io)
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const made =
    io === 'input' ? inputSchema(schema) : z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  const { $schema: _dialect, ...json } = made
  return json
}

function ref({ name }: Named): Json {
  return { $ref: `#/components/schemas/${name}` }
}
