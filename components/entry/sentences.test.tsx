import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { clockInWords, readClock, type ClockPoint } from '@/lib/demands/clock'
import { stepInWords } from '@/lib/demands/inquiries'
import { sentenceOf } from '@/lib/entries/sentence'
import { kindOf } from '@/lib/kinds/index'
import { entryKinds } from '@/lib/kinds/names'
import { keysOf, relationLabels, stanceLabels } from '@/lib/schemas/words'
import { DemandLines } from './demand-lines'
import { InquiryLines } from './inquiry-lines'
import { INQUIRIES, outcomes, statesOf } from './sentence-states-test-support'

describe.each(entryKinds)('the sentence of a %s', (kind) => {
  it('is empty or a whole sentence, in every state of its parts', () => {
    for (const { entry } of statesOf(kind)) {
      const sentence = sentenceOf(entry)
      if (sentence === '') continue
      expect(sentence).toMatch(/^[\p{Lu}\p{N}].*[^,\s][.?!]$/u)
      expect(sentence).not.toMatch(/^(?:By|About|Against|To|Toward) /)
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|false|true| {2}|,,|\.\.| ,| \./)
      expect(sentence).not.toMatch(/\b(an organization|somebody|something\b(?! said))/i)
      expect(sentence).not.toMatch(new RegExp(`^(an? )?${kindOf(kind).label}\\b`, 'i'))
    }
  })

  it('gives way to a summary and to a title that says it all', () => {
    for (const { entry } of statesOf(kind)) {
      expect(sentenceOf({ ...entry, summary: 'In our words.' })).toBe('')
      const unattributed = { ...entry, accordingTo: null }
      const title = `${kindOf(kind).label}: ${sentenceOf(unattributed)}`
      expect(sentenceOf({ ...unattributed, title })).toBe('')
    }
  })
})

it('keeps three facts apart, and never denies a recorded answer', () => {
  for (const { entry } of statesOf('no_reply')) {
    const sentence = sentenceOf(entry)
    expect(sentence).not.toMatch(/no reply/i)
    const all = entry.inquiries.flatMap(({ recipients }) =>
      recipients.flatMap(({ outcome, later = [] }) => [outcome, ...later.map((l) => l.outcome)]),
    )
    expect(/\banswered\b(?! when)/.test(sentence.replaceAll('not answered', ''))).toBe(
      all.includes('answered'),
    )
    expect(/did not immediately respond/.test(sentence)).toBe(
      all.includes('did_not_immediately_respond'),
    )
    expect(/declined/.test(sentence)).toBe(all.includes('declined'))
  }
})

/** What is seen of markup, on one line. */
const seen = (markup: React.ReactElement) =>
  renderToStaticMarkup(markup)
    .replaceAll(/<svg.*?<\/svg>/g, '')
    .replaceAll(/<\/(p|li)>/g, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll(/\s+/g, ' ')
    .trim()

const day = (iso: string): ClockPoint => ({
  days: { first: iso, last: iso, about: false },
  edtf: iso,
  entry: { id: iso, title: 'An entry' },
})
const by = (iso: string): ClockPoint => ({
  ...day(iso),
  days: { first: null, last: iso, about: false },
})

function clockLines(): string[] {
  const points = [null, day('2026-02-13'), by('2026-02-13'), day('2026-11-28')]
  return points.flatMap((raised) =>
    points.map((answered) => {
      const facts = { raised, repeated: raised, times: raised ? 1 : 0 }
      const answers = { answered, lastWord: answered, answers: answered ? 1 : 0 }
      const words = clockInWords(readClock({ ...facts, ...answers }, '2026-11-28')).join(' ')
      const name = (point: ClockPoint | null) =>
        point ? `${point.days.first ? '' : 'by '}${point.edtf}` : 'never'
      return `raised ${name(raised)}, answered ${name(answered)}: ${words}`
    }),
  )
}

it('is read by people: all sentences stand in sentences.txt', async () => {
  const lines: string[] = []
  for (const kind of entryKinds) {
    lines.push(`# ${kindOf(kind).label}`)
    // Each state once: what differs from the plainest by one part, and all together.
    const plain = ['one actor', 'nothing else', 'no details', 'nobody asked']
    const full = ['all of them', 'who took part', 'all details', 'nobody asked']
    for (const { name, entry } of statesOf(kind)) {
      const parts = name.split(', ')
      const differs = (from: string[]) => parts.filter((part) => !from.includes(part)).length
      if (differs(plain) <= 1 || differs(full) === 0)
        lines.push(`${name}: ${sentenceOf(entry) || '(nothing)'}`)
    }
    lines.push('')
  }
  lines.push('# Demands of an entry')
  for (const relation of keysOf(relationLabels))
    for (const stance of relation === 'answers' ? [null, ...keysOf(stanceLabels)] : [null])
      lines.push(
        seen(
          <DemandLines
            demands={[
              {
                ...{ number: 4, wording: 'Cut the partnership with Flock', relation, stance },
                at: stance && 'Ring',
              },
            ]}
          />,
        ),
      )
  lines.push('', '# Inquiries of an entry')
  for (const [name, inquiries] of Object.entries(INQUIRIES))
    if (inquiries.length > 0)
      lines.push(
        `${name}: ${seen(
          <InquiryLines
            inquiries={inquiries.map((inquiry) => ({
              ...{ ...inquiry, id: name, through: 'request for comment', edtf: '2026-02-13' },
            }))}
          />,
        )}`,
      )
  lines.push('', '# Steps of an inquiry, asked on 13 Feb 2026, as of 28 Nov 2026')
  for (const outcome of outcomes)
    for (const [id, edtf] of [
      [null, '2026-02-13'],
      ['later', '2026-03-03'],
      ['later', '2026-11-28'],
    ] as const)
      lines.push(
        `${outcome}, ${id === null ? 'at once' : edtf}: ${stepInWords(
          { ...{ id, outcome, edtf, note: '', entry: null, by: null }, takenBack: false },
          id === null ? edtf : '2026-02-13',
          '2026-11-28',
        )}`,
      )
  lines.push('', '# The response clock, as of 28 Nov 2026', ...clockLines())
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('sentences.txt')
})
