import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { idle, type FormState } from '@/lib/forms/state'
import { entrySchema } from '@/lib/schemas/entry'
import { findViewer } from '@/server/auth/session'
import { mint } from '@/server/auth/mint'
import type { Organizer } from '@/server/auth/viewer'
import { logEntry } from './(organizer)/campaigns/[slug]/entries/actions'

type Action = (bound: unknown, previous: FormState, formData: FormData) => Promise<FormState>
/** Every action to which a page binds something, as it is made, and the schema of what is bound. */
const made = vi.hoisted(() => new Map<unknown, z.ZodObject>())

vi.mock('@/server/auth/session', () => ({ findViewer: vi.fn() }))
vi.mock('@/server/action', async (importOriginal) => {
  const original = await importOriginal<typeof import('@/server/action')>()
  const boundAction = (...all: Parameters<typeof original.boundAction>) => {
    const action = original.boundAction(...all)
    if (all[0] instanceof z.ZodObject) made.set(action, all[0])
    return action
  }
  return { ...original, boundAction }
})

const id = '0199d0c2-7c1e-7b3a-9f52-2f6f2d8f4a11'
/** What a page binds, by name. */
const usual: Record<string, unknown> = {
  ...{ slug: 'spheres', today: '2026-02-13', number: 1, record: 'person' },
  ...{ until: '2026-02-13T12:00:00.000Z' },
  ...{ id, campaignId: id, survivorId: id, duplicateId: id },
  ...{ home: '/people', here: '/campaigns/spheres/table?q=x', back: '/people', trash: '/trash' },
}

const nested = Array.from({ length: 2_000 }).reduce<unknown>((inner) => [inner], 'x')
const wrong: [what: string, value: unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['an empty text', ''],
  ['a list of what is right', 'list'],
  ['an object that says what is right', 'object'],
  ['an empty list', []],
  ['an empty object', {}],
  ['true', true],
  ['a number that is none', NaN],
  ['infinity', Infinity],
  ['a negative number', -1],
  ['a fraction', 0.5],
  ['a big number', 10n ** 30n],
  ['a megabyte', 'x'.repeat(1_000_000)],
  ['a zero character', 'spheres\0'],
  ['a line break', '2026-02-13\n'],
  ['another site', '//evil.example/2026-02-13'],
  ['an address of another site', 'https://evil.example/'],
  ['a date', new Date(0)],
  ['lists in lists', nested],
]
const inPlace = (value: unknown, right: unknown) =>
  value === 'list' ? [right] : value === 'object' ? { toString: () => String(right) } : value

const member = mint<Organizer>({
  ...{ kind: 'organizer', workspaceId: id, accountId: id, memberId: id, role: 'owner' },
})
const form = () => {
  const data = new FormData()
  data.append('typed', 'words')
  return data
}

const modules: [name: string, exported: Record<string, unknown>][] = []
beforeAll(async () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => name.endsWith('actions.ts'))) {
    const exported = (await import(join(process.cwd(), 'app', file))) as Record<string, unknown>
    modules.push([file, exported])
  }
})
beforeEach(() => vi.mocked(findViewer).mockResolvedValue(member))

const boundActions = () =>
  modules.flatMap(([, exported]) =>
    Object.entries(exported).flatMap(([name, action]) => {
      const schema = made.get(action)
      return schema ? [{ name, action: action as Action, keys: Object.keys(schema.shape) }] : []
    }),
  )

const refused = {
  status: 'failed',
  message: expect.stringMatching(/is out of date/) as string,
}

describe('an action to which a page binds something', () => {
  it('goes through the gate that parses it, wherever it is', () => {
    expect(boundActions().length).toBeGreaterThanOrEqual(20)
    for (const [file, exported] of modules) {
      for (const [name, action] of Object.entries(exported)) {
        const takes = (action as Action).length
        expect(made.has(action) || takes <= 2, `${name} in ${file}`).toBe(true)
      }
    }
  })

  it.each(wrong)('refuses %s in place of each', async (_what, value) => {
    for (const { name, action, keys } of boundActions()) {
      const right = Object.fromEntries(keys.map((key) => [key, usual[key]]))
      for (const key of keys) {
        const bound = { ...right, [key]: inPlace(value, usual[key]) }
        const state = await action(bound, idle, form())
        expect(state, `${name}, ${key}`).toMatchObject({ ...refused, values: { typed: 'words' } })
      }
      expect(await action(inPlace(value, right), idle, form()), name).toMatchObject(refused)
    }
  })

  it('asks for the session first', async () => {
    vi.mocked(findViewer).mockResolvedValue(null)
    for (const { name, action } of boundActions()) {
      const state = await action({ today: ['2026-02-13'] }, idle, form())
      expect(state, name).toMatchObject({ message: expect.stringMatching(/signed out/) as string })
    }
  })
})

it('a day sent as a list changes dates for nobody else', async () => {
  const data = form()
  data.append('kind', 'rally')
  for (const viewer of [null, member]) {
    vi.mocked(findViewer).mockResolvedValue(viewer)
    const forged: Action = logEntry as Action
    await forged({ slug: 'spheres', today: ['2026-02-13'] }, idle, data)
  }
  const { date } = entrySchema('rally', '2026-02-13').shape
  expect(date.safeParse('13 Feb').success).toBe(true)
})

it('no schema is made for what is no day', () => {
  const list: unknown = ['2026-02-14']
  expect(() => entrySchema('rally', list as string)).toThrow()
  expect(entrySchema('rally', '2026-02-14').shape.date.safeParse('14 Feb').success).toBe(true)
})
