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

it('says whom to ask', () => {
  expect(drawn()).toContain('<a class="address" href="mailto:press@example.org"')
})

it('takes no words for markup', () => {
  expect(drawn()).toContain('A &lt;b&gt;campaign&lt;/b&gt;.')
})
