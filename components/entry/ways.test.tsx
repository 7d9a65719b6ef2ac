import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { emptyEntry } from '@/lib/entries/fields/empty'
import { EntryCard } from './entry-card'
import { memberWays } from './ways'

const demand = {
  id: 'd',
  demandId: 'd4',
  number: 4,
  wording: 'End it.',
  relation: 'raises' as const,
}
const speaker = { description: 'a driver', affiliation: '', consent: 'named' as const, quotes: [] }
const entry = {
  ...emptyEntry(),
  title: 'A rally',
  sentence: 'Harbor Drivers rallied.',
  organizations: [{ id: 'o1', name: 'Harbor Drivers', part: 'actor' as const }],
  demands: [{ ...demand, stance: null, at: null }],
  appearances: [
    { ...speaker, id: 'a', personId: 'p7', name: 'Ana Ruiz', role: 'speaker' as const },
    { ...speaker, id: 'b', personId: null, name: 'Several drivers', role: 'speaker' as const },
  ],
}

it('leads to the demands, people and organizations that it names, also those of its sentence', () => {
  const html = renderToStaticMarkup(<EntryCard entry={entry} ways={memberWays('/campaigns/x')} />)
  expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    '/campaigns/x/organizations/o1',
    '/people/p7',
    '/campaigns/x/demands/4',
  ])
})

it('names them without links where its reader may open none', () => {
  const html = renderToStaticMarkup(<EntryCard entry={entry} share="/s/x" />)
  expect(html).not.toContain('href=')
  expect(html).toContain('<bdi class="name">Ana Ruiz</bdi>')
})
