import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { logEntry, newCampaign } from '../demands/test-support'
import { idsFound, rally, search } from './test-support'

useTestDatabase()

describe('filters', () => {
  it('narrow by kind, organization, person and days', async () => {
    const { owner, slug } = await newCampaign()
    const one = await logEntry(owner, slug, { ...rally, title: 'Rally on the Spheres', place: '' })
    const two = await logEntry(owner, slug, {
      ...{ kind: 'march', title: 'March on the Spheres', date: 'March 2026' },
      organizations: [{ name: 'Ring Labs', part: 'actor' }],
    })
    // Both stand in the title alone, so that the later one comes first.
    const found = (more: Record<string, string>) => idsFound(owner, 'on spheres', more)
    expect(await found({})).toEqual([two.id, one.id])
    expect(await found({ kind: 'rally' })).toEqual([one.id])
    expect(await found({ organization: 'labs' })).toEqual([two.id])
    expect(await found({ organization: 'rnig labz' })).toEqual([two.id])
    expect(await found({ organization: 'ring' })).toEqual([two.id, one.id])
    expect(await found({ organization: 'nobody' })).toEqual([])
    expect(await found({ person: 'ana' })).toEqual([one.id])
    expect(await found({ from: '2026-02-13', to: '2026-02-13' })).toEqual([one.id])
    expect(await found({ from: '2026-03-31' })).toEqual([two.id])
    expect(await idsFound(owner, '', { from: '2026-01-01', record: 'entry' })).toEqual([
      two.id,
      one.id,
    ])
  })

  it('that ask for nothing find nothing', async () => {
    const { owner, slug } = await newCampaign()
    await logEntry(owner, slug, rally)
    expect(await search(owner, ' ')).toEqual({ results: [], next: null, loosened: false })
  })
})

describe('pages', () => {
  it('give each result once, better ones first, then the newest', async () => {
    const { owner, slug } = await newCampaign()
    const day = (n: number) => `2026-01-${String(n + 1).padStart(2, '0')}`
    const inTitle: string[] = []
    const inSummary: string[] = []
    for (let n = 0; n < 25; n += 1) {
      const given = { kind: 'news' as const, date: day(n) }
      inTitle.unshift((await logEntry(owner, slug, { ...given, title: 'On portals' })).id)
      inSummary.unshift(
        (await logEntry(owner, slug, { ...given, title: 'Other', summary: 'On portals' })).id,
      )
    }
    const all: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: Awaited<ReturnType<typeof search>> = await search(owner, 'portals', { after })
      expect(page.results.length).toBeLessThanOrEqual(20)
      all.push(...page.results.map(({ id }) => id))
      after = page.next
    }
    expect(all).toEqual([...inTitle, ...inSummary])
  })

  it('refuse a cursor that is not ours', async () => {
    const { owner } = await newCampaign()
    for (const after of ['x', "e_1_2026-01-01_'", 'e_1_2026-02-30_x', 'e_1_0000-00-00_x'])
      await expect(search(owner, 'a', { after })).rejects.toMatchObject({ code: 'invalid' })
    const id = '00000000-0000-7000-8000-000000000000'
    await expect(search(owner, 'a', { after: `e_1_2026-02-30_${id}` })).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})
