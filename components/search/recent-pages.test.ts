import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetPages, recentPages, rememberPage } from './recent-pages'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
    removeItem: (name: string) => kept.delete(name),
  })
})
afterEach(() => vi.unstubAllGlobals())

const PERSON = '/people/0190a1b2-0000-7000-8000-000000000001'

it('remembers the pages of records alone, the latest first', () => {
  for (const path of ['/campaigns/cut-the-ties', '/members', PERSON, '/campaigns/cut-the-ties'])
    rememberPage(path)
  expect(recentPages()).toEqual(['/campaigns/cut-the-ties', PERSON])
})

it('forgets all of them', () => {
  rememberPage(PERSON)
  forgetPages()
  expect(recentPages()).toEqual([])
})
