import { describe, expect, it } from 'vitest'
import type { Place } from '@/lib/search/places'
import { commandGroups } from './command-groups'

const ring: Place = { record: 'organization', id: '1', name: 'Ring', note: '', href: '/o/1' }
const rally: Place = { record: 'entry', id: '2', name: 'Rally at Ring', note: '13 Feb', href: '/e' }
const log = { id: 'log', name: 'Log an entry', href: '/new' }
const people = { id: 'people', name: 'All people', href: '/people' }

const shown = (typed: string, places: Place[]) =>
  commandGroups(typed, places, [log, people]).map(({ label, items }) => [
    label,
    ...items.map(({ name }) => name),
  ])

describe('the command bar', () => {
  it('offers recent pages before anything is typed, then all commands', () => {
    expect(shown(' ', [rally, ring])).toEqual([
      ['Recent', 'Rally at Ring', 'Ring'],
      ['Commands and pages', 'Log an entry', 'All people'],
    ])
  })

  it('offers what answers to the words by kind, and always a search', () => {
    expect(shown('ring', [rally, ring])).toEqual([
      ['Organizations', 'Ring'],
      ['Entries', 'Rally at Ring'],
      ['Search', 'Search everywhere for “ring”'],
    ])
    expect(shown('log', [])).toEqual([
      ['Commands and pages', 'Log an entry'],
      ['Search', 'Search everywhere for “log”'],
    ])
  })

  it('searches for exactly what was typed', () => {
    const [group] = commandGroups('a&b "c"', [], [])
    expect(new URL(group?.items[0]?.href ?? '', 'http://x').searchParams.get('q')).toBe('a&b "c"')
  })
})
