import { describe, expect, it } from 'vitest'
import { kindOf } from '../kinds/index'
import type { LinkedEntry } from '../shares/record'
import { writerOf } from './download'
import { feedAtom } from './feed-atom'
import { markdownFormat } from './markdown'
import { placesGeojson } from './places-geojson'
import { FILES, linked, names, origin, record } from './test-support'

const MARKDOWN = { name: 'record.md', write: writerOf(markdownFormat) }
const files = [...FILES.map(({ name, file }) => ({ name, write: file.write })), MARKDOWN]
const of = (entry: Partial<LinkedEntry>) => ({
  ...record,
  entries: [names.showAll({ ...linked, ...entry })],
})

describe('who took part', () => {
  const participants = 'amazon workers and advocates'

  it.each(files)('is told beside a summary in $name', ({ write }) => {
    const { text } = write(of({ participants, sentence: '', summary: 'It rained.' }), origin)
    expect(text.replaceAll('\r\n ', '')).toContain(participants)
  })

  it.each(files)('is said once where the sentence says it, in $name', ({ name, write }) => {
    const sentence = 'Amazon workers and advocates rallied.'
    const { text } = write(of({ participants, sentence }), origin)
    if (/csv|record\.json$|geojson/.test(name)) return
    expect(text.replaceAll('\r\n ', '').match(/workers and advocates/gi)).toHaveLength(1)
  })
})

it('GeoJSON has the summary, the hour, the second kind and who took part of an entry', () => {
  const { text } = placesGeojson(
    of({ alsoKind: 'march', participants: 'workers', summary: 'It rained.', sentence: '' }),
    origin,
  )
  const { features } = JSON.parse(text) as { features: { properties: object }[] }
  expect(features[0]?.properties).toMatchObject({
    ...{ summary: 'It rained.', time: '17:30', timeZone: 'America/Los_Angeles' },
    ...{ kind: 'rally', alsoKind: 'march', participants: 'workers' },
  })
})

it('Atom says of what kinds an entry is', () => {
  const { text } = feedAtom(of({ alsoKind: 'march' }), origin)
  for (const kind of ['rally', 'march'] as const)
    expect(text).toContain(`<category term="${kind}" label="${kindOf(kind).label}"/>`)
})

it('Markdown has organizations, whoever was there without a word, and where speakers work', () => {
  const [speaker] = linked.appearances
  if (!speaker) throw new Error('Nobody speaks.')
  const { text, loss } = MARKDOWN.write(
    of({
      organizations: [
        { id: 'o', name: 'Amazon', part: 'target' },
        { id: 'l', name: 'Local 12', part: 'actor' },
      ],
      appearances: [
        { ...speaker, affiliation: 'A university' },
        { ...speaker, id: 's', name: 'Joe Silent', quotes: [] },
      ],
      photos: [{ id: 'f', caption: 'The gate', credit: '', alt: '' } as never],
    }),
    origin,
  )
  expect(text).toContain('Acting: Local 12')
  expect(text).toContain('Addressed: Amazon')
  expect(text).toContain('Present: Joe Silent')
  expect(text).toContain('— Maren Costa, A university')
  expect(loss).toContain('photos')
})
