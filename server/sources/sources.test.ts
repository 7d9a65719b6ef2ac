import { describe, expect, it } from 'vitest'
import { sourceSchema } from '@/lib/schemas/source'
import { useTestDatabase } from '../auth/test-support'
import { inRole, logEntry, newCampaign } from '../demands/test-support'
import { createSource, updateSource } from './mutations'
import { getSource, listSources } from './queries'

useTestDatabase()

const input = (more: Record<string, unknown> = {}) =>
  sourceSchema('2026-03-01').parse({ title: 'A report', publisher: 'A newsroom', ...more })

describe('a source', () => {
  it('keeps its text with the SHA-256 of its UTF-8', async () => {
    const { owner } = await newCampaign()
    const id = await createSource(owner, input({ capturedText: 'abc', published: '13 Feb 2026' }))
    expect(await getSource(owner, id)).toMatchObject({
      published: '2026-02-13',
      capturedText: 'abc',
      capturedSha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    })
    await updateSource(owner, id, input({ capturedText: '', version: 1 }))
    expect(await getSource(owner, id)).toMatchObject({ capturedSha256: '', version: 2 })
  })

  it('keeps pictures as caption and credit, in order', async () => {
    const { owner } = await newCampaign()
    const pictures = [
      { caption: 'Workers', credit: 'A' },
      { caption: 'Signs', credit: 'B' },
    ]
    const id = await createSource(owner, input({ pictures }))
    expect((await getSource(owner, id)).pictures).toMatchObject(pictures)
    await updateSource(owner, id, input({ pictures: pictures.slice(1) }))
    expect((await getSource(owner, id)).pictures).toMatchObject(pictures.slice(1))
  })

  it('shows where it is cited, and finds its passages again in a new text', async () => {
    const { owner, id: campaignId, slug } = await newCampaign()
    const id = await createSource(owner, input({ capturedText: 'They met on Thursday at noon.' }))
    const entry = await logEntry(owner, slug, {
      kind: 'rally',
      citations: [{ source: id, exact: 'on Thursday' }],
    })
    expect((await getSource(owner, id)).passages.items).toMatchObject([
      { exact: 'on Thursday', prefix: 'They met ', suffix: ' at noon.', entry: { id: entry.id } },
    ])
    await updateSource(owner, id, input({ capturedText: 'Later: They met on Thursday at noon.' }))
    expect((await getSource(owner, id)).passages.items).toMatchObject([
      { prefix: 'Later: They met ', suffix: ' at noon.', carries: 'entry' },
    ])
    expect((await listSources(owner, { campaignId })).sources).toMatchObject([{ id, citations: 1 }])
  })

  it('says what each passage carries, the one cited last first', async () => {
    const { owner, slug } = await newCampaign()
    const id = await createSource(owner, input())
    await logEntry(owner, slug, {
      ...{ kind: 'rally', title: 'Rally', citations: [{ source: id }] },
      appearances: [{ name: 'Jo Example', quotes: [{ text: 'Enough.', source: 'own' }] }],
    })
    const { passages } = await getSource(owner, id)
    expect(passages.count).toBe(2)
    expect(passages.items.map(({ carries, entry }) => [carries, entry?.title]).sort()).toEqual([
      ['entry', 'Rally'],
      ['quote', 'Rally'],
    ])
  })

  it('does not tell of a draft that cites it', async () => {
    const { owner, slug } = await newCampaign()
    const id = await createSource(owner, input())
    await logEntry(owner, slug, { kind: 'rally', status: 'draft', citations: [{ source: id }] })
    const viewer = inRole(owner, 'viewer')
    expect((await listSources(owner)).sources).toMatchObject([{ citations: 1 }])
    expect((await listSources(viewer)).sources).toMatchObject([{ citations: 0 }])
    expect((await getSource(viewer, id)).passages.items).toEqual([])
  })

  it('is one source for one web address or for one title and publisher', async () => {
    const { owner, slug } = await newCampaign()
    const url = 'https://example.org/report'
    await logEntry(owner, slug, {
      kind: 'news',
      citations: [
        { title: 'One', url },
        { title: 'Two', publisher: 'P' },
        { title: 'two', publisher: 'p' },
      ],
    })
    await logEntry(owner, slug, { kind: 'news', citations: [{ title: 'Another title', url }] })
    expect((await listSources(owner)).sources.map(({ title }) => title).sort()).toEqual([
      'One',
      'Two',
    ])
  })

  it('that somebody else saved meanwhile is not written over', async () => {
    const { owner } = await newCampaign()
    const id = await createSource(owner, input())
    await updateSource(owner, id, input({ title: 'Theirs', version: 1 }))
    await expect(
      updateSource(owner, id, input({ title: 'Yours', version: 1 })),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      conflicts: [{ field: 'title', yours: 'Yours', theirs: 'Theirs' }],
    })
  })

  it('is not there for another workspace, a reader of a share, or an address that is no id', async () => {
    const { owner, reader } = await newCampaign()
    const id = await createSource(owner, input())
    const { owner: stranger } = await newCampaign()
    await expect(getSource(stranger, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(updateSource(stranger, id, input())).rejects.toMatchObject({ code: 'not_found' })
    await expect(getSource(owner, 'x')).rejects.toMatchObject({ code: 'not_found' })
    await expect(getSource(reader, id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listSources(reader)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(createSource(inRole(owner, 'viewer'), input())).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('of a campaign come page by page by title, and are found by words', async () => {
    const { owner, id: campaignId } = await newCampaign()
    for (let n = 100; n < 203; n += 1)
      await createSource(owner, input({ title: `Report ${n}`, publisher: 'The Paper' }), campaignId)
    await createSource(owner, input({ title: 'Elsewhere', publisher: 'The Paper' }))
    const titles = async (asked: object) =>
      (await listSources(owner, { campaignId, ...asked })).sources.map(({ title }) => title)
    const first = await listSources(owner, { campaignId })
    expect(first.sources).toHaveLength(100)
    expect(await titles({ after: first.next })).toEqual(['Report 200', 'Report 201', 'Report 202'])
    expect(await titles({ q: 'paper 150' })).toEqual(['Report 150'])
    await expect(titles({ after: 'x' })).rejects.toThrow('Begin again')
  })
})
