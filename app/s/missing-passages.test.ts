import { expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { sourceSchema } from '@/lib/schemas/source'
import { useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { getEntry } from '@/server/entries/queries'
import { createShare } from '@/server/shares/links/mutations'
import { createSource, updateSource } from '@/server/sources/mutations'
import { matchUnmatched } from '@/server/sources/passage-match'
import { systemViewer } from '@/server/auth/viewers'
import { withViewer } from '@/server/db'
import { logEntry, newWorld } from '@/server/testing/world'
import { get } from './crawl'

aTestDatabase()

const NOTE = 'Not found in the captured text of the source'
const TEXT = 'Jo said: “We will not stop.” Then Sam said: “We will not stop.” And they left.'
const text = (capturedText: string) =>
  sourceSchema('2026-03-01').parse({ title: 'A report', capturedText })

async function quoted(quote: string) {
  const world = await newWorld()
  const { owner, campaign } = world
  const source = await createSource(owner, text(TEXT))
  const { id } = await logEntry(owner, campaign, {
    ...{ title: 'A rally', citations: [{ source, title: 'A report' }] },
    appearances: [
      {
        name: 'Jo Doe',
        consent: 'named',
        consentReason: 'spoke on the record',
        quotes: [{ text: quote, source }],
      },
    ],
  })
  const of = async () => {
    const [appearance] = (await getEntry(owner, id)).appearances
    return appearance?.quotes[0]?.citations[0]?.missing
  }
  const input = shareSchema.parse({ campaign: campaign.id, lens: 'press' })
  const { url } = await createShare(owner, input)
  const page = async (path = '') => (await get(`${url}${path}`)).text()
  return { owner, source, of, page }
}

it('says on members’ pages and shares that a quote is not in the text of its source', async () => {
  const { of, page } = await quoted('We would never stop.')
  expect(await of()).toBe('absent')
  expect(await page()).toContain(NOTE)
  expect(await page('/record.json')).toContain('"missing": "absent"')
})

it('says nothing of a quote that is there, however it is written', async () => {
  const { of, page } = await quoted('we will\nNOT stop.')
  expect(await of()).toBeUndefined()
  expect(await page()).not.toContain(NOTE)
})

it('lets no mark move to a sentence that reads alike when its own is gone', async () => {
  const { owner, source, of, page } = await quoted('We will not stop.')
  expect(await of()).toBeUndefined()
  await updateSource(owner, source, text(TEXT.slice(TEXT.indexOf('Then'))))
  expect(await of()).toBe('moved')
  expect(await page()).toContain('No longer found where it was marked')
  await updateSource(owner, source, text(TEXT))
  expect(await of()).toBeUndefined()
})

it('compares what was cited before any was compared', async () => {
  const { owner, of } = await quoted('We would never stop.')
  await withViewer(owner, (tx) => tx.citation.updateMany({ data: { match: '' } }))
  expect(await of()).toBeUndefined()
  await matchUnmatched(systemViewer(owner.workspaceId))
  expect(await of()).toBe('absent')
})
