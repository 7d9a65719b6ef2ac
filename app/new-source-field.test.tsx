import { rmSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { DateHabitsProvider } from '@/components/form/date-habits'
import { SourceFacts } from '@/components/source/source-facts'
import { SourceForm } from '@/components/source/source-form'
import { sourceValues } from '@/components/source/source-values'
import { nestedInput } from '@/lib/forms/form-data'
import { shareSchema } from '@/lib/schemas/share'
import { sourceSchema } from '@/lib/schemas/source'
import type { SourceField } from '@/lib/sources/fields'
import { asOwner } from '@/scripts/testing/database'
import { programOf } from '@/server/api/test-support'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { ConflictError } from '@/server/conflict'
import { importRecord } from '@/server/exports/import-record'
import { emptyWorkspace, exported } from '@/server/exports/test-support'
import { listRevisions } from '@/server/history/queries'
import { restoreRevision } from '@/server/history/restore'
import { mergeRecords } from '@/server/merging/merge'
import { previewMerge } from '@/server/merging/preview'
import { asLine, search } from '@/server/search/test-support'
import { freezeShare } from '@/server/shares/editions/editions'
import { createShare } from '@/server/shares/links/mutations'
import { listOpenPlaces } from '@/server/shares/reading/open-places'
import { createSource, updateSource } from '@/server/sources/mutations'
import { getSource } from '@/server/sources/queries'
import { logEntry, newCampaignFor, newWorld, TEST_DAY, type World } from '@/server/testing/world'
import { crawl } from './s/crawl'

// A field that sources do not have: its definition, its column in the schema, and the migration, which
// is all that "Adding a field of sources" in docs/architecture.md asks for.
const { SECTION, COLUMN, client } = vi.hoisted(() => ({
  COLUMN: 'section String @default("")',
  client: { folder: '' },
  SECTION: {
    label: 'Section',
    hint: 'Such as: Business, page B4',
    type: 'line',
    most: 80,
    cited: 'behind the rest',
    reference: 'behind the rest',
  } satisfies SourceField,
}))
const MIGRATION = `alter table source add column section text not null default ''`

vi.mock('@/lib/sources/fields', async (original) => {
  const registry = await original<typeof import('@/lib/sources/fields')>()
  Object.assign(registry.sourceFields, { section: SECTION })
  return registry
})
vi.mock('@/prisma/generated/client', async () => {
  const { clientWith } = await import('@/scripts/testing/client-with')
  client.folder = clientWith(COLUMN, ['sources.prisma', 'Source'])
  return import(`${client.folder}/client`) as Promise<object>
})

aTestDatabase()

let world: World
beforeAll(async () => {
  await asOwner(MIGRATION)
  world = await newWorld()
})
afterAll(() => {
  if (client.folder !== '') rmSync(client.folder, { recursive: true })
})

const input = (fields: object = {}) =>
  sourceSchema(TEST_DAY).parse({ title: 'A report', section: 'Page B4', ...fields })

// The types know the fields of the registry alone, and this one is added to it while the test runs.
const sectionOf = (source: object) =>
  new Map<string, unknown>(Object.entries(source)).get('section')

async function added(fields: object = {}) {
  const { owner } = world
  const id = await createSource(owner, input(fields))
  return { owner, id, source: await getSource(owner, id) }
}

/** An entry that cites a source with this section, in a campaign of its own. */
async function cited(section: string) {
  const { owner, id: source } = await added({ section })
  const campaign = await newCampaignFor(owner)
  await logEntry(owner, campaign, { title: 'A rally', citations: [{ source }] })
  return { owner, campaign, source }
}

describe('a field that is added to sources', () => {
  it('is asked for by the form, sent back as it was, and shown on the page', async () => {
    const { source } = await added()
    const form = renderToStaticMarkup(
      <DateHabitsProvider habits={{ today: TEST_DAY }}>
        <SourceForm action={(state) => Promise.resolve(state)} initial={{}} submitLabel="Save" />
      </DateHabitsProvider>,
    )
    expect(form).toContain('name="section"')
    expect(form).toContain('Such as: Business, page B4')
    const again = sourceSchema(TEST_DAY).parse(nestedInput(sourceValues(source)).input)
    expect(sectionOf(again)).toBe('Page B4')
    expect(renderToStaticMarkup(<SourceFacts source={source} />)).toMatch(
      /Section<\/dt><dd[^>]*>Page B4/,
    )
  })

  it('is refused where it is too long', () => {
    expect(() => input({ section: 'x'.repeat(81) })).toThrow(/80/)
  })

  it('is in the history, and comes back with an earlier version', async () => {
    const { owner, id } = await added()
    await updateSource(owner, id, input({ section: 'Page A1' }))
    const [latest] = await listRevisions(owner, 'source', id)
    expect(latest?.fields).toEqual([
      { field: 'section', label: 'Section', from: 'Page B4', to: 'Page A1' },
    ])
    await restoreRevision(owner, 'source', id, 1)
    expect(sectionOf(await getSource(owner, id))).toBe('Page B4')
  })

  it('is one of the fields of two edits that meet', async () => {
    const { owner, id } = await added({ section: '' })
    await updateSource(owner, id, input({ section: 'Page A1', version: 1 }))
    const second = updateSource(owner, id, input({ section: 'Page A2', version: 1 }))
    const error: unknown = await second.catch((refused: unknown) => refused)
    expect(error).toBeInstanceOf(ConflictError)
    expect(error).toMatchObject({
      conflicts: [{ field: 'section', label: 'Section', yours: 'Page A2', theirs: 'Page A1' }],
    })
  })

  it('is chosen where two sources become one, and taken where one lacks it', async () => {
    const { owner, id: survivorId } = await added({ section: 'Page A1' })
    const { id: duplicateId } = await added()
    const { fields } = await previewMerge(owner, 'source', survivorId, duplicateId)
    expect(fields).toContainEqual({
      ...{ field: 'section', label: 'Section', survivor: 'Page A1', duplicate: 'Page B4' },
    })
    await mergeRecords(owner, 'source', { survivorId, duplicateId, take: { section: 'duplicate' } })
    expect(sectionOf(await getSource(owner, survivorId))).toBe('Page B4')
    const { id: lacking } = await added({ section: '' })
    await mergeRecords(owner, 'source', { survivorId: lacking, duplicateId: survivorId, take: {} })
    expect(sectionOf(await getSource(owner, lacking))).toBe('Page B4')
  })

  it('is found by the search, which shows where the word stands', async () => {
    const { owner, id } = await added({ section: 'Supplement' })
    const { results } = await search(owner, 'supplement')
    expect(results.map((result) => result.id)).toEqual([id])
    expect(results.map(asLine)).toEqual(['A report | Section: [Supplement]'])
  })

  it('is read and written by programs', async () => {
    const program = await programOf(world.owner)
    const made = await program.ask('/sources', {
      method: 'POST',
      body: { title: 'Another report', section: 'Page B4' },
    })
    expect(made).toMatchObject({ status: 201, json: { section: 'Page B4' } })
    const changed = await program.ask(`/sources/${String(made.json.id)}`, {
      method: 'PATCH',
      body: { section: 'Page A1' },
      headers: { 'if-match': '"1"' },
    })
    expect(changed.json).toMatchObject({ title: 'Another report', section: 'Page A1' })
  })

  it('is in every file of members that tells of sources, and comes in again', async () => {
    const { owner, campaign } = await cited('Weekend')
    for (const format of ['bibtex', 'csl'] as const)
      expect((await exported(owner, format, campaign.slug)).text).toContain('Section: Weekend')
    expect((await exported(owner, 'markdown', campaign.slug)).text).toContain('Section: Weekend')
    const { text } = await exported(owner, 'json', campaign.slug)
    const { operator, owner: other } = await emptyWorkspace()
    const tooLong = text.replace('"Weekend"', JSON.stringify('x'.repeat(81)))
    const file = async function* (whole: string) {
      yield await Promise.resolve(whole)
    }
    await expect(importRecord(operator, file(tooLong))).rejects.toThrow(/80/)
    await importRecord(operator, file(text))
    const { results } = await search(other, 'weekend')
    expect(results.map(asLine)).toEqual(['A report | Section: [Weekend]'])
  })
})

describe('a link to a record that cites such a source', () => {
  async function served(campaign: { id: string }, choices = {}) {
    const link = await createShare(
      world.owner,
      shareSchema.parse({ campaign: campaign.id, ...choices }),
    )
    await freezeShare(world.owner, { share: link.id })
    const pages = await crawl(link.url)
    return { pages, url: link.url }
  }

  it('shows it where citations stand: on pages, in the record and in the edition', async () => {
    const { campaign } = await cited('Page C7')
    const { pages, url } = await served(campaign)
    const having = [...pages].filter(([, text]) => text.includes('Page C7')).map(([at]) => at)
    for (const path of ['', '/record.json', '/editions/1', '/editions/edition-1.json'])
      expect(having).toContain(`${url}${path}`)
    expect(pages.get(url)).toMatch(/, Section: <bdi>Page C7<\/bdi>/)
  })

  it('withholds names in it, and asks about words that may be one', async () => {
    const { owner, campaign } = await cited('Column by Nora Hidden, in May')
    const people = { appearances: [{ name: 'Nora Hidden' }, { name: 'Will May' }] }
    await logEntry(owner, campaign, { title: 'Who spoke', ...people })
    const { places } = await listOpenPlaces(owner, campaign.id)
    expect(places.map(({ word, before }) => [word, before])).toContainEqual([
      'May',
      expect.stringContaining('Column by'),
    ])
    const { pages } = await served(campaign, { undecided: 'withheld' })
    for (const text of pages.values()) expect(text).not.toContain('Nora')
  })
})
