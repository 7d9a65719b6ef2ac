import { describe, expect, it } from 'vitest'
import { lensInWords, type LensCount } from './lens-words'

const count = (more: Partial<LensCount> = {}): LensCount => ({
  ...{ lens: 'public', entries: 5 },
  ...{ people: { named: 2, initials: 0, roleOnly: 0 }, places: { exact: 3, town: 0 } },
  ...more,
})

describe('what a lens would show', () => {
  it.each([
    [
      { all: 6, published: 5 },
      count(),
      'Shows 5 of 6 entries; 1 is not published yet. Names 2 people. Shows 3 places in full.',
    ],
    [
      { all: 9, published: 8 },
      count({ people: { named: 0, initials: 1, roleOnly: 2 }, places: { exact: 1, town: 2 } }),
      'Shows 5 of 9 entries; 1 is not published yet; 3 are left out by kind. Names nobody, 1 by initials, 2 by role only. Shows 1 place in full, and 2 by town only.',
    ],
    [
      { all: 5, published: 5 },
      count({ people: { named: 1, initials: 0, roleOnly: 0 }, places: { exact: 0, town: 1 } }),
      'Shows all 5 entries. Names 1 person. Shows 1 place, by town only.',
    ],
    [{ all: 2, published: 0 }, count({ entries: 0 }), 'Shows no entries; 2 are not published yet.'],
    [
      { all: 1, published: 1 },
      count({ entries: 1, places: { exact: 0, town: 0 } }),
      'Shows the one entry. Names 2 people. Shows no places.',
    ],
    [{ all: 0, published: 0 }, count({ entries: 0 }), 'Shows no entries.'],
  ])('is told in numbers of this record', (of, shown, words) => {
    expect(lensInWords(of, shown)).toBe(words)
  })
})
