import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { DetailFields } from '@/components/entry/detail-fields'
import { DetailLines } from '@/components/entry/detail-lines'
import { EntryKindLine } from '@/components/entry/entry-kind'
import { KindField } from '@/components/entry/kind-field'
import { emptyEntry } from '@/lib/entries/fields/empty'
import { sentenceOf } from '@/lib/entries/sentence'
import { calendarIcs } from '@/lib/formats/calendar-ics'
import { readCsv } from '@/lib/formats/csv'
import { entriesCsv } from '@/lib/formats/entries-csv'
import { recordJsonld } from '@/lib/formats/record-jsonld'
import { timelineJson } from '@/lib/formats/timeline-json'
import { formKinds } from '@/lib/kinds/form'
import { entryKinds, type EntryKind } from '@/lib/kinds/names'
import { entrySchema } from '@/lib/schemas/entry'
import { searchFilters } from '@/lib/search/filters'
import { Withholder } from '@/lib/people/withholder'
import type { LinkedEntry, SharedRecord } from '@/lib/shares/record'
import { filterInWords, noNames } from '@/lib/timeline/filter-words'
import { readFilter } from '@/lib/timeline/filters'

// A kind that the record does not have: its definition, its name in the list, and its line in the
// registry, which is all that "Adding a kind of entry" in docs/architecture.md asks for beside the
// value in the database.
const { LEAFLETING } = vi.hoisted(() => ({
  LEAFLETING: {
    lane: 'action' as const,
    label: 'Leafleting',
    hint: 'leaflets are given out',
    parts: { actor: 'Given out by', target: 'About whom', subject: 'What it speaks of' },
    fields: {
      copies: { type: 'count' as const, label: 'Copies given out' },
      gate: { type: 'choice' as const, label: 'At which gate', options: { north: 'North gate' } },
      leaflet: { type: 'url' as const, label: 'The leaflet' },
    },
    sentence: ({ place, details }: { place: string; details: Record<string, string | number> }) =>
      `Leafleting at ${place}, ${details.copies} copies.`,
  },
}))

vi.mock('@/lib/kinds/names', async (original) => {
  const names = await original<typeof import('@/lib/kinds/names')>()
  return { ...names, entryKinds: [...names.entryKinds, 'leafleting'] }
})
vi.mock('@/lib/kinds/index', async (original) => {
  const registry = await original<typeof import('@/lib/kinds/index')>()
  Object.assign(registry.kinds, { leafleting: LEAFLETING })
  return registry
})

// The type knows the kinds of the registry alone, and this one is added to it while the test runs.
const kind = 'leafleting' as EntryKind
const details = { copies: 1500, gate: 'north', leaflet: 'https://example.org/leaflet' }
const linked: LinkedEntry = {
  ...emptyEntry(),
  ...{ id: 'a'.repeat(32), kind, lane: 'action', status: 'published' },
  ...{ title: 'Leaflets at the gate', summary: '', sentence: '' },
  ...{ edtf: '2026-02-13', firstDay: '2026-02-13', lastDay: '2026-02-13' },
  ...{ time: null, timeZone: null, coordinates: null },
  ...{ place: 'Seattle', placePrecision: 'exact', participants: '', accordingTo: null },
  crowd: { low: null, high: null, words: '', countedBy: '' },
  ...{ organizations: [], appearances: [], demands: [], claims: [], citations: [] },
  ...{ inquiries: [], photos: [], links: [], details, tags: [] },
  ...{ privateNote: '', version: 1, updatedAt: '2026-02-14T03:00:00.000Z' },
}
linked.sentence = sentenceOf(linked)
const names = new Withholder([])
const entry = names.showAll(linked)
const record: SharedRecord = {
  campaign: names.showAll({ title: 'A campaign', summary: '', timeZone: 'UTC' }),
  publisher: null,
  ...{ lens: 'public', scope: 'campaign', demands: [], entries: [entry], cut: false },
  updatedAt: '2026-02-14T03:00:00.000Z',
}

