import { describe, expect, it } from 'vitest'
import {
  claimInWords,
  demandInWords,
  personInWords,
  quoteInWords,
  sourceInWords,
} from './row-summaries'

describe('a row of the form in one line', () => {
  it('names a person, what they were there, and how many quotes they have', () => {
    expect(
      personInWords(
        {
          'appearances.3.name': 'Maren Costa',
          'appearances.3.description': 'tech worker organizer',
          'appearances.3.role': 'organizer',
          'appearances.3.consent': 'named',
          'appearances.3.quotes.0.text': 'It is hard right now',
          'appearances.3.quotes.4.text': 'More people are waking up',
          'appearances.3.quotes.5.text': '',
          'appearances.30.quotes.0.text': 'Of somebody else',
        },
        'appearances.3',
      ),
    ).toBe('Maren Costa · tech worker organizer · organizer · named · 2 quotes')
  })

  it('says that a quote has no name', () => {
    expect(personInWords({ 'appearances.0.quotes.0.text': 'Stop it' }, 'appearances.0')).toBe(
      'No name · speaker · 1 quote',
    )
  })

  it('gives the words of a quote', () => {
    expect(quoteInWords({ 'q.0.text': 'Stop it' }, 'q.0')).toBe('“Stop it”')
  })

  it('says what a demand asks, of whom, and how it is answered', () => {
    expect(
      demandInWords(
        {
          'demands.0.wording': 'Cut the partnership',
          'demands.0.targets': 'Amazon; Ring',
          'demands.0.relation': 'answers',
          'demands.0.at': 'Ring',
          'demands.0.stance': 'meets',
        },
        'demands.0',
      ),
    ).toBe('Cut the partnership · Amazon; Ring · answers it · Ring · meets it')
  })

  it('says what a claim says and who says so', () => {
    expect(
      claimInWords(
        { 'c.0.value': '12 Feb 2026', 'c.0.saidBy': 'the article', 'c.0.exact': 'on Thursday' },
        'c.0',
      ),
    ).toBe('12 Feb 2026 · the article · “on Thursday”')
  })

  it('names a source by its title, or else by its address', () => {
    expect(sourceInWords({ 's.0.title': 'A rally', 's.0.publisher': 'FOX 13' }, 's.0')).toBe(
      'A rally · FOX 13',
    )
    expect(sourceInWords({ 's.0.url': 'https://example.org/1' }, 's.0')).toBe(
      'https://example.org/1',
    )
  })

  it.each([personInWords, quoteInWords, demandInWords, claimInWords, sourceInWords])(
    'says nothing of a row that holds nothing but what was chosen for it',
    (summary) => {
      const usual = {
        'r.0.id': '',
        'r.0.role': 'speaker',
        'r.0.relation': 'raises',
        'r.0._row': '',
      }
      expect(summary(usual, 'r.0')).toBe('')
    },
  )
})
