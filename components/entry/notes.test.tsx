import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Story } from '@/components/timeline/story'
import { linked } from '@/lib/formats/test-support'
import type { CitationDto, EntryDto } from '@/lib/record'
import { footnotes } from '@/lib/timeline/footnotes'
import { NoteList } from './notes'

const cited = (id: string, source: string): CitationDto => ({
  ...{ id, exact: '' },
  source: {
    ...{ id: source, title: `${source} in full`, url: `https://example.org/${source}` },
    ...{ publisher: source, published: '', kind: 'news' },
  },
})
/** Two entries that are linked, the link cited at both, and a source that everything is from. */
function rally(id: string, citations: CitationDto[]): EntryDto {
  return {
    ...linked,
    ...{ id, citations },
    appearances: linked.appearances.map((one) => ({
      ...one,
      quotes: one.quotes.map((quote) => ({ ...quote, citations: [cited(`q${id}`, 'Film')] })),
    })),
    claims: [
      {
        ...{ id: `c${id}`, field: 'crowd', value: '300', saidBy: '', working: true, reason: '' },
        citations: [cited(`k${id}`, 'Police')],
      },
    ],
    links: [
      {
        ...{ id: 'l', says: true, relation: 'follows', note: '', accordingTo: '' },
        citations: [cited('shared', 'Union')],
        entry: { id: 'x', title: 'Other', kind: 'rally', edtf: '2026', campaign: 'c' },
      },
    ],
  }
}

const entries = [rally('1', [cited('e1', 'Paper')]), rally('2', [cited('e2', 'Film')])]
const notes = footnotes(entries)
const html = renderToStaticMarkup(
  <main>
    <Story {...{ entries, notes }} />
    <NoteList {...notes} />
  </main>,
)
const [text = '', list = ''] = html.split('<section aria-labelledby="notes"')

it('numbers sources as they are read, and tells each of them once, below', () => {
  const titles = [...list.matchAll(/(\w+) in full/g)].map(([, title]) => title)
  expect(titles).toEqual(['Film', 'Police', 'Union', 'Paper'])
  expect(text).not.toContain('in full')
  expect(text).not.toContain('https://example.org')
  expect([...list.matchAll(/href="https:\/\/example\.org\/(\w+)"/g)]).toHaveLength(4)
})

it('leads from each mark to its note, and back to each mark', () => {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const marks = [...text.matchAll(/<a id="([^"]+)" href="#([^"]+)"/g)]
  expect(marks).toHaveLength(8)
  for (const [, mark = '', note = ''] of marks) {
    const [, item = ''] = list.split(`id="${note}"`)
    expect(item.split('<li')[0]).toContain(`href="#${mark}"`)
  }
})

it('leads back to some of very many alone', () => {
  const many = Array.from({ length: 60 }, (_, index) => rally(`${index}`, []))
  const drawn = renderToStaticMarkup(<NoteList {...footnotes(many)} />)
  expect(drawn.match(/href="#mark-1-/g)).toHaveLength(26)
})

it('tells a source where it is cited when there are no notes', () => {
  const alone = renderToStaticMarkup(<Story entries={entries} />)
  expect(alone.match(/in full/g)).toHaveLength(8)
  expect(renderToStaticMarkup(<NoteList {...footnotes([])} />)).toBe('')
})
