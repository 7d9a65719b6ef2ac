import { describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { useTestDatabase } from '../../auth/test-support'
import { shareReaderFor } from '../../auth/share-reader'
import { withViewer } from '../../db'
import { getEntry } from '../../entries/queries'
import { trashEntry } from '../../entries/trash'
import { editOf, saveEdit } from '../../testing/editing'
import { logEntry, newWorld } from '../../testing/world'
import { createShare } from '../links/mutations'
import { readChangesSince } from './changes-since'

useTestDatabase()

const SINCE = '2026-02-01'
const LONG_AGO = new Date('2026-01-05T12:00:00Z')

async function newRecord() {
  const { owner, campaign } = await newWorld()
  const log = (title: string, fields: Parameters<typeof logEntry>[2] = {}) =>
    logEntry(owner, campaign, { title, ...fields })
  /** As if all that was written so far had been written before. */
  const sinceLongAgo = () =>
    withViewer(owner, async (tx) => {
      await tx.$executeRaw`update entry set created_at = ${LONG_AGO}`
      await tx.$executeRaw`update revision set at = ${LONG_AGO}`
    })
  const told = async (more: Record<string, unknown> = {}) => {
    const input = shareSchema.parse({ campaign: campaign.id, lens: 'member', ...more })
    const { url } = await createShare(owner, input)
    const reader = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
    if (!reader) throw new Error('The new link is not readable.')
    const { added, corrected, gone } = await readChangesSince(reader, SINCE)
    return {
      added: added.map(({ title }) => title).sort(),
      corrected: corrected.map(({ entry, fields }) => [entry.title, ...fields]),
      gone,
    }
  }
  return { owner, log, sinceLongAgo, told }
}

const only = (choices: Record<string, unknown>) => ({ choices: JSON.stringify(choices) })

describe('what is told of changes behind a link', () => {
  it('is of entries that it shows', async () => {
    const { log, told } = await newRecord()
    await log('A rally')
    await log('A meeting', { kind: 'meeting' })
    await log('A statement', { kind: 'statement' })
    await log('A draft', { status: 'draft' })
    const all = ['A meeting', 'A rally', 'A statement']
    expect(await told()).toEqual({ added: all, corrected: [], gone: 0 })
    expect((await told(only({ kinds: ['rally'] }))).added).toEqual(['A rally'])
    expect((await told(only({ lanes: ['response'] }))).added).toEqual(['A statement'])
    const filter = { scope: 'filter', filter: 'kind=meeting' }
    expect((await told(filter)).added).toEqual(['A meeting'])
    expect(await told({ scope: 'ledger' })).toEqual({ added: [], corrected: [], gone: 0 })
  })

  it('counts as gone what it showed, and only where the whole campaign is shown', async () => {
    const { owner, log, sinceLongAgo, told } = await newRecord()
    const rally = await log('A rally')
    const statement = await log('A statement', { kind: 'statement' })
    const draft = await log('A draft', { status: 'draft' })
    await sinceLongAgo()
    for (const { id } of [rally, statement, draft]) await trashEntry(owner, id)
    expect((await told()).gone).toBe(2)
    expect((await told(only({ lanes: ['action'] }))).gone).toBe(1)
    expect((await told(only({ kinds: ['statement'] }))).gone).toBe(1)
    expect((await told({ scope: 'filter', filter: 'kind=rally' })).gone).toBe(0)
  })

  it('says that people were corrected where it shows any', async () => {
    const { owner, log, sinceLongAgo, told } = await newRecord()
    const open = { consent: 'named', consentReason: 'said so' }
    const ids = [
      await log('With somebody', { appearances: [{ name: 'Nadia Example', ...open }] }),
      await log('With nobody shown', { appearances: [{ name: 'Hana Hidden' }] }),
    ]
    await sinceLongAgo()
    for (const { id } of ids) {
      const entry = await getEntry(owner, id)
      await saveEdit(owner, entry, editOf(entry, { 'appearances.0.description': 'a driver' }))
    }
    expect((await told()).corrected).toEqual([['With somebody', 'people and their words']])
    expect((await told(only({ fields: ['summary'] }))).corrected).toEqual([])
  })

  it('is nothing of an hour, a kind or an account that it does not show', async () => {
    const { owner, log, sinceLongAgo, told } = await newRecord()
    const { id } = await log('It', {
      ...{ placePrecision: 'hidden', date: '13 Feb 2026 5pm', alsoKind: 'march' },
      accordingTo: 'Another Hidden',
    })
    await sinceLongAgo()
    const edit = async (fields: Record<string, string>) => {
      const entry = await getEntry(owner, id)
      await saveEdit(owner, entry, editOf(entry, fields))
    }
    const rallies = only({ kinds: ['rally'] })
    await edit({ date: '13 Feb 2026 6pm', alsoKind: 'vigil', accordingTo: 'Hana Hidden' })
    expect((await told(rallies)).corrected).toEqual([])
    await edit({ summary: 'More.' })
    expect((await told(rallies)).corrected).toEqual([['It', 'summary']])
  })

  it('is of people whom it shows, and not of who is hidden beside them', async () => {
    const { owner, log, sinceLongAgo, told } = await newRecord()
    const open = { consent: 'named', consentReason: 'said so' }
    const quotes = [{ text: 'So we walked out.', consent: 'hidden' }]
    const { id } = await log('It', {
      appearances: [
        { name: 'Nadia Example', ...open },
        { name: 'Hana Hidden', quotes },
      ],
    })
    await sinceLongAgo()
    const edit = async (fields: Record<string, string>) => {
      const entry = await getEntry(owner, id)
      await saveEdit(owner, entry, editOf(entry, fields))
      return (await told()).corrected
    }
    expect(await edit({ 'appearances.1.description': 'a driver' })).toEqual([])
    expect(await edit({ 'appearances.1.quotes.0.text': 'So they walked out.' })).toEqual([])
    expect(await edit({ 'appearances.0.description': 'a cook' })).toEqual([
      ['It', 'people and their words'],
    ])
    expect(await edit({ 'appearances.0.description': '' })).toEqual([])
  })

  it('is of a second kind, an account and a date that readers saw change', async () => {
    const { owner, log, sinceLongAgo, told } = await newRecord()
    await log('Another', {
      appearances: [{ name: 'Nadia Example', consent: 'named', consentReason: 'said so' }],
    })
    const { id } = await log('It', { placePrecision: 'hidden', date: '13 Feb 2026 5pm' })
    await sinceLongAgo()
    const edit = async (fields: Record<string, string>) => {
      const entry = await getEntry(owner, id)
      await saveEdit(owner, entry, editOf(entry, fields))
    }
    await edit({ date: '14 Feb 2026 5pm', alsoKind: 'vigil', accordingTo: 'Nadia Example' })
    const all = { fields: ['summary', 'people', 'account'] }
    expect((await told(only(all))).corrected).toEqual([
      ['It', ...['whose account it is', 'kind', 'date']],
    ])
    expect((await told(only({ ...all, kinds: ['rally'] }))).corrected).toEqual([
      ['It', ...['whose account it is', 'date']],
    ])
    expect((await told(only({ fields: ['summary'] }))).corrected).toEqual([['It', 'kind', 'date']])
  })

  it('is nothing of a text in which only a name changed that is withheld', async () => {
    const { owner, log, sinceLongAgo, told } = await newRecord()
    const { id } = await log('It', {
      summary: 'Hana Hidden spoke.',
      appearances: [{ name: 'Hana Hidden' }, { name: 'Quirin Xylander' }],
    })
    await sinceLongAgo()
    const entry = await getEntry(owner, id)
    await saveEdit(owner, entry, editOf(entry, { summary: 'Quirin Xylander spoke.' }))
    expect((await told()).corrected).toEqual([])
  })

  it('knows a correction from an addition by what was there before that day', async () => {
    const { owner, log, sinceLongAgo, told } = await newRecord()
    const published = await log('Published before')
    const draft = await log('A draft before', { status: 'draft' })
    await sinceLongAgo()
    for (const { id } of [published, draft]) {
      const entry = await getEntry(owner, id)
      await saveEdit(owner, entry, editOf(entry, { status: 'published', summary: 'More.' }))
    }
    expect(await told()).toEqual({
      ...{ added: ['A draft before'], gone: 0 },
      corrected: [['Published before', 'summary']],
    })
  })
})
