import { beforeAll, describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/formats/csv'
import { shareSchema } from '@/lib/schemas/share'
import { noFilter } from '@/lib/timeline/filters'
import { get } from '../../app/s/crawl'
import { useTestDatabase as aTestDatabase } from '../auth/test-support'
import type { Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { listRevisions } from '../history/queries'
import { restoreRevision } from '../history/restore'
import { mergeRecords } from '../merging/merge'
import { asLine, search } from '../search/test-support'
import { freezeShare } from '../shares/editions/editions'
import { createShare } from '../shares/links/mutations'
import { editOf, saveEdit } from '../testing/editing'
import { logEntry, newCampaignFor, newWorld, readerOf, type World } from '../testing/world'
import { filteredEntries } from '../timeline/filter/where'
import { getEntry } from './queries'

aTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

const REPORT = { title: 'A report', publisher: 'The Paper', url: 'https://paper.example.org/1' }
const DISPUTE = { reason: 'No contract was signed', saidBy: 'Amazon', source: 'entry' }
const REPLY = {
  ...{ organization: 'Amazon', date: '14 Feb 2026', text: 'We have no such contract.' },
  source: 'entry',
}
const ANSWERED = {
  title: 'A rally',
  citations: [REPORT],
  disputes: [DISPUTE],
  replies: [REPLY],
  appearances: [
    {
      description: 'A worker',
      quotes: [
        {
          ...{ text: 'They sold it to all.', source: 'entry' },
          disputes: [{ reason: 'Only to two', saidBy: 'Ring', source: '' }],
        },
      ],
    },
  ],
}

async function logged(fields: object = {}) {
  const { owner } = world
  const campaign = await newCampaignFor(owner)
  const { id } = await logEntry(owner, campaign, { ...ANSWERED, ...fields })
  return { owner, campaign, id, read: () => getEntry(owner, id) }
}

const quoteOf = (entry: Awaited<ReturnType<typeof getEntry>>) => entry.appearances[0]?.quotes[0]
const asked = { title: 'A report', publisher: 'The Paper' }

describe('an entry that is disputed, with the statement of an organization', () => {
  it('has who says so, why, when and where it stands, and keeps them through an edit', async () => {
    const { owner, read } = await logged()
    const before = await read()
    expect(before.disputes).toMatchObject([
      { reason: DISPUTE.reason, saidBy: 'Amazon', citations: [{ source: asked }] },
    ])
    expect(before.replies).toMatchObject([
      {
        ...{ organization: 'Amazon', edtf: '2026-02-14', text: REPLY.text },
        citations: [{ exact: REPLY.text, source: asked }],
      },
    ])
    expect(quoteOf(before)?.disputes).toMatchObject([{ reason: 'Only to two', saidBy: 'Ring' }])
    await saveEdit(owner, before, editOf(before, { title: 'Another rally' }))
    const saved = (entry: typeof before) =>
      [...entry.disputes, ...entry.replies].map(({ citations, ...said }) => ({
        ...{ ...said, cited: citations.map(({ exact, source }) => ({ exact, source })) },
      }))
    expect(saved(await read())).toEqual(saved(before))
    expect(quoteOf(await read())?.disputes).toEqual(quoteOf(before)?.disputes)
  })

  it('says in its history what was settled, and can be disputed again', async () => {
    const { owner, id, read } = await logged()
    const gone = { 'disputes.0.reason': '', 'disputes.0.saidBy': '', 'disputes.0.source': '' }
    await saveEdit(owner, await read(), editOf(await read(), gone))
    expect((await read()).disputes).toEqual([])
    const [latest] = await listRevisions(owner, 'entry', id)
    expect(latest?.fields).toMatchObject([{ field: 'disputes', label: 'Disputed', to: '' }])
    await restoreRevision(owner, 'entry', id, 1)
    expect((await read()).disputes).toMatchObject([{ reason: DISPUTE.reason }])
  })

  it.each([
    ['a dispute by nobody', { disputes: [{ ...DISPUTE, saidBy: '' }] }, 'who disputes it'],
    ['a dispute without a reason', { disputes: [{ ...DISPUTE, reason: '' }] }, 'what is disputed'],
    ['a statement by nobody', { replies: [{ ...REPLY, organization: '' }] }, 'Name the org'],
    ['a statement without a source', { replies: [{ ...REPLY, source: '' }] }, 'where this stat'],
    [
      'one whose entry has none',
      { citations: [], disputes: [], replies: [{ ...REPLY, source: 'own' }], appearances: [] },
      'where this stat',
    ],
  ])('refuses %s', async (_what, fields, message) => {
    const work = (async () => logged(fields))()
    await expect(work).rejects.toThrow(new RegExp(message))
  })

  it('is found by the words of both', async () => {
    const { owner } = await logged({
      disputes: [{ ...DISPUTE, reason: 'Quokkas were never there' }],
      replies: [{ ...REPLY, text: 'We never kept wombats.' }],
    })
    const lines = async (word: string) => (await search(owner, word)).results.map(asLine)
    expect(await lines('quokkas')).toEqual([
      'A rally | Disputed by Amazon: [Quokkas] were never there',
    ])
    expect((await lines('wombats'))[0]).toContain('Statement by Amazon: We never kept [wombats].')
  })

  it('keeps both where two entries become one', async () => {
    const { owner, campaign, id, read } = await logged()
    const { id: duplicateId } = await logEntry(owner, campaign, {
      ...ANSWERED,
      disputes: [{ ...DISPUTE, saidBy: 'The police' }],
    })
    await mergeRecords(owner, 'entry', { survivorId: id, duplicateId, take: {} })
    const { disputes, replies } = await read()
    expect(disputes.map(({ saidBy }) => saidBy).sort()).toEqual(['Amazon', 'The police'])
    expect(replies).toHaveLength(2)
  })

  it('is what a filter can ask for; a reader’s own finds no disputed quote', async () => {
    const { owner, campaign, id } = await logged()
    const { id: quoted } = await logEntry(owner, campaign, { ...ANSWERED, disputes: [] })
    await logEntry(owner, campaign)
    const found = async (viewer: Viewer) =>
      withViewer(viewer, async (tx) => {
        const filter = { ...noFilter, checks: ['disputed' as const] }
        const where = await filteredEntries(tx, viewer, campaign.id, filter)
        const rows = await tx.$queryRaw<{ id: string }[]>`select e.id from entry e where ${where}`
        return rows.map((row) => row.id).sort()
      })
    expect(await found(owner)).toEqual([id, quoted].sort())
    expect(await found(await readerOf(owner, campaign.id))).toEqual([id])
  })
})

describe('a link to such an entry', () => {
  async function linkTo(fields: object = {}) {
    const { owner, campaign } = await logged(fields)
    const input = shareSchema.parse({ campaign: campaign.id, lens: 'public' })
    const { id, url } = await createShare(owner, input)
    await freezeShare(owner, { share: id })
    return { owner, url, text: async (path: string) => (await get(`${url}${path}`)).text() }
  }

  it('says both on its page, in every file and in the edition', async () => {
    const { text } = await linkTo()
    for (const path of ['', '/editions/1']) {
      const page = (await text(path)).replaceAll(/<[^>]*>/g, '')
      expect(page, path).toContain('Disputed by Amazon: No contract was signed')
      expect(page, path).toContain('Disputed by Ring: Only to two')
      expect(page, path).toContain('Right of reply: statement by Amazon, 14 Feb 2026')
    }
    for (const path of [
      '/record.json',
      '/editions/edition-1.json',
      '/entries.csv',
      '/record.jsonld',
    ])
      for (const words of [DISPUTE.reason, REPLY.text])
        expect(await text(path), path).toContain(words)
    const quotation = /"@type": ?"Quotation"[^}]*Only to two[^}]*No contract was signed/
    expect(await text('/record.jsonld')).toMatch(quotation)
    for (const path of ['/calendar.ics', '/feed.atom', '/timeline.json']) {
      const whole = (await text(path)).replaceAll('\r\n ', '')
      expect(whole, path).toContain('Disputed by Amazon: No contract was signed (The Paper).')
      expect(whole, path).toMatch(/Amazon stated on 14 Feb 2026/)
    }
    const [head = [], row = []] = readCsv(await text('/entries.csv'))
    expect(row[head.indexOf('disputed')]).toContain('“They sold it to all.”: Disputed by Ring')
  })

  it('withholds names in both that its readers may not know', async () => {
    const { owner, text } = await linkTo({
      disputes: [{ ...DISPUTE, reason: 'Zora Hidden was not there', saidBy: 'Zora Hidden' }],
      replies: [{ ...REPLY, text: 'We never met Zora Hidden.' }],
      appearances: [{ name: 'Zora Hidden', quotes: [{ text: 'Never.', source: '' }] }],
    })
    expect(owner).toBeDefined()
    for (const path of ['', '/record.json', '/entries.csv', '/calendar.ics', '/editions/1'])
      expect(await text(path), path).not.toContain('Zora')
    expect(await text('')).toContain('was not there')
  })
})
