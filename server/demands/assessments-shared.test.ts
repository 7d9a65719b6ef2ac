import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { readSharedRecord } from '../shares/reading/record'
import { readerOf } from '../testing/world'
import { decide } from './assessments'
import { getDemand, listDemands } from './queries'
import { answered, assessAs, logEntry, standings } from './test-support'

useTestDatabase()

describe('a reader of a share', () => {
  it('sees no proposal, and the standing of the record without the hidden entry that it rests on', async () => {
    const { owner, reader, id, entry, proposals } = await answered('draft')
    expect((await listDemands(reader, id))[0]?.proposals).toEqual([])
    const assessment = (await proposals())[0]?.id ?? ''
    await decide(owner, { assessment, decision: 'confirmed', reason: '' })
    expect((await standings(owner, id))?.[1]).toEqual(['Ring', 'met', '2026-02-13'])
    expect((await standings(reader, id))?.[1]).toEqual(['Ring', 'met', '2026-02-13'])
    const [seen] = await listDemands(reader, id)
    expect(seen?.targets[1]).toMatchObject({ evidence: null, evidenceKept: true })
    expect(JSON.stringify(await listDemands(reader, id))).not.toContain(entry.id)
  })

  it('sees the standing of the record, without a note on what is hidden', async () => {
    const { owner, reader, id, slug, demand } = await answered()
    const organization = demand.target('Ring')
    const ring = { demand: demand.id, organization }
    await assessAs(owner, { ...ring, standing: 'acknowledged', date: '14 Feb 2026' })
    const draft = await logEntry(owner, slug, {
      ...{ kind: 'statement', status: 'draft', title: 'Canary' },
    })
    await assessAs(owner, {
      ...{ ...ring, standing: 'refused', date: '15 Feb 2026', entry: draft.id, note: 'Canary' },
    })
    expect((await standings(owner, id))?.[1]).toEqual(['Ring', 'refused', '2026-02-15'])
    expect((await standings(reader, id))?.[1]).toEqual(['Ring', 'refused', '2026-02-15'])
    const shown = JSON.stringify((await readSharedRecord(await readerOf(owner, id))).demands)
    expect(shown).toContain('"standing":"refused"')
    expect(shown).not.toContain('Canary')
  })

  it('may neither read the thread nor write', async () => {
    const { reader, slug, demand } = await answered()
    const forbidden = { code: 'forbidden' }
    await expect(getDemand(reader, slug, 1)).rejects.toMatchObject(forbidden)
    await expect(
      assessAs(reader, {
        ...{ demand: demand.id, organization: demand.target('Ring') },
        ...{ standing: 'met', date: '13 Feb 2026' },
      }),
    ).rejects.toMatchObject(forbidden)
  })
})
