import 'server-only'
import Ajv from 'ajv/dist/2020'
import { tokenSchema } from '@/lib/schemas/token'
import { openApiDocument } from './openapi'
import { serveApi } from './serve'
import { makeToken } from '../auth/api-tokens'
import type { Organizer } from '../auth/viewer'

type Json = Record<string, unknown>

/** What a program was answered; `json` is what the body holds, or null where it is a file. */
export type Answered = { status: number; headers: Headers; json: Json; text: string }

/** What a program asks: `at` is the path below /api/v1 with its query. */
type Asked = {
  method?: string
  body?: unknown
  headers?: Record<string, string>
  now?: Date
}

/** A program that asks with one token; each answer is compared with the OpenAPI document. */
export type Program = { token: string; ask: (at: string, asked?: Asked) => Promise<Answered> }

/** A program of a member's, with a new token. */
export async function programOf(member: Organizer, fields: Json = {}): Promise<Program> {
  const input = tokenSchema.parse({ name: 'Test script', scope: 'publish', ...fields })
  const { token } = await makeToken(member, input)
  return { token, ask: (at, asked) => ask(token, at, asked) }
}

async function ask(
  token: string,
  at: string,
  { method = 'GET', body, headers = {}, now }: Asked = {},
): Promise<Answered> {
  const response = await serveApi(
    new Request(`http://127.0.0.1:3000/api/v1${at}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
    now,
  )
  const text = await response.text()
  const isJson = /^application\/(problem\+)?json\b/.test(response.headers.get('content-type') ?? '')
  const json = isJson ? (JSON.parse(text) as Json) : {}
  const { status } = response
  const trouble = misfit({ method, path: at.split('?')[0] ?? '', status, json, isJson })
  if (trouble) throw new Error(`${method} ${at} answered ${status}: ${trouble}\n${text}`)
  return { status, headers: response.headers, json, text }
}

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })

/** How an answer differs from what the document says of it; null where it does not. */
export function misfit(answer: {
  method: string
  path: string
  status: number
  json: unknown
  isJson: boolean
}): string | null {
  const { method, path, status, json, isJson } = answer
  const document = openApiDocument() as { paths: Record<string, Record<string, Operation>> }
  const pattern = Object.keys(document.paths).find((one) => matches(one, path))
  const operation = pattern && document.paths[pattern]?.[method.toLowerCase()]
  if (!operation) return status === 404 || status === 405 ? null : 'is in no document'
  const said = operation.responses[status]
  if (!said && status < 400) return 'has a status that the document does not know'
  if (!said) return complaints('#/components/schemas/Problem', json)
  const schema = said.content['application/json']?.schema.$ref
  if (!schema) return isJson && !path.endsWith('/json') ? 'is no file' : null
  return complaints(schema, json)
}

type Operation = {
  responses: Record<string, { content: Record<string, { schema: { $ref?: string } }> }>
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)
}

function complaints(ref: string, value: unknown): string | null {
  const check =
    ajv.getSchema(`openapi${ref}`) ??
    ajv.addSchema({ ...openApiDocument(), $id: 'openapi' }).getSchema(`openapi${ref}`)
  if (!check) return `names no schema: ${ref}`
  return check(value) ? null : ajv.errorsText(check.errors)
}
