import { describe, expect, it } from 'vitest'
import { passageSchema, sourceSchema } from '@/lib/schemas/source'
import { useTestDatabase } from '../auth/test-support'
import { inRole, logEntry, newCampaign } from '../demands/test-support'
import { listRevisions } from '../history/queries'
import { createSource } from '../sources/mutations'
import { getSource } from '../sources/queries'
import { citePassage } from './cite'
import { getEntry } from './queries'

useTestDatabase()

const TEXT = 'We won. They said no. In the end we won, and everybody saw it.'

async function citable(more: Record<string, unknown> = {}) {
  const campaign = await newCampaign()
  const { owner, slug } = campaign
  const input = sourceSchema('2026-03-01').parse({ title: 'A report', capturedText: TEXT })
  const source = await createSource(owner, input)
  const entry = await logEntry(owner, slug, { kind: 'rally', title: 'The rally', ...more })
  return { ...campaign, source, entry: entry.id }
}

const words = (more: Record<string, unknown>) => passageSchema.parse(more)

describe('words of a source', () => {
  it('carry an entry that is meant by its title, at the place where they were marked', async () => {
    const { owner, source, entry } = await citable()
    const marked = { exact: 'we won', prefix: 'In the end ', suffix: ', and' }
    const id = await citePassage(owner, source, words({ ...marked, entry: 'the RALLY' }))
    expect((await getSource(owner, source)).passages.items).toMatchObject([
      { id, exact: 'we won', prefix: 'e won. They said no. In the end ', carries: 'entry' },
    ])
    const read = await getEntry(owner, entry)
    expect(read).toMatchObject({ version: 2, citations: [{ exact: 'we won' }] })
    const [last] = await listRevisions(owner, 'entry', entry)
    expect(last).toMatchObject({ version: 2, note: 'Cited on the page of the source.' })
  })

  it('are told once, and complete a citation that has no words yet', async () => {
    const { owner, slug, source } = await citable()
    const bare = { kind: 'rally', title: 'Another', citations: [{ source, title: 'A report' }] }
    const { id: entry } = await logEntry(owner, slug, bare as Parameters<typeof logEntry>[2])
    const input = words({ exact: 'They said no', entry: 'x', entryId: entry })
    const first = await citePassage(owner, source, input)
    expect(await citePassage(owner, source, input)).toBe(first)
    const { citations, version } = await getEntry(owner, entry)
    expect(citations).toMatchObject([{ id: first, exact: 'They said no' }])
    expect(version).toBe(2)
    await citePassage(owner, source, words({ exact: 'We won', entry, entryId: entry }))
    expect((await getEntry(owner, entry)).citations.map(({ exact }) => exact)).toEqual([
      'They said no',
      'We won',
    ])
  })

  it('are refused where they do not stand in the text, or no entry is meant', async () => {
    const { owner, slug, source, entry } = await citable()
    const refused = (input: Record<string, unknown>) =>
      expect(citePassage(owner, source, words(input))).rejects
    await refused({ exact: 'They said yes', entry }).toMatchObject({ path: ['exact'] })
    await refused({ exact: 'We won', entry: 'Some other' }).toMatchObject({ path: ['entry'] })
    await logEntry(owner, slug, { kind: 'march', title: 'The rally' })
    await refused({ exact: 'We won', entry: 'The rally' }).toThrow(/Several entries/)
  })

  it('do not change what is published for a contributor', async () => {
    const { owner, slug, source, entry } = await citable()
    const contributor = inRole(owner, 'contributor')
    const input = words({ exact: 'We won', entry })
    await expect(citePassage(contributor, source, input)).rejects.toMatchObject({
      code: 'forbidden',
    })
    const draft = await logEntry(contributor, slug, { kind: 'vigil', status: 'draft' })
    await citePassage(contributor, source, words({ exact: 'We won', entry: draft.id }))
    expect((await getEntry(owner, draft.id)).citations).toHaveLength(1)
  })
})
