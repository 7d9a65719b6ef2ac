import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { logEntry, newCampaign } from '../demands/test-support'
import { withViewer } from '../db'
import { asLine, idsFound, search } from './test-support'

useTestDatabase()

async function titled(title: string) {
  const { owner, slug } = await newCampaign()
  const { id } = await logEntry(owner, slug, { kind: 'news', title })
  await logEntry(owner, slug, { kind: 'news', title: 'Something else' })
  return { owner, id }
}

describe('words of every script', () => {
  it.each([
    ['武汉电车司机罢工三天', '罢工'],
    ['武汉电车司机罢工三天', '电车司机'],
    ['武汉电车司机罢工三天', '罢'],
    ['東京の労働者がストライキ', 'ストライキ'],
    ['東京の労働者がストライキ', '労働者'],
    ['Drivers罢工now', '罢工'],
    ['คนงานประท้วงในกรุงเทพ', 'ประท้วง'],
    ['노동자들이 파업했다', '노동자'],
    ['مظاهرة في القاهرة', 'القاهره'],
    ['خطاب مُحَمَّد', 'محمد'],
    ['خطاب محمد', 'مُحَمَّد'],
    ['إضراب العمّال', 'اضراب العمال'],
    ['על הַשְּׁבִיתָה', 'השביתה'],
    ['Забастовка водителей', 'забастовка'],
  ])('%s has %s', async (title, q) => {
    const { owner, id } = await titled(title)
    expect(await idsFound(owner, q, { record: 'entry' })).toEqual([id])
  })

  it('do not find other words of the same letters', async () => {
    const { owner } = await titled('武汉电车司机罢工三天')
    expect(await idsFound(owner, '工罢', { record: 'entry' })).toEqual([])
    expect(await idsFound(owner, '车天', { record: 'entry' })).toEqual([])
  })

  it('are marked where they stand', async () => {
    const { owner } = await titled('武汉电车司机罢工三天')
    const [result] = (await search(owner, '罢工')).results
    expect(result && asLine(result)).toContain('司机[罢工]三天')
  })
})

it('reads what is looked for once for a statement, not once for each row', async () => {
  const { owner } = await titled('A rally')
  const plan = await withViewer(
    owner,
    (tx) =>
      tx.$queryRaw<
        Record<string, string>[]
      >`explain (verbose) select record_id from search_document`,
  )
  const lines = plan.map((row) => Object.values(row).join('')).join('\n')
  expect(lines).toContain('InitPlan')
  expect(lines).not.toMatch(/words @@ .*current_setting/)
})

it('answers a hundred words, and common ones', async () => {
  const { owner, id } = await titled('The café of the union')
  for (const q of ['the', 'cafe', 'café']) expect(await idsFound(owner, q)).toContain(id)
  await expect(search(owner, 'the cafe '.repeat(100))).resolves.toBeDefined()
  await expect(search(owner, '99871')).resolves.toMatchObject({ results: [] })
})
