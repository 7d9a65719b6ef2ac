import 'server-only'
import type { z } from 'zod'
import type { TokenScope } from '@/lib/schemas/token'
import type { ApiCaller } from '../auth/api-caller'
import type { Spooled } from '../exports/spool'
import { AppError } from '../errors'
import { InvalidInput, StaleVersion } from './problem'

type ProgramViewer = NonNullable<ApiCaller['viewer']>

/** What an endpoint is asked. */
export type Call = {
  viewer: ProgramViewer
  /** What stands in the places of the path, by their names. */
  params: Record<string, string>
  query: URLSearchParams
  /** The JSON that was sent; undefined for none. */
  body: unknown
  /** The version that the program has read, 0 for none of ours, `*` for any, null where it does not say. */
  ifMatch: number | '*' | null
}

/** What an endpoint answers: a body with the version of its record if it has one, or a file. */
export type Answer =
  | { body: unknown; version?: number; location?: string }
  | { file: Spooled; name: string; type: string }

/** A schema with the name that it has in the OpenAPI document: one of ours, or JSON Schema already. */
export type Named =
  { name: string; schema: z.ZodType } | { name: string; json: () => Record<string, unknown> }

/** One thing that a program may do. Routes, the OpenAPI document and its checks are made of these. */
export type Endpoint = {
  /** A name that no other has, as generated clients call it. */
  name: string
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below /api/v1, with the names of its variable parts in braces. */
  path: string
  group: string
  summary: string
  /** What a token must allow at least. */
  scope: TokenScope
  /** What may stand in the query, each with what it means. */
  query?: Record<string, string>
  body?: Named
  /** Whether If-Match is asked for, or obeyed where it is there. */
  ifMatch?: 'required' | 'obeyed'
  status: 200 | 201 | 202
  /** What it answers; null for a file. */
  answer: Named | null
  run: (call: Call) => Promise<Answer>
}

/** The part of a path by its name. */
export function param({ params }: Call, name: string): string {
  return params[name] ?? ''
}

/**
 * What a program sent, checked by the schema that the form has.
 *
 * @throws InvalidInput with the sentences of the form, each with where it belongs.
 */
export function checkedBody<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new InvalidInput(parsed.error.issues)
}

/**
 * The fields of a record with what a program changes of them: what it names is replaced as a whole,
 * null empties it (RFC 7396), and all else stays.
 *
 * @throws AppError `invalid` for what is no object.
 */
export function patched(current: Record<string, unknown>, body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new AppError('invalid', 'Send a JSON object with the fields that change.')
  const all = { ...current, ...body }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null))
}

/**
 * The version to change: the one that the program has read.
 *
 * @throws StaleVersion where it is said nowhere.
 */
export function versionToChange({ ifMatch }: Call, current: number): number {
  if (ifMatch === null) throw new StaleVersion('missing', current)
  if (ifMatch === 0) throw new StaleVersion('stale', current)
  return ifMatch === '*' ? current : ifMatch
}

/**
 * Lets a program go on that says no version, or the one that the record has.
 *
 * @throws StaleVersion for another.
 */
export function requireVersion({ ifMatch }: Call, current: number): void {
  if (ifMatch !== null && ifMatch !== '*' && ifMatch !== current)
    throw new StaleVersion('stale', current)
}

/** A number in the query within bounds, or what stands for none. */
export function numberIn(query: URLSearchParams, name: string, none: number, most: number): number {
  const text = query.get(name)
  if (text === null) return none
  if (/^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text)
  throw new AppError('invalid', `Give a number from 1 to ${most} for ${name}.`, [name])
}
