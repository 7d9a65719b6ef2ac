import { expect, it } from 'vitest'
import { documentAt } from './address'

const headers = { accept: 'text/html,application/xhtml+xml' }
const at = (url: string, more: object = {}) => documentAt({ method: 'GET', url, headers, ...more })

it('is for pages that one reads', () => {
  for (const page of ['story', 'table', 'calendar', 'print', 'demands', 'demands/4'])
    expect([page, at(`/campaigns/a/${page}`)]).toEqual([page, 'later'])
  expect(at('/campaigns/a/entries/0190d5a0-0000-7000-8000-000000000001')).toBe('later')
  expect(at('/campaigns/a/story?q=rally&open=x')).toBe('later')
  for (const drawing of ['lanes', 'map', 'plots'])
    expect([drawing, at(`/campaigns/a/${drawing}?from=2026`)]).toEqual([drawing, 'now'])
})

it('is for none on which one writes, whose visit is noted, or that is shared', () => {
  for (const page of [
    ...['/campaigns', '/campaigns/a', '/campaigns/a/edit', '/campaigns/a/entries/new', '/s/x'],
    ...['/campaigns/a/entries/0190d5a0-0000-7000-8000-000000000001/edit', '/account'],
    ...['/campaigns/a/story/window', '/campaigns/a/import'],
  ])
    expect([page, at(page)]).toEqual([page, null])
})

it('is for a browser that opens a page, not for the app’s own script', () => {
  expect(at('/campaigns/a/story', { method: 'POST' })).toBeNull()
  expect(at('/campaigns/a/story?_rsc=1a2b')).toBeNull()
  expect(at('/campaigns/a/story', { headers: { ...headers, rsc: '1' } })).toBeNull()
  expect(at('/campaigns/a/story', { headers: { ...headers, 'next-action': 'x' } })).toBeNull()
  expect(at('/campaigns/a/story', { headers: {} })).toBeNull()
})
