import { beforeAll, expect, it, vi } from 'vitest'
import { withPassword } from '@/server/auth/change-email-test-support'
import { openSession } from '@/server/auth/session-store'
import { useTestDatabase as inTestDatabase } from '@/server/auth/test-support'
import { eventsIn } from '@/server/testing/events'
import {
  actionAnswer,
  callAction,
  everyAction,
  learnGates,
  type Gates,
} from './called-by-strangers-test-support'
import { thrown } from './who-gets-what-test-support'
import { inWords, leaksIn, wordsOf, type Asked } from './who-gets-what-told-test-support'
import { newAskers } from './who-gets-what-world-test-support'

inTestDatabase()

const { asker, gates } = await vi.hoisted(async () => {
  const { AsyncLocalStorage } = await import('node:async_hooks')
  const none: Gates = { by: new Map(), last: null }
  return { asker: new AsyncLocalStorage<string | null>(), gates: none }
})
vi.mock('@/server/action', async (original) => {
  const real = await original<typeof import('@/server/action')>()
  const noted = (action: unknown, bound: unknown, schema: unknown) => {
    gates.last = { bound, schema }
    gates.by.set(action, gates.last)
    return action
  }
  return {
    ...real,
    organizerAction: (...all: Parameters<typeof real.organizerAction>) =>
      noted(real.organizerAction(...all), null, all[0]),
    formAction: (...all: Parameters<typeof real.formAction>) =>
      noted(real.formAction(...all), null, all[0]),
    boundAction: (...all: Parameters<typeof real.boundAction>) =>
      noted(real.boundAction(...all), all[0], all[1]),
  }
})
vi.mock('next/headers', () => ({
  cookies: () => {
    const token = asker.getStore()
    return Promise.resolve({
      get: () => (token ? { value: token } : undefined),
      set: () => undefined,
      delete: () => undefined,
    })
  },
  headers: () => Promise.resolve(new Headers()),
}))
vi.mock('next/cache', () => ({ refresh: () => undefined, revalidatePath: () => undefined }))

const asked: Asked[] = []
let words: Awaited<ReturnType<typeof wordsOf>>
let changed: { who: string; events: number }[]

beforeAll(async () => {
  const askers = await newAskers()
  words = await wordsOf(askers)
  const actions = await everyAction()
  await asker.run(null, () => learnGates(actions, gates))
  changed = []
  const strangers = askers.members.filter(({ name }) =>
    ['nobody', 'suspended', 'elsewhere', 'outside'].includes(name),
  )
  for (const { name: who, accountId, cookie, of } of strangers) {
    const before = await eventsIn(of)
    if (accountId !== null) await withPassword({ accountId })
    for (const action of actions) {
      // One of them signs out, and others end what was signed in.
      const session = accountId === null ? null : await openSession(accountId)
      const ask = () => callAction(action, of, { askers, gates })
      const answer = await asker
        .run(who === 'suspended' ? cookie : (session?.token ?? null), ask)
        .then(actionAnswer, (error: unknown) => {
          const said = thrown(error)
          return { said, own: '', all: said }
        })
      const route = `${action.file.replace(/\.tsx?$/, '')}.${action.name}`
      asked.push({ route, who, answer })
    }
    changed.push({ who, events: (await eventsIn(of)) - before })
  }
})

it('answers them as called-by-strangers.txt says', async () => {
  const routes = new Map<string, Map<string, string[]>>()
  for (const { route, who, answer } of asked) {
    const answers = routes.get(route) ?? new Map<string, string[]>()
    const said = inWords(answer, words)
    answers.set(said, [...(answers.get(said) ?? []), who])
    routes.set(route, answers)
  }
  const lines = [...routes].flatMap(([route, answers]) => [
    route,
    ...[...answers].map(([said, who]) => `  ${said}: ${who.join(', ')}`),
  ])
  await expect(`${HEAD}${lines.join('\n')}\n`).toMatchFileSnapshot('called-by-strangers.txt')
})

it('tells them nothing of what is kept from them', () => {
  expect(leaksIn(asked, words)).toEqual([])
})

it('changes nothing where they have no rights', () => {
  expect(changed.filter(({ events }) => events > 0)).toEqual([])
  expect(changed).toHaveLength(4)
})

const HEAD = `What each action answers to whom it should do nothing for, called with records of a campaign that is not theirs.
Made by npx vitest run app/called-by-strangers.test.ts -u: read the difference.
Somebody suspended has an open tab; elsewhere is the owner of another workspace; outside is an editor whom the
restricted campaign that is asked for does not name.

`
