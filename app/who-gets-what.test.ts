import { beforeAll, expect, it, vi } from 'vitest'
import { endpoints } from '@/server/api/endpoints/index'
import { serveApi } from '@/server/api/serve'
import type { Target } from '@/server/testing/target'
import { useTestDatabase as inTestDatabase } from '@/server/auth/test-support'
import { calledByActions } from './called-by-actions-test-support'
import { alikeIn, mayBeAlike, type Part } from './who-gets-what-alike-test-support'
import {
  formOf,
  paramsOf,
  paramsOfLink,
  queryOf,
  requestOf,
} from './who-gets-what-questions-test-support'
import {
  answerOf,
  methodsOf,
  responseAnswer,
  routeFiles,
  routeOf,
} from './who-gets-what-test-support'
import {
  countTelling,
  inWords,
  leaksIn,
  wordsOf,
  type Asked,
  type Words,
} from './who-gets-what-told-test-support'
import { newAskers, type Askers } from './who-gets-what-world-test-support'

inTestDatabase()

const asker = await vi.hoisted(async () => {
  const { AsyncLocalStorage } = await import('node:async_hooks')
  return new AsyncLocalStorage<string | null>()
})
vi.mock('next/headers', () => ({
  cookies: () => {
    const token = asker.getStore()
    return Promise.resolve({
      get: () => (token ? { value: token } : undefined),
      set: () => undefined,
    })
  },
  headers: () => Promise.resolve(new Headers()),
}))
vi.mock('next/cache', () => ({ refresh: () => undefined }))
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
  usePathname: () => '/',
}))

let askers: Askers
let words: Words
beforeAll(async () => {
  askers = await newAskers()
  words = await wordsOf(askers)
})

const files = (which: (route: string, file: string) => boolean) => () =>
  routeFiles().filter((file) => which(routeOf(file), file))
const isBehindSecret = (route: string) => /^\/(s|feeds)(\/|$)/.test(route)
const questions: Record<Part, () => Promise<Asked[]>> = {
  pages: () => askedOf(files((_route, file) => file.endsWith('page.tsx'))()),
  handlers: () =>
    askedOf(files((route, file) => file.endsWith('route.ts') && !isBehindSecret(route))()),
  links: () => askedOf(files(isBehindSecret)()),
  endpoints: askedOfApi,
}
const PARTS = Object.keys(questions) as Part[]
const answered = new Map<Part, Promise<Asked[]>>()

/** What everybody is answered by one part of the table, asked once. */
function answersOf(part: Part): Promise<Asked[]> {
  const answers = answered.get(part) ?? questions[part]()
  answered.set(part, answers)
  return answers
}

async function askedOf(some: string[]): Promise<Asked[]> {
  const asked: Asked[] = []
  for (const file of some)
    for (const method of await methodsOf(file)) asked.push(...(await askedOfFile(file, method)))
  return asked
}

async function askedOfFile(file: string, method: string): Promise<Asked[]> {
  const route = routeOf(file)
  const ask = async (
    who: string,
    {
      params,
      ...more
    }: { params: Record<string, string>; cookie?: string | null; of?: Target; secret?: string },
  ): Promise<Asked> => {
    const { cookie = null, of, secret } = more
    const query = writes(method) ? '' : queryOf(route, of)
    const form = writes(method) ? await formOf(route, of, secret) : undefined
    const asking = { file, method, params, query, ...(form && { form }) }
    const answer = await asker.run(cookie, () => answerOf(asking))
    return { route: `${method} ${route}`, who, answer }
  }
  const { members, links, feeds } = askers
  const asking = isBehindSecret(route)
    ? route.startsWith('/feeds/')
      ? feeds.map(
          ({ name, secret }) =>
            () =>
              ask(name, { params: { file: `${secret}.ics` } }),
        )
      : links.map(
          (link) => () =>
            ask(link.name, { params: paramsOfLink(route, link, askers), secret: link.secret }),
        )
    : members.map(
        ({ name, cookie, of }) =>
          () =>
            ask(name, { params: paramsOf(route, of, askers), cookie, of }),
      )
  return all(asking, method)
}

