import { describe, expect, it } from 'vitest'
import { read } from './news.test-support'

const lockouts = (text: string) =>
  read(text).drafts.flatMap(({ kind, organizations, details, date }) =>
    kind === 'lockout'
      ? [
          [
            ...organizations.map(({ name, part }) => `${name}: ${part}`),
            details.workersOut ?? '',
            date?.value.edtf,
          ],
        ]
      : [],
  )

describe('a lockout', () => {
  it.each<[string, (string | undefined)[]]>([
    [
      'Orbit Foods locked out 420 members of the Bakers Union on March 2, two days after they rejected a contract.',
      ['Orbit Foods: actor', 'Bakers Union: target', '420', '2026-03-02'],
    ],
    [
      'Some 1,500 mill workers were locked out by Orbit Foods on Monday. Their union says that talks broke down.',
      ['Orbit Foods: actor', '1500', '2026-03-02'],
    ],
    [
      'Bakers picketed Orbit Foods on Tuesday, the 19th day of a lockout that has idled the mill. The union wants talks with Orbit Foods.',
      ['Orbit Foods: actor', '', '2026-03-03'],
    ],
  ])('is a draft of its own in "%s"', (text, draft) => {
    expect(lockouts(text)).toEqual([draft])
  })

  it('stands behind what the workers did', () => {
    const text =
      'About 90 bakers picketed the gates on Tuesday. Orbit Foods locked out 420 union members on March 2.'
    expect(read(text).drafts.map(({ kind }) => kind)).toEqual(['picket', 'lockout'])
  })

  it.each([
    'Orbit Foods threatened to lock out 420 members of the Bakers Union.',
    'The union averted a lockout at Orbit Foods on Monday.',
    'The union says that drivers were locked out of their accounts by Orbit Foods.',
    'Orbit Foods said it had no plans for a lockout. The union called it the first lockout since 2013.',
    'Tenants were locked out by Orbit Homes on Monday.',
  ])('is none in "%s"', (text) => {
    expect(lockouts(text)).toEqual([])
  })
})

describe('the kind of an action', () => {
  it.each([
    ['Four people climbed the tower on Monday and hung a huge bedsheet from it.', 'direct_action'],
    [
      'Library staff vote for walkouts in row over branches\n\nMembers of the union voted by 87 per cent in favour of action on Monday.',
      'vote',
    ],
  ])('of "%s" is %s', (text, kind) => {
    expect(read(text).drafts[0]?.kind).toBe(kind)
  })
})
