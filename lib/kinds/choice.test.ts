import { describe, expect, it } from 'vitest'
import { kindGroups } from './choice'
import { formKinds } from './form'
import { entryKinds } from './names'

const kinds = formKinds()
const first = (asked: string, used: Parameters<typeof kindGroups>[1] = []) =>
  kindGroups(kinds, used, asked)[0]?.kinds[0]

describe('the list of kinds', () => {
  it('has each kind once by lane, after those that the campaign uses most', () => {
    const [most, ...lanes] = kindGroups(kinds, ['picket', 'news'], '')
    expect(most).toEqual({ heading: 'Most used in this campaign', kinds: ['picket', 'news'] })
    expect(lanes.map(({ heading }) => heading)).toEqual([
      ...['Action', 'Response', 'Outcome', 'Background'],
    ])
    expect(lanes.flatMap((lane) => lane.kinds).toSorted()).toEqual([...entryKinds].toSorted())
    expect(kindGroups(kinds, [], '')).toEqual(lanes)
  })

  it.each([
    ['ral', 'rally'],
    ['Strike', 'strike'],
    ['press', 'press_conference'],
    ['conf', 'press_conference'],
    ['contract', 'contract_change'],
    ['no reply', 'no_reply'],
  ])('finds by %j first %s', (asked, kind) => {
    expect(first(asked)).toBe(kind)
  })

  it('finds by what explains a kind, and puts what is used before the rest', () => {
    for (const kind of entryKinds) {
      const [word = ''] = kinds[kind].hint
        .toLowerCase()
        .split(/[^a-z]+/)
        .filter((w) => w.length > 4)
      const found = kindGroups(kinds, [], word).flatMap((group) => group.kinds)
      if (word !== '') expect(found).toContain(kind)
    }
    expect(first('p')).not.toBe('petition')
    expect(first('p', ['petition'])).toBe('petition')
  })

  it('finds nothing by words that stand nowhere', () => {
    expect(kindGroups(kinds, ['rally'], 'xylophone')).toEqual([])
  })
})
