import { describe, expect, it } from 'vitest'
import { bibtexFormat, cslFormat, type CitedSource } from './sources'

const source: CitedSource = {
  ...{ id: '0199', kind: 'news', title: 'Pay & 100% of {it}_', url: 'https://a.example/x{1}_%20' },
  ...{ publisher: 'The #1 Paper', author: 'Jane Doe, Joe Roe', published: '2026-02-13' },
  ...{ accessedOn: '2026-02-14', archiveUrl: '' },
}
const csl = (more: Partial<CitedSource>) =>
  JSON.parse(cslFormat.source({ ...source, ...more })) as Record<string, unknown>

describe('BibTeX', () => {
  it('has no sign that LaTeX would take for more, and balanced braces', () => {
    const text = bibtexFormat.source(source)
    expect(text).toBe(`@misc{0199,
  title = {{Pay \\& 100\\% of \\{it\\}\\_}},
  author = {{Jane Doe, Joe Roe}},
  publisher = {The \\#1 Paper},
  year = {2026},
  month = {2},
  url = {https://a.example/x%7B1%7D_%20},
  urldate = {2026-02-14},
  note = {Published Fri 13 Feb 2026}
}
`)
  })

  it('gives a season as words, since no month has its number', () => {
    const text = bibtexFormat.source({ ...source, published: '2026-21' })
    expect(text).toContain('year = {2026}')
    expect(text).not.toContain('month =')
    expect(text).toContain('note = {Published spring 2026')
  })

  it('gives no year where only words can say when', () => {
    const text = bibtexFormat.source({ ...source, published: '2025-11/2026-01' })
    expect(text).not.toContain('year =')
    expect(text).toContain('note = {Published ')
  })
})

describe('CSL-JSON', () => {
  it('has the names of CSL', () => {
    expect(csl({})).toEqual({
      ...{ id: '0199', type: 'article-newspaper', title: source.title, URL: source.url },
      ...{ author: [{ literal: 'Jane Doe, Joe Roe' }], 'container-title': 'The #1 Paper' },
      issued: { 'date-parts': [[2026, 2, 13]] },
      accessed: { 'date-parts': [[2026, 2, 14]] },
    })
  })

  it.each([
    ['2025-11~', { 'date-parts': [[2025, 11]], circa: true }],
    [
      '2026-02-12/2026-02-14',
      {
        'date-parts': [
          [2026, 2, 12],
          [2026, 2, 14],
        ],
      },
    ],
    ['2026', { 'date-parts': [[2026]] }],
    ['2026-21', { 'date-parts': [[2026]], season: 1 }],
    ['2026-21/2026-23', { literal: 'spring 2026 – autumn 2026' }],
    ['2026-02-10/..', { literal: 'since 10 Feb 2026' }],
  ])('says %s no more exactly than it is known', (published, issued) => {
    expect(csl({ published }).issued).toEqual(issued)
  })
})
