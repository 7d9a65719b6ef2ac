import { expect, it, vi } from 'vitest'
import { idle, type FormAction, type FormState } from '@/lib/forms/state'
import { notSaved } from '@/lib/not-saved'
import { guarded } from './guarded-action'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}
const saving = () => vi.fn<FormAction>(() => Promise.resolve({ status: 'ok', message: 'Saved.' }))

it('never sends what was typed before along', async () => {
  const action = saving()
  const before: FormState = { status: 'failed', message: '', values: { title: 'x'.repeat(2_000) } }
  await guarded(action)(before, form({ title: 'short' }))
  expect(action).toHaveBeenCalledExactlyOnceWith(idle, expect.any(FormData))
})

it('sends nothing while a chosen photo is not added, which would be lost', async () => {
  const action = saving()
  const state = await guarded(action)(idle, form({ title: 'A rally', _photo: 'chosen' }))
  expect(action).not.toHaveBeenCalled()
  expect(state).toMatchObject({ status: 'invalid', values: { title: 'A rally' } })
  expect('fieldErrors' in state && state.fieldErrors._photo?.[0]).toContain('not added yet')
})

it('says beside the longest field what is too long to be sent', async () => {
  const action = saving()
  const sent = form({ title: 'A rally', summary: 'é'.repeat(600_000) })
  const state = await guarded(action)(idle, sent)
  expect(action).not.toHaveBeenCalled()
  expect(state).toMatchObject({ status: 'invalid', values: { title: 'A rally' } })
  expect('fieldErrors' in state && Object.keys(state.fieldErrors)).toEqual(['summary'])
})

it('keeps what was typed where no answer comes', async () => {
  const action: FormAction = () => Promise.reject(new TypeError('Failed to fetch'))
  const state = await guarded(action)(idle, form({ title: 'A rally' }))
  expect(state).toMatchObject({ status: 'failed', values: { title: 'A rally' } })
})

it('says what the server says of a full disk, and keeps what was typed', async () => {
  const action: FormAction = () => Promise.reject(new Error(`${notSaved.full}\n`))
  const state = await guarded(action)(idle, form({ title: 'A rally' }))
  expect(state).toMatchObject({
    message: expect.stringContaining('The disk of the server is full') as string,
    values: { title: 'A rally' },
  })
})
