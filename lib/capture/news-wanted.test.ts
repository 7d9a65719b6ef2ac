import { describe, expect, it } from 'vitest'
import { demands, quotes } from './news.test-support'

describe('what is asked', () => {
  it.each<[string, string[][]]>([
    [
      'The union wants the council to withdraw the plans, fill 14 empty posts and hold a proper consultation.',
      [
        ['Withdraw the plans', 'council'],
        ['Fill 14 empty posts', 'council'],
        ['Hold a proper consultation', 'council'],
      ],
    ],
    [
      'She said that Orbit Foods must switch off its cameras, wipe the scores and put any tool to a vote of staff.',
      [
        ['Switch off its cameras', 'Orbit Foods'],
        ['Wipe the scores', 'Orbit Foods'],
        ['Put any tool to a vote of staff', 'Orbit Foods'],
      ],
    ],
    [
      'The campaign has three conditions, which it sent to the boss on 3 February: delete every voice, pay those it used, and never again train a machine without consent.',
      [
        ['Delete every voice'],
        ['Pay those it used'],
        ['Never again train a machine without consent'],
      ],
    ],
    [
      'The group is seeking a meeting with Minister for Enterprise Ada Smith next week.',
      [['A meeting with Minister for Enterprise Ada Smith next week', 'Ada Smith']],
    ],
    [
      'Speakers demanded the province set a legal maximum for indoor work.',
      [['Set a legal maximum for indoor work', 'province']],
    ],
    [
      'We asked Orbit Foods for three things:\n\n• Bring back voluntary Sundays\n• Post schedules 14 days ahead',
      [
        ['Bring back voluntary Sundays', 'Orbit Foods'],
        ['Post schedules 14 days ahead', 'Orbit Foods'],
      ],
    ],
  ])('is read in "%s"', (text, wanted) => {
    expect(demands(text)).toEqual(wanted)
  })
})

describe('whose words they are', () => {
  it('is who made an allegation, not whom it names last', () => {
    expect(
      quotes(
        'Mr. Bo Lee alleged that the company had dismissed two of them, Ada Smith and Cy Ray, in November. “They were shown the door in 15 minutes,” he said.',
      ),
    ).toEqual([['Bo Lee', 'They were shown the door in 15 minutes']])
  })
})
