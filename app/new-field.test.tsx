import { rmSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { EntryCard } from '@/components/entry/entry-card'
import { PlainFields } from '@/components/entry/plain-fields'
import { valuesLike } from '@/lib/entries/another-like'
import type { PlainField } from '@/lib/entries/fields/plain'
import { emptyEntry } from '@/lib/entries/fields/empty'
import { mergeEdits } from '@/lib/entries/merge'
import { readCsv } from '@/lib/formats/csv'
import { readEdition } from '@/lib/shares/edition'
import { moreThanLens } from '@/lib/shares/lens'
import { differences } from '@/lib/shares/differences'
import { Withholder } from '@/lib/people/withholder'
import type { LinkedEntry } from '@/lib/shares/record'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { getEntry } from '@/server/entries/queries'
import { listRevisions } from '@/server/history/queries'
import { restoreRevision } from '@/server/history/restore'
import { mergeRecords } from '@/server/merging/merge'
import { previewMerge } from '@/server/merging/preview'
import { asLine, search } from '@/server/search/test-support'
import { freezeShare } from '@/server/shares/editions/editions'
import { createShare } from '@/server/shares/links/mutations'
import { asOwner } from '@/scripts/testing/database'
import { editOf, saveEdit } from '@/server/testing/editing'
import { logEntry, newCampaignFor, newWorld, type World } from '@/server/testing/world'
import { crawl, get } from './s/crawl'

// A field that the record does not have: its definition, its column in the schema, and the migration,
// which is all that "Adding a field of all entries" in docs/architecture.md asks for.
const { LANGUAGE, COLUMN, client } = vi.hoisted(() => ({
  COLUMN: 'language String @default("")',
  client: { folder: '' },
  LANGUAGE: {
    label: 'Language',
    hint: 'In which it was said',
    type: 'line',
    most: 60,
    group: 'telling',
    shown: 'everywhere',
    lens: { widest: 'press', label: 'Languages' },
    changed: 'language',
    filtered: true,
    alike: true,
  } satisfies PlainField,
}))
const MIGRATION = `alter table entry add column language text not null default ''`

vi.mock('@/lib/entries/fields/plain', async (original) => {
  const registry = await original<typeof import('@/lib/entries/fields/plain')>()
  Object.assign(registry.plainFields, { language: LANGUAGE })
  return registry
})
vi.mock('@/prisma/generated/client', async () => {
  const { clientWith } = await import('@/scripts/testing/client-with')
  client.folder = clientWith(COLUMN)
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

// The types know the fields of the registry alone, and this one is added to it while the test runs.
const languageOf = (entry: object) =>
  new Map<string, unknown>(Object.entries(entry)).get('language')
const spanish = { ...emptyEntry(), title: 'A rally', edtf: '2026-02-13', language: 'Spanish' }

async function logged(fields: object = {}) {
  const { owner } = world
  const campaign = await newCampaignFor(owner)
  const { id } = await logEntry(owner, campaign, {
    title: 'A rally',
    language: 'Spanish',
    ...fields,
  })
  return { owner, campaign, id, entry: await getEntry(owner, id) }
}

describe('a field that is added to the registry', () => {
  it('is asked for by the form and shown on the page', () => {
    const form = renderToStaticMarkup(<PlainFields group="telling" lane="action" />)
    expect(form).toContain('name="language"')
    expect(form).toContain('In which it was said')
    const page = renderToStaticMarkup(<EntryCard entry={spanish} />)
    expect(page).toMatch(/Language<\/dt><dd><bdi>Spanish/)
  })

  it('is saved, and stays through an edit that leaves it alone', async () => {
    const { owner, id, entry } = await logged()
    expect(languageOf(entry)).toBe('Spanish')
    await saveEdit(owner, entry, editOf(entry, { title: 'Another rally' }))
    expect(languageOf(await getEntry(owner, id))).toBe('Spanish')
  })

  it('is refused where it is too long', () => {
    expect(() => logEntry(world.owner, world.campaign, { language: 'x'.repeat(61) })).toThrow(/60/)
  })

  it('is in the history, and comes back with an earlier version', async () => {
    const { owner, id, entry } = await logged()
    await saveEdit(owner, entry, editOf(entry, { language: 'Somali' }))
    const [latest] = await listRevisions(owner, 'entry', id)
    expect(latest?.fields).toEqual([
      { field: 'language', label: 'Language', from: 'Spanish', to: 'Somali' },
    ])
    await restoreRevision(owner, 'entry', id, 1)
    expect(languageOf(await getEntry(owner, id))).toBe('Spanish')
  })

  it('is one of the fields of two edits that meet', () => {
    const [base, mine, theirs] = ['', 'Somali', 'Spanish'].map((language) => ({
      title: 'A',
      language,
    }))
    const { conflicts } = mergeEdits(base ?? {}, mine ?? {}, theirs ?? {})
    expect(conflicts).toEqual([
      { field: 'language', label: 'Language', yours: 'Somali', theirs: 'Spanish' },
    ])
  })

  it('is chosen where two entries become one, and taken where one lacks it', async () => {
    const { owner, campaign, id: survivorId } = await logged({ language: 'Somali' })
    const { id: duplicateId } = await logEntry(owner, campaign, { language: 'Spanish' })
    const { fields } = await previewMerge(owner, 'entry', survivorId, duplicateId)
    expect(fields).toContainEqual({
      ...{ field: 'language', label: 'Language', survivor: 'Somali', duplicate: 'Spanish' },
    })
    await mergeRecords(owner, 'entry', { survivorId, duplicateId, take: { language: 'duplicate' } })
    expect(languageOf(await getEntry(owner, survivorId))).toBe('Spanish')
    const { id: lacking } = await logEntry(owner, campaign, {})
    await mergeRecords(owner, 'entry', { survivorId: lacking, duplicateId: survivorId, take: {} })
    expect(languageOf(await getEntry(owner, lacking))).toBe('Spanish')
  })

  it('is found by the search, which shows where the word stands', async () => {
    const { owner, id } = await logged({ language: 'Quechua' })
    const { results } = await search(owner, 'quechua')
    expect(results.map((result) => result.id)).toEqual([id])
    expect(results.map(asLine)).toEqual(['A rally | Language: [Quechua]'])
  })

  it('begins another entry like this one', async () => {
    const { entry } = await logged()
    expect(valuesLike(entry)).toMatchObject({ language: 'Spanish' })
  })
})

describe('a link to a record with that field', () => {
  async function linkOf(lens: string, campaign: { id: string }) {
    const link = await createShare(world.owner, shareSchema.parse({ campaign: campaign.id, lens }))
    await freezeShare(world.owner, { share: link.id })
    return link.url
  }

  it('shows it on pages, in every file and in the edition, where its lens has it', async () => {
    const { campaign } = await logged({
      ...{ place: 'Seattle', latitude: '47.6', longitude: '-122.3' },
    })
    const url = await linkOf('press', campaign)
    const served = await crawl(url)
    const having = [...served].filter(([, text]) => text.includes('Spanish')).map(([at]) => at)
    for (const path of ['', '/entries.csv', '/record.json', '/calendar.ics', '/places.geojson'])
      expect(having).toContain(`${url}${path}`)
    for (const path of ['/timeline.json', '/feed.atom', '/editions/1', '/editions/edition-1.json'])
      expect(having).toContain(`${url}${path}`)
    const [head = [], row = []] = readCsv(await (await get(`${url}/entries.csv`)).text())
    expect(row[head.indexOf('language')]).toBe('Spanish')
  })

  it('reads it for no other lens', async () => {
    const { campaign } = await logged()
    const url = await linkOf('public', campaign)
    const served = await crawl(url)
    expect([...served.values()].some((text) => text.includes('Spanish'))).toBe(false)
    // Nor does a file say that there is such a field.
    for (const file of ['entries.csv', 'record.json'])
      expect(served.get(`${url}/${file}`)).not.toContain('language')
  })

  it('can be given it, which is named to its maker', () => {
    const { language } = { language: 'language' as never }
    expect(moreThanLens('public', { fields: [language] })).toEqual(['languages'])
  })

  it('tells its readers that it changed', () => {
    const names = new Withholder([])
    const record = (entry: LinkedEntry) => ({ demands: [], entries: [names.showAll(entry)] })
    const after = { ...spanish, language: 'Somali' }
    const { changed } = differences(record(spanish), record(after))
    expect(changed.map(({ fields }) => fields)).toEqual([['language']])
  })

  it('has it empty in an edition that was frozen before', () => {
    const { language: _language, ...old } = spanish
    const text = JSON.stringify({
      ...{ format: 'throughline-edition', version: 1, demands: [], entries: [old] },
    })
    const { entries } = readEdition(text)
    expect(entries.map(languageOf)).toEqual([''])
  })
})
