import { expect, it } from 'vitest'
import { readingOf } from '@/app/s/link-page'
import { filterParams, type TimelineFilter } from '@/lib/timeline/filters'
import { mint } from './mint'
import { cachingHeaders, sharedParameters } from './share-caching'
import type { ShareReader } from './viewer'

it('knows every parameter that a filter has', () => {
  const everything = {
    text: 'x',
    lanes: ['action'],
    kinds: ['rally'],
    organizations: ['x'],
    people: ['x'],
    demands: [1],
    tags: ['x'],
    places: ['x'],
    from: '2026',
    to: '2027',
    certainty: ['exact'],
    sourced: true,
    checks: ['yes'],
    statuses: ['published'],
  } satisfies Required<TimelineFilter>
  const names = [...new Set(filterParams(everything).keys())]
  expect(names).toHaveLength(Object.keys(everything).length)
  for (const name of names) expect(sharedParameters).toContain(name)
})

it('knows every parameter by which a page of a link is read', () => {
  const asked = new Set<string>()
  const noting = new Proxy(new URLSearchParams(), {
    get: (params, name) => {
      const value: unknown = Reflect.get(params, name)
      if (typeof value !== 'function') return value
      return (...all: unknown[]): unknown => {
        if (typeof all[0] === 'string') asked.add(all[0])
        return Reflect.apply(value, params, all)
      }
    },
  })
  readingOf(noting)
  expect(asked.size).toBeGreaterThan(10)
  expect(sharedParameters).toEqual(expect.arrayContaining([...asked]))
})

it('tells nothing to anybody but the server in front', () => {
  const reader = mint<ShareReader>({
    ...{ kind: 'share', workspaceId: 'w', campaignId: 'c', shareLinkId: 's', lens: 'press' },
  })
  const link = { tokenHash: Buffer.alloc(32), reader, expiresAt: null }
  const asked = (headers: Record<string, string>) =>
    cachingHeaders(new Request('http://127.0.0.1:3000/s/x', { headers }), link)
  expect(asked({})).toEqual({})
  expect(asked({ 'x-throughline-fill': '1' })).toMatchObject({
    'x-throughline-workspace': 'w',
    'x-throughline-expires': 'never',
  })
})
