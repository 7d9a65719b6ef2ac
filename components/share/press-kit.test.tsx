import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { entry, later, names } from '@/lib/formats/test-support'
import type { CitationDto } from '@/lib/record'
import { PressKit } from './press-kit'

const cited = (id: string, title: string): CitationDto => ({
  ...{ id, exact: '' },
  source: { id: `source-${id}`, title, url: '', publisher: '', published: '', kind: 'news' },
})
const rally = names.showAll({
  ...entry,
  citations: [cited('a', 'The report')],
  appearances: [
    {
      ...{ id: 'p', personId: null, name: '', role: 'speaker' as const, description: 'a packer' },
      ...{ affiliation: 'أمازون', consent: 'role_only' as const },
      quotes: [
        {
          ...{ id: 'q', text: 'We go on.', consent: null, demands: [], disputes: [] },
          citations: [cited('b', 'The recording')],
        },
      ],
    },
  ],
})
const campaign = names.showAll({ title: 'End it', summary: 'A <b>campaign</b>.', timeZone: 'UTC' })
const publisher = {
  ...names.showAll({ name: 'Workers', about: '', contact: { url: 'mailto:press@example.org' } }),
  ...{ corrections: { url: names.show('') }, licence: null, mark: null },
}
const now = new Date('2026-11-29T04:00:00Z')
const drawn = (count = 2, address: string | null = null) =>
  renderToStaticMarkup(
    <PressKit
      {...{ campaign, publisher, demands: [], entries: [later, rally], count, address, now }}
    />,
  )

it('numbers each source once, and gives each quote its own alone', () => {
  const html = drawn()
  expect(html).toMatch(/id="press-note-1">.*The recording.*id="press-note-2">.*The report/s)
  const [, quotes = ''] = html.split('What was said')
  const [said = ''] = quotes.split('Notes</h3>')
  expect(said).toContain('We go on.')
  // Each in its own direction.
  expect(said).toContain('<bdi>a packer</bdi>, <bdi>أمازون</bdi>')
  expect(said).toContain('#press-note-1')
  expect(said).not.toContain('#press-note-2')
})

it('says of when it is, where to read on, and what it leaves out', () => {
  expect(drawn()).toContain('29 Nov 2026')
  expect(drawn()).not.toContain('The first 2')
  expect(drawn(300, 'https://record.example.org/s/x')).toMatch(
    /The first 2 of 300 entries.*https:\/\/record\.example\.org\/s\/x/s,
  )
})

it('tells of an entry and a standing what is disputed, and what it says nothing of', () => {
  const dispute = { id: 'x', reason: 'Nobody was there.', saidBy: 'Amazon', citations: [] }
  const disputed = names.showAll({
    ...{ ...entry, accordingTo: 'A packer', disputes: [dispute], participants: 'Packers' },
    replies: [],
  })
  const target = {
    ...{ id: 't', name: 'Amazon', standing: 'open' as const, since: null, evidence: null },
    ...{
      note: 'As far as we know.',
      history: [],
      disputes: [{ ...dispute, reason: 'We met it.' }],
    },
  }
  const demand = names.showAll({
    ...{ id: 'd', number: 1, wording: 'End it', version: 1, earlier: [], counterparties: [] },
    ...{ targets: [target], proposals: [] },
  })
  const html = renderToStaticMarkup(
    <PressKit
      {...{ campaign, publisher, demands: [demand], entries: [disputed], count: 1, now }}
      address={null}
    />,
  )
  expect(html).toContain('Nobody was there.')
  expect(html).toContain('According to A packer.')
  expect(html).toContain('Who took part: Packers')
  expect(html).toContain('We met it.')
  expect(html).toMatch(/Not in this press kit: .*notes on standings/)
})

it('says whom to ask', () => {
  expect(drawn()).toContain('<a class="address" href="mailto:press@example.org"')
})

it('takes no words for markup', () => {
  expect(drawn()).toContain('A &lt;b&gt;campaign&lt;/b&gt;.')
})
