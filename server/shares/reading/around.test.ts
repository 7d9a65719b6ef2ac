import { expect, it } from 'vitest'
import { dayFromNumber, dayNumber } from '@/lib/dates/calendar'
import { shareSchema } from '@/lib/schemas/share'
import type { LensChoices } from '@/lib/shares/lens'
import { shareReaderFor } from '../../auth/share-reader'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { trashEntry } from '../../entries/trash'
import { logEntry, newWorld } from '../../testing/world'
import { createShare } from '../links/mutations'
import { readEntryPage } from './read'
import { relationTo } from '@/lib/shares/thread'
import { readSharedRecord } from './record'

useTestDatabase()

it('is the part of a long thread around the entry that is read, and says what is beyond it', async () => {
  const { owner, campaign, reader } = await newWorld()
  await logEntry(owner, campaign, {
    ...{ title: 'Rally 1', date: '1 Jan 2026' },
    demands: [{ wording: 'End the contract.', relation: 'raises', targets: 'Amazon' }],
  })
  const [demand] = await withViewer(owner, (tx) => tx.demand.findMany({ select: { id: true } }))
  for (let day = 2; day <= 40; day++)
    await logEntry(owner, campaign, {
      ...{ title: `Rally ${day}`, date: dayFromNumber(dayNumber('2025-12-31') + day) },
      demands: [{ demand: demand?.id, relation: 'raises', at: 'Amazon' }],
    })
  const { entries } = await readSharedRecord(reader)
  const of = async (title: string) => {
    const id = entries.find((one) => String(one.title) === title)?.id ?? ''
    const { thread } = (await readEntryPage(reader, id)).around
    const titles = thread.entries.map((one) => String(one.title))
    return {
      ...{ earlier: thread.earlier, later: thread.later, number: titles.length },
      here: thread.entries.filter(({ here }) => here).map((one) => String(one.title)),
    }
  }
  const [first, middle, last] = ['Rally 1', 'Rally 20', 'Rally 40']
  expect(await of(first)).toEqual({ earlier: 0, later: 24, number: 16, here: [first] })
  expect(await of(last)).toEqual({ earlier: 24, later: 0, number: 16, here: [last] })
  expect(await of(middle)).toEqual({ earlier: 4, later: 5, number: 31, here: [middle] })
})

it('is of what the link shows alone: before, after and in the thread', async () => {
  const { owner, campaign } = await newWorld()
  const demands = [{ wording: 'End the contract.', relation: 'raises', targets: 'Amazon' }]
  await logEntry(owner, campaign, { title: 'First', date: '1 Feb 2026', demands })
  const [demand] = await withViewer(owner, (tx) => tx.demand.findMany({ select: { id: true } }))
  const again = { demands: [{ demand: demand?.id, relation: 'repeats' }] }
  const log = (title: string, date: string, more = {}) =>
    logEntry(owner, campaign, { title, date, ...again, ...more })
  await log('Meeting before', '2 Feb 2026', { kind: 'meeting' })
  await log('It', '3 Feb 2026')
  await log('Draft after', '4 Feb 2026', { status: 'draft' })
  await log('Meeting after', '5 Feb 2026', { kind: 'meeting' })
  await log('Last', '6 Feb 2026')
  const around = async (choices: LensChoices) => {
    const input = { campaign: campaign.id, lens: 'member', choices: JSON.stringify(choices) }
    const { url } = await createShare(owner, shareSchema.parse(input))
    const reader = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
    if (!reader) throw new Error('The new link is not readable.')
    const { entries } = await readSharedRecord(reader)
    const id = entries.find(({ title }) => title === 'It')?.id ?? ''
    const { before, after, thread } = (await readEntryPage(reader, id)).around
    return [before?.title, after?.title, thread.entries.map(({ title }) => title)]
  }
  expect(await around({})).toEqual([
    ...['Meeting before', 'Meeting after'],
    ['First', 'Meeting before', 'It', 'Meeting after', 'Last'],
  ])
  const rallies = { kinds: ['rally' as const] }
  expect(await around(rallies)).toEqual(['First', 'Last', ['First', 'It', 'Last']])
  expect(await around({ ...rallies, fields: ['summary'] })).toEqual(['First', 'Last', []])
  await withViewer(owner, (tx) => tx.demand.updateMany({ data: { trashedAt: new Date() } }))
  expect(await around(rallies)).toEqual(['First', 'Last', []])
})

it('says what answers what, as far as the entries themselves do', async () => {
  const { owner, campaign, reader } = await newWorld()
  const demands = [{ wording: 'End the contract.', relation: 'raises', targets: 'Amazon' }]
  await logEntry(owner, campaign, { title: 'Asked', date: '1 Feb 2026', demands })
  const [demand] = await withViewer(owner, (tx) => tx.demand.findMany({ select: { id: true } }))
  const answer = { demand: demand?.id, relation: 'answers', at: 'Amazon', stance: 'deflects' }
  const another = { wording: 'Pay the drivers.', relation: 'raises', targets: 'Amazon' }
  const log = (title: string, date: string, more = {}) =>
    logEntry(owner, campaign, { title, date, ...more })
  await log('Answered', '2 Feb 2026', { kind: 'statement', demands: [answer] })
  await log('Asked again', '3 Feb 2026', { demands: [{ demand: demand?.id, relation: 'repeats' }] })
  const threadOf = async (title: string) => {
    const { entries } = await readSharedRecord(reader)
    const id = entries.find((one) => String(one.title) === title)?.id ?? ''
    return (await readEntryPage(reader, id)).around.thread.entries
  }
  const of = async (title: string) => {
    const entries = await threadOf(title)
    return entries.map((_, at) => relationTo(entries, at))
  }
  const relations = async (title: string) => {
    const entries = await threadOf(title)
    return Object.fromEntries(entries.map((one, at) => [one.title, relationTo(entries, at)]))
  }
  expect(await of('Asked')).toEqual(['This entry:', 'Answered by', 'Followed by'])
  expect(await of('Answered')).toEqual(['In answer to', 'This entry:', 'Followed by'])
  expect(await of('Asked again')).toEqual(['Preceded by', 'Preceded by', 'This entry:'])
  // What tells that no reply was given is no answer.
  const silent = { ...answer, stance: 'gives_no_reply' }
  const { id } = await log('Said nothing', '5 Feb 2026', { kind: 'no_reply', demands: [silent] })
  expect(await relations('Asked')).toMatchObject({ 'Said nothing': 'Followed by' })
  await trashEntry(owner, id)
  // It repeats the one and answers the other: it answers nothing of what comes after.
  await log('Asked for more', '4 Feb 2026', { demands: [another] })
  const [more] = await withViewer(owner, (tx) =>
    tx.demand.findMany({ select: { id: true }, orderBy: { number: 'desc' }, take: 1 }),
  )
  const both = [
    { demand: demand?.id, relation: 'repeats' },
    { ...answer, demand: more?.id },
  ]
  await log('Met', '5 Feb 2026', { kind: 'statement', demands: both })
  await log('Some day', 'February 2026', { demands: [{ demand: demand?.id, relation: 'repeats' }] })
  expect(await relations('Met')).toMatchObject({
    ...{
      Asked: 'Preceded by',
      'Asked for more': 'In answer to',
      'Some day': 'About the same time:',
    },
  })
  expect(await relations('Asked')).toMatchObject({ Met: 'Followed by' })
})