describe('a kind that is added to the registry', () => {
  it('is checked by its own fields, in the form, an import and the API alike', () => {
    const given = { kind, title: 'Leaflets', date: '13 Feb 2026', status: 'published' }
    const check = (own: object) =>
      entrySchema(kind, '2026-03-01').safeParse({ ...given, details: own })
    expect(check({ ...details, copies: '1,500' }).data).toMatchObject({ kind, details })
    expect(check({ copies: 'many' }).error?.issues[0]?.path).toEqual(['details', 'copies'])
    expect(check({ gate: 'south' }).error?.issues[0]?.path).toEqual(['details', 'gate'])
    expect(check({ resolution: 'x' }).success).toBe(false)
  })

  it('can be picked in the form, which then asks for its fields', () => {
    const kinds = formKinds()
    const picker = renderToStaticMarkup(
      <KindField kinds={kinds} used={[]} kind={kind} onKind={() => {}} />,
    )
    expect(picker).toContain('<option value="leafleting" selected="">Leafleting</option>')
    expect(picker).toContain('leaflets are given out')
    const fields = renderToStaticMarkup(<DetailFields fields={kinds[kind].fields} />)
    for (const name of Object.keys(LEAFLETING.fields))
      expect(fields).toContain(`name="details.${name}"`)
    expect(fields).toContain('<option value="north">North gate</option>')
    expect(kinds[kind].parts).toEqual(LEAFLETING.parts)
  })

  it('is shown on its card with its lines and its sentence', () => {
    const card = renderToStaticMarkup(<DetailLines entry={entry} />)
    for (const words of ['Copies given out', '1,500', 'North gate', details.leaflet])
      expect(card).toContain(words)
    expect(renderToStaticMarkup(<EntryKindLine entry={entry} />)).toContain('Action: leafleting')
    expect(entry.sentence).toBe('Leafleting at Seattle, 1500 copies.')
  })

  it('goes out in every format', () => {
    const origin = {
      page: 'https://x/s',
      file: 'https://x/f',
      entry: (id: string) => `https://x/${id}`,
    }
    const [head = [], row = []] = readCsv(entriesCsv(record, origin).text)
    expect(row[head.indexOf('kind')]).toBe('leafleting')
    expect(row[head.indexOf('sentence')]).toBe(entry.sentence)
    expect(calendarIcs(record, origin).text).toContain('CATEGORIES:Action,Leafleting')
    expect(timelineJson(record, origin).text).toContain('Leafleting at Seattle')
    expect(recordJsonld(record, origin).text).toContain('Leaflets at the gate')
  })

  it('can be asked for by the filters of the timeline and the search', () => {
    const filter = readFilter({ kind: 'leafleting' })
    expect(filter.kinds).toEqual([kind])
    const words = filterInWords(filter, { shown: 3, all: 9 }, noNames)
    expect(words).toBe('3 of 9 entries: leafletings')
    expect(searchFilters({ q: 'gate', kind: 'leafleting' }).filters).toMatchObject({ kind })
  })
})

describe('the files that name a kind', () => {
  const root = join(import.meta.dirname, '..')
  const files = ['app', 'components', 'lib', 'server'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|test-support|\/testing\//.test(name)),
  )
  const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
  // Names that are a word of something else as well, such as a kind of source, are left out.
  const unlike = entryKinds.filter((name) => !['news', 'report', 'statement'].includes(name))
  const namedIn = (name: string) =>
    files.filter((file) =>
      new RegExp(`'${name}'|"${name}"|^\\s*${name}: `, 'm').test(texts.get(file) ?? ''),
    )

  it('are those of architecture.md, and where a rule of that kind alone stands', () => {
    const elsewhere = new Set(unlike.flatMap(namedIn))
    // A march is a month in French as well.
    const others = [...elsewhere].filter(
      (file) => !/^(lib\/kinds|server\/sample)\/|^lib\/dates\/languages/.test(file),
    )
    expect(others.sort()).toEqual([
      // Reading articles: the words for each kind, what makes a draft of one, and “no reply” as an
      // outcome, which has the kind’s name.
      'components/capture/draft-card.tsx',
      'lib/capture/actions.ts',
      'lib/capture/beside-drafts.ts',
      'lib/capture/entry-values.ts',
      'lib/capture/lockouts.ts',
      'lib/capture/non-responses.ts',
      'lib/capture/responses.ts',
      'lib/capture/retaliation-drafts.ts',
      'lib/capture/silences.ts',
      'lib/capture/types.ts',
      // Importing: what the archives call each kind, and other words for it.
      'lib/imports/formats.ts',
      'lib/imports/kind-words.ts',
      'lib/organizations/measures.ts',
      'lib/shares/lens.ts',
      'server/organizations/scorecard.ts',
    ])
  })

  it('are its definition, the list of names and the registry, for each kind', () => {
    for (const name of unlike.filter((one) => one !== kind)) {
      expect(namedIn(name)).toContain('lib/kinds/names.ts')
      const prisma = readFileSync(join(root, 'prisma/entries.prisma'), 'utf8')
      expect(prisma).toMatch(new RegExp(`^ +${name}$`, 'm'))
    }
  })
})
