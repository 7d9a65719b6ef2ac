import 'server-only'
import '@/lib/schemas/messages'
import { lossHeader, lossInHeader } from '@/lib/inner-headers'
import { tokenScopeLabels, type TokenScope } from '@/lib/schemas/token'
import { keysOf } from '@/lib/schemas/words'
import { openApiToken, type ApiCaller } from '../auth/api-caller'
import type { Answer, Call, Endpoint } from './endpoint'
import { endpoints } from './endpoints/index'
import { once } from './once'
import { openApiDocument } from './openapi'
import { problem, problemOf } from './problem'
import { failed, json, notAllowed } from './responses'

const API_ROOT = '/api/v1'

const LONGEST_KEY = 200
/** Answers a program's request: a token, one of the endpoints, JSON both ways. */
export async function serveApi(request: Request, now = new Date()): Promise<Response> {
  const { pathname } = new URL(request.url)
  const path = pathname.slice(API_ROOT.length)
  if (path === '/openapi.json')
    return request.method === 'GET' ? json(200, openApiDocument()) : notAllowed(['GET'])
  const found = endpoints.filter(({ path: pattern }) => partsOf(pattern, path))
  if (found.length === 0) return failed(problem(404, 'There is no such endpoint.'))
  const endpoint = found.find(({ method }) => method === request.method)
  if (!endpoint) return notAllowed(found.map(({ method }) => method))
  const caller = await openApiToken(request.headers.get('authorization'), now)
  if (!caller)
    return failed(
      problem(401, 'Send an API token that is still valid: Authorization: Bearer, then the token.'),
      [['www-authenticate', 'Bearer']],
    )
  const limits = limitHeaders(caller)
  const response = await answered(
    request,
    endpoint,
    caller,
    partsOf(endpoint.path, path) ?? {},
    now,
  )
  for (const [name, value] of limits) response.headers.set(name, value)
  return response
}

async function answered(
  request: Request,
  endpoint: Endpoint,
  { viewer, scope, limit }: ApiCaller,
  params: Record<string, string>,
  now: Date,
): Promise<Response> {
  if (!viewer)
    return failed(
      problem(429, `Too many requests with this token. Wait ${limit.seconds} seconds.`),
      [['retry-after', String(limit.seconds)]],
    )
  if (!allows(scope, endpoint.scope))
    return failed(problem(403, `This needs a token with the scope ${endpoint.scope}.`))
  try {
    const text = await request.text()
    const { searchParams } = new URL(request.url)
    const key = endpoint.method === 'GET' ? null : request.headers.get('idempotency-key')
    const call: Call = {
      ...{ viewer, params, query: searchParams, body: bodyOf(text) },
      ifMatch: versionIn(request.headers.get('if-match')),
    }
    if (key === null) return toResponse(endpoint, await endpoint.run(call))
    if (key === '' || key.length > LONGEST_KEY)
      throw new RangeError(`An Idempotency-Key has 1 to ${LONGEST_KEY} characters.`)
    const asked = [endpoint.method, request.url, request.headers.get('if-match') ?? '', text]
    return await once({ viewer, key, asked: asked.join('\n') }, now, async () =>
      toResponse(endpoint, await endpoint.run(call)),
    )
  } catch (error) {
    return failed(problemOf(error))
  }
}

function partsOf(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    const value = given[index] ?? ''
    if (name === undefined && part !== value) return null
    if (name !== undefined) params[name] = decoded(value)
  }
  return params
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

function allows(scope: TokenScope, needed: TokenScope): boolean {
  const scopes = keysOf(tokenScopeLabels)
  return scopes.indexOf(scope) >= scopes.indexOf(needed)
}

function bodyOf(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__') throw new RangeError('A field has a name that is not allowed.')
      return value
    })
  } catch (error) {
    throw error instanceof RangeError ? error : new RangeError('This is not JSON.')
  }
}

// A compressed answer has its tag in the weak form (scripts/server/compress.ts). Both name the version.
function versionIn(ifMatch: string | null): number | '*' | null {
  if (ifMatch === null) return null
  if (ifMatch.trim() === '*') return '*'
  const [, version] = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim()) ?? []
  return version === undefined ? 0 : Number(version)
}

function toResponse({ status }: Endpoint, answer: Answer): Response {
  if ('file' in answer) {
    const { body, size, loss } = answer.file
    return new Response(body, {
      headers: {
        'content-type': answer.type,
        'content-length': String(size),
        'content-disposition': `attachment; filename="${answer.name}"`,
        [lossHeader]: lossInHeader(loss),
        'cache-control': 'private, no-store',
      },
    })
  }
  const response = json(status, answer.body)
  if (answer.version !== undefined) response.headers.set('etag', `"${answer.version}"`)
  if (answer.location !== undefined) response.headers.set('location', API_ROOT + answer.location)
  return response
}

// As in draft-ietf-httpapi-ratelimit-headers.
function limitHeaders({ limit }: ApiCaller): [string, string][] {
  const { most, left, seconds, windowSeconds } = limit
  return [
    ['ratelimit-policy', `"token";q=${most};w=${windowSeconds}`],
    ['ratelimit', `"token";r=${left};t=${seconds}`],
  ]
}
