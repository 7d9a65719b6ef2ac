import { redirect } from 'next/navigation'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { idle, type FormState } from '@/lib/forms/state'
import { currentMember, findViewer } from './auth/session'
import type { SignedInMember } from './auth/session-store'
import { mint } from './auth/mint'
import type { Organizer } from './auth/viewer'
import { formAction, organizerAction } from './action'
import { ConflictError } from './conflict'
import { AppError } from './errors'

vi.mock('./auth/session', () => ({ findViewer: vi.fn(), currentMember: vi.fn() }))

const member = mint<Organizer>({
  ...{ kind: 'organizer', workspaceId: 'w', accountId: 'a', memberId: 'm', role: 'editor' },
})
const schema = z.strictObject({
  title: z.string().min(1, 'Give it a title.'),
  rows: z
    .array(z.strictObject({ name: z.string().max(3, 'Too long.'), note: z.string().optional() }))
    .max(5)
    .default([]),
})

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

const throwing = (error: unknown) =>
  formAction(z.looseObject({}), async () => {
    throw error
  })

beforeEach(() => {
  vi.mocked(findViewer).mockResolvedValue(member)
})

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a page of one workspace, while the browser is in another', () => {
  const settings = { theme: 'system', language: '', timeZone: '', weekStart: '' } as const
  const inBoth: SignedInMember = {
    ...{ viewer: member, accountName: 'Ana', workspaceName: 'Night shift', sessionId: 's' },
    ...{ signedInAt: new Date(0), codeAt: null, owesCodes: false, settings },
    otherWorkspaces: [{ id: 'other', name: 'Morning shift' }],
  }
  const sent = async (page: string) => {
    const handler = vi.fn(async () => 'Done.')
    const state = await organizerAction(schema, handler)(
      idle,
      form({ title: 'Long words', _workspace: page }),
    )
    return { state, called: handler.mock.calls.length }
  }

  beforeEach(() => {
    vi.mocked(currentMember).mockResolvedValue(inBoth)
  })

  it('writes into its own', async () => {
    expect(await sent('w')).toMatchObject({ state: { status: 'ok' }, called: 1 })
  })

  it('writes into no other, names both, and keeps what was typed', async () => {
    const { state, called } = await sent('other')
    expect(called).toBe(0)
    expect(state).toEqual({
      status: 'failed',
      message:
        'This page belongs to “Morning shift”, but this browser is now in “Night shift”. Nothing was saved. Go to “Morning shift” in another tab, then try again here.',
      values: { title: 'Long words' },
    })
  })

  it('of which one is no longer a member says so', async () => {
    const { state, called } = await sent('left')
    expect(called).toBe(0)
    expect('message' in state && state.message).toContain('no longer a member')
  })

  it('is looked at before a row is added too', async () => {
    const data = form({ title: 'T', _add: 'rows', _workspace: 'other' })
    expect(await organizerAction(schema, vi.fn())(idle, data)).toMatchObject({ status: 'failed' })
  })
})

describe('a member’s write', () => {
  it('gets the viewer, the checked input and the values', async () => {
    const handler = vi.fn(async () => 'Done.')
    const fields = { title: 'T', 'rows.0.name': '', 'rows.1.name': 'abc' }
    const state = await organizerAction(schema, handler)(idle, form(fields))
    expect(state).toEqual({ status: 'ok', message: 'Done.' })
    expect(handler).toHaveBeenCalledWith(member, { title: 'T', rows: [{ name: 'abc' }] }, fields)
  })

  it('writes a chosen reading into its field without saving, before script', async () => {
    const handler = vi.fn(async () => 'Done.')
    const fields = { title: 'T', 'rows.0.name': '2/3' }
    const data = form({ ...fields, _choose: 'rows.0.name=2 March 2026 = sure' })
    expect(await organizerAction(schema, handler)(idle, data)).toEqual({
      status: 'editing',
      values: { ...fields, 'rows.0.name': '2 March 2026 = sure' },
    })
    const unknown = form({ ...fields, _choose: 'other=x' })
    expect(await organizerAction(schema, handler)(idle, unknown)).toMatchObject({ values: fields })
    expect(handler).not.toHaveBeenCalled()
  })

  it('says that it is saved where the handler says nothing', async () => {
    const state = await organizerAction(schema, async () => undefined)(idle, form({ title: 'T' }))
    expect(state).toEqual({ status: 'ok', message: 'Saved.' })
  })

  it('is refused without a session, and keeps what was typed', async () => {
    vi.mocked(findViewer).mockResolvedValue(null)
    const handler = vi.fn(async () => undefined)
    const state = await organizerAction(schema, handler)(idle, form({ title: 'Long work' }))
    expect(state).toMatchObject({ status: 'failed', values: { title: 'Long work' } })
    expect(handler).not.toHaveBeenCalled()
  })

  it('may choose its schema by what was sent', async () => {
    const byKind = ({ kind }: Record<string, string | string[]>) =>
      z.strictObject({ kind: z.literal(kind === 'a' ? 'a' : 'b') })
    const handler = vi.fn(async () => undefined)
    await organizerAction(byKind, handler)(idle, form({ kind: 'a' }))
    expect(handler).toHaveBeenCalledWith(member, { kind: 'a' }, { kind: 'a' })
  })
})