async function askedOfApi(): Promise<Asked[]> {
  const asked: Asked[] = []
  for (const endpoint of endpoints) {
    const route = `${endpoint.method} /api/v1${endpoint.path}`
    const asking = askers.programs.map((program) => async () => {
      const answer = await responseAnswer(
        await serveApi(await requestOf(endpoint, program, askers)),
      )
      return { route, who: program.name, answer }
    })
    asked.push(...(await all(asking, endpoint.method)))
  }
  return asked
}

const writes = (method: string) => !/^(page|GET)$/.test(method)

/** What is only read is asked for all at once; what writes, one after the other. */
async function all<T>(asking: (() => Promise<T>)[], method: string): Promise<T[]> {
  if (!writes(method)) return Promise.all(asking.map((ask) => ask()))
  const answers: T[] = []
  for (const ask of asking) answers.push(await ask())
  return answers
}

it.each(PARTS)(
  '%s tell nobody what is kept from them, and strangers something else',
  async (part) => {
    const asked = await answersOf(part)
    expect(leaksIn(asked, words)).toEqual([])
    expect(alikeIn(asked, words).sort()).toEqual(mayBeAlike(part).sort())
    // Otherwise the words of the record might be some that nothing shows.
    expect(countTelling(asked, words)).toBeGreaterThanOrEqual(part === 'pages' ? 50 : 10)
  },
)

it('every page, handler, endpoint and action answers everybody as who-gets-what.txt says', async () => {
  const lines: string[] = []
  for (const part of PARTS) lines.push(HEADS[part], ...linesOf(await answersOf(part)))
  const text = [HEAD, ...lines, ACTIONS, ...calledByActions()]
  await expect(`${text.join('\n')}\n`).toMatchFileSnapshot('who-gets-what.txt')
})

it('a source without text says so, where its drafts would be', async () => {
  const { cookie, of } = askers.members.find(({ name }) => name === 'editor') ?? {}
  const params = { slug: of?.campaign.slug ?? '', id: of?.sourceId ?? '' }
  const file = '(organizer)/campaigns/[slug]/sources/[id]/capture/page.tsx'
  const asked = { file, method: 'page', params, query: '' }
  const { said } = await asker.run(cookie ?? null, () => answerOf(asked))
  expect(said).toBe('shown, “There is nothing to read yet”')
})

const HEAD = `What each page, handler, link and endpoint answers to whom: their status or where they lead, how many forms of a page
write, and what it says in place of something; “+ record” where words of the campaign stand in it, “+ notes” where private
notes, plans or rows of a file do, which no link shows, “+ directory” where names do that its whole workspace knows.
Made by npx vitest run app/who-gets-what.test.ts -u: read the difference.
Somebody suspended has an open tab; elsewhere is the owner of another workspace; outside is an editor whom the
restricted campaign that is asked for does not name.
`
const HEADS: Record<Part, string> = {
  pages: 'Pages\n',
  handlers: '\nHandlers, by the cookie of whoever asks\n',
  links: '\nLinks and calendars, by the secret in their address\n',
  endpoints: '\nEndpoints, by whose token\n',
}
const ACTIONS = `
Which queries and mutations each action calls, and whom they let in: at least this role, as server/access.test.ts
holds of each. What stands without a role lets in whoever knows a secret or a password, or asks for its own account.
`

/** Each route, with one line for each of its answers and those who get it. */
function linesOf(asked: Asked[]): string[] {
  const routes = new Map<string, Map<string, string[]>>()
  for (const { route, who, answer } of asked) {
    const answers = routes.get(route) ?? new Map<string, string[]>()
    const said = inWords(answer, words)
    routes.set(route, answers.set(said, [...(answers.get(said) ?? []), who]))
  }
  return [...routes].flatMap(([route, answers]) => [
    route,
    ...[...answers].map(([said, who]) => `  ${said}: ${who.join(', ')}`),
  ])
}