describe('a form that is refused', () => {
  it('says so beside each field, by the row that was sent, and keeps all values', async () => {
    const fields = { title: '', 'rows.0.name': '', 'rows.2.name': 'abcd' }
    const state = await formAction(schema, async () => undefined)(idle, form(fields))
    expect(state).toEqual({
      status: 'invalid',
      message: 'Fix 2 problems to continue.',
      fieldErrors: { title: ['Give it a title.'], 'rows.2.name': ['Too long.'] },
      values: fields,
    })
  })

  it('puts what only the database knows beside its field too', async () => {
    const fields = { title: 'T', 'rows.1.name': 'abc' }
    const refusing = formAction(schema, async () => {
      throw new AppError('invalid', 'This name is taken.', ['rows', 0, 'name'])
    })
    expect(await refusing(idle, form(fields))).toMatchObject({
      status: 'invalid',
      message: 'Fix one problem to continue.',
      fieldErrors: { 'rows.1.name': ['This name is taken.'] },
      values: fields,
    })
  })

  it('never sends a password or a token back', async () => {
    const fields = { email: 'x', password: 'secret 1', newPassword: 'secret 2', token: 'secret 3' }
    const states: FormState[] = [
      await formAction(z.strictObject({}), async () => undefined)(idle, form(fields)),
      await throwing(new AppError('forbidden', 'No.'))(idle, form(fields)),
      await throwing(new ConflictError(2, []))(idle, form(fields)),
    ]
    for (const state of states) {
      expect(JSON.stringify(state)).not.toContain('secret')
      expect(state).toMatchObject({ values: { email: 'x' } })
    }
  })

  it.each([
    '__proto__',
    '__proto__[]',
    'constructor[]',
    'a[__proto__]',
    'a.__proto__.b',
    'constructor.x',
  ])('has the name %s', async (name) => {
    const handler = vi.fn(async () => undefined)
    const data = form({ title: 'T' })
    data.append(name, 'x')
    expect((await formAction(schema, handler)(idle, data)).status).toBe('failed')
    expect(handler).not.toHaveBeenCalled()
  })

  it('has more than 4,000 fields', async () => {
    const many = Object.fromEntries(Array.from({ length: 4_001 }, (_, n) => [`f${n}`, 'x']))
    expect(await throwing(new Error('not reached'))(idle, form(many))).toEqual({
      ...{ status: 'failed', message: 'The form has too many fields.', values: {} },
    })
  })
})

describe('a form that asks for a row', () => {
  it('gets it without being checked or saved', async () => {
    const handler = vi.fn(async () => undefined)
    const fields = { title: '', 'rows.0.name': 'typed', _add: 'rows' }
    const state = await organizerAction(schema, handler)(idle, form(fields))
    expect(state).toMatchObject({
      status: 'editing',
      values: { 'rows.0.name': 'typed', 'rows.1._row': '' },
    })
    expect(handler).not.toHaveBeenCalled()
  })
})

describe('a handler that throws', () => {
  const values = { title: 'Kept' }

  it.each(['not_found', 'conflict', 'forbidden', 'unavailable'] as const)(
    '%s says its sentence',
    async (code) => {
      const state = await throwing(new AppError(code, 'A sentence.'))(idle, form(values))
      expect(state).toEqual({ status: 'failed', message: 'A sentence.', values })
    },
  )

  it('a conflict gives both texts and the version', async () => {
    const conflicts = [{ field: 'title', label: 'Title', yours: 'Kept', theirs: 'Other' }]
    const state = await throwing(new ConflictError(7, conflicts))(idle, form(values))
    expect(state).toMatchObject({ status: 'conflict', conflicts, version: 7, values })
  })

  it.each([
    ['P2002', /same name was saved/],
    ['P2024', /Too much is being saved/],
    ['P2028', /Too much is being saved/],
  ])('the database’s %s says what to do', async (code, message) => {
    const error = Object.assign(new Error('unique constraint "secret_table"'), { code })
    const state = await throwing(error)(idle, form(values))
    expect(state).toMatchObject({
      status: 'failed',
      values,
      message: expect.stringMatching(message) as string,
    })
    expect(JSON.stringify(state)).not.toContain('secret_table')
  })

  it('anything else gives a reference that stands in the log, and no detail', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const error = new Error('select * from secret_table failed')
    const state = await throwing(error)(idle, form(values))
    if (state.status !== 'failed') throw new Error(`It is ${state.status}.`)
    const reference = /reference (\w{8})\./.exec(state.message)?.[1]
    expect(log).toHaveBeenCalledWith(`[${reference}]`, error)
    expect(JSON.stringify(state)).not.toContain('secret_table')
    expect(state.values).toEqual(values)
  })

  it('a redirect goes through', async () => {
    const leaving = formAction(z.looseObject({}), async () => redirect('/campaigns'))
    await expect(leaving(idle, form(values))).rejects.toMatchObject({
      digest: expect.stringContaining('NEXT_REDIRECT') as string,
    })
  })
})
