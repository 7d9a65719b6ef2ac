import { beforeAll, describe, expect, it } from 'vitest'
import { stepAsOf, stepInWords } from '@/lib/demands/inquiries'
import { followUpsIcs } from '@/lib/formats/follow-ups-ics'
import { followUpSchema, inquiryOutcomeSchema, assessmentSchema } from '@/lib/schemas/demand'
import { openFeed } from '../auth/calendar-feed'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { updateEntry } from '../entries/mutations'
import { entryInput, logEntry, newWorld, TEST_DAY, type World } from '../testing/world'
import { assess } from './assessments'
import { endCalendarAddress, makeCalendarAddress, readCalendar } from './feeds'
import { endFollowUp, listFollowUps, reopenFollowUp, setFollowUp } from './follow-ups'
import { listInquiries, listInquiriesOut, recordOutcome, takeBackOutcome } from './inquiries'
import { listDemands } from './queries'
import { listSilences } from './silences'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

async function raised(title: string, date: string, wording: string, targets = 'Amazon') {
  const { owner, campaign } = world
  await logEntry(owner, campaign, { title, date, demands: [{ wording, targets }] })
  const demands = await listDemands(owner, campaign.id)
  const demand = demands.find((one) => one.wording === wording)
  if (!demand?.targets[0]) throw new Error('The demand is not in the list.')
  return { ...demand, target: demand.targets[0].id }
}

const inquiry = (outcome: string) => ({
  kind: 'no_reply' as const,
  title: 'No answer to the press',
  date: '13 Feb 2026',
  inquiry: {
    ...{ askedBy: 'FOX 13', through: 'request for comment' },
    recipients: [{ name: 'Amazon', outcome }],
  },
})

describe('a follow-up', () => {
  it('is set, moved, done and opened again, and only one is open', async () => {
    const { contributor, viewer, campaign } = world
    const demand = await raised('Rally', '13 Feb 2026', 'Follow it.')
    const set = (dueOn: string) =>
      setFollowUp(
        contributor,
        followUpSchema(TEST_DAY).parse({ demand: demand.id, organization: demand.target, dueOn }),
      )
    await set('2026-03-10')
    const { id } = await set('2026-03-20')
    expect(await listFollowUps(viewer, campaign.slug)).toMatchObject({
      open: [
        { id, dueOn: '2026-03-20', setBy: 'A contributor', demand: { number: demand.number } },
      ],
      ended: [],
    })
    await endFollowUp(contributor, id, 'done')
    expect(await listFollowUps(viewer, campaign.slug)).toMatchObject({
      ...{ open: [], ended: [{ id, ending: 'done' }] },
    })
    await expect(endFollowUp(contributor, id, 'done')).rejects.toMatchObject({ code: 'not_found' })
    await reopenFollowUp(contributor, id)
    await endFollowUp(contributor, id, 'cleared')
    await set('2026-03-30')
    await expect(reopenFollowUp(contributor, id)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('shows in the secret calendar, which ends with it and with the membership', async () => {
    const { viewer, owner, campaign } = world
    const first = await makeCalendarAddress(viewer, campaign.slug)
    const second = await makeCalendarAddress(viewer, campaign.slug)
    const tokenOf = (address: string) => address.split('/').at(-1)?.replace('.ics', '') ?? ''
    expect(await openFeed(tokenOf(first))).toBeNull()
    expect(await openFeed('x'.repeat(43))).toBeNull()
    const feed = await openFeed(tokenOf(second))
    if (!feed) throw new Error('The address does not open.')
    expect(feed.viewer).toMatchObject({ memberId: viewer.memberId, role: 'viewer' })
    const text = followUpsIcs(await readCalendar(feed.viewer, feed.campaignId), 0)
    expect(text).toContain('DTSTART;VALUE=DATE:20260330\r\nDTEND;VALUE=DATE:20260331\r\n')
    expect(text).toContain('SUMMARY:Ask Amazon again: Follow it.\r\n')
    const leave = (removedAt: Date | null) =>
      withViewer(owner, (tx) =>
        tx.member.updateMany({ where: { id: viewer.memberId }, data: { removedAt } }),
      )
    await leave(new Date())
    expect(await openFeed(tokenOf(second))).toBeNull()
    await leave(null)
    await endCalendarAddress(viewer, campaign.slug)
    expect(await openFeed(tokenOf(second))).toBeNull()
  })
})

describe('an inquiry', () => {
  it('keeps all that came of it, also when its entry is saved again', async () => {
    const { owner, editor, campaign } = world
    const { id: entry } = await logEntry(owner, campaign, inquiry('did_not_immediately_respond'))
    const read = async () => {
      const found = (await listInquiries(owner, campaign.slug)).inquiries.find(
        (one) => one.entry?.id === entry,
      )
      const [asked] = found?.recipients ?? []
      if (!found || !asked) throw new Error('The inquiry is not in the list.')
      return { id: found.id, asked, edtf: found.edtf }
    }
    const said = async (asOf: string) => {
      const { asked, edtf } = await read()
      const step = stepAsOf(asked, asOf)
      return step && stepInWords(step, edtf, asOf)
    }
    expect(await said('2026-02-12')).toBeNull()
    expect(await said('2026-02-13')).toBe('Did not immediately respond. No reply recorded yet.')
    expect(await said('2026-02-20')).toBe(
      'Did not immediately respond. No reply recorded for 7 days.',
    )
    const { id, asked } = await read()
    const outcome = (outcome: string, date: string) =>
      recordOutcome(
        editor,
        inquiryOutcomeSchema(TEST_DAY).parse({
          inquiry: id,
          organization: asked.id,
          outcome,
          date,
        }),
      )
    await outcome('answered', '25 Feb 2026')
    await outcome('declined', '16 Feb 2026')
    expect(await said('2026-02-20')).toBe('Declined on 16 Feb 2026, after 3 days.')
    expect(await said('2026-03-01')).toBe('Answered on 25 Feb 2026, after 12 days.')
    const fields = { ...inquiry('did_not_immediately_respond'), title: 'Another title' }
    await updateEntry(owner, entry, { ...entryInput(fields), version: 1 }, { version: '1' })
    expect((await read()).asked.steps).toHaveLength(3)
    const nobody = { ...fields, inquiry: { askedBy: 'FOX 13', recipients: [] } }
    await expect(
      updateEntry(owner, entry, { ...entryInput(nobody), version: 2 }, { version: '2' }),
    ).rejects.toMatchObject({ code: 'invalid', path: ['inquiry', 'recipients'] })
    const last = (await read()).asked.steps.at(-1)
    await takeBackOutcome(editor, last?.id ?? '')
    expect(await said('2026-03-01')).toBe('Declined on 16 Feb 2026, after 3 days.')
    expect((await read()).asked.steps).toHaveLength(3)
  })
})

describe('the longest silences', () => {
  it('come first, as of any day, without what is settled', async () => {
    world = await newWorld()
    const { owner, viewer, campaign } = world
    await raised('Late', '20 Feb 2026', 'Later.')
    const early = await raised('Early', '1 Jan 2026', 'Earlier.', 'Amazon; Ring')
    const draft = { title: 'Draft', date: '1 Dec 2025', status: 'draft' }
    await logEntry(owner, campaign, { ...draft, demands: [{ wording: 'Hidden.', targets: 'AWS' }] })
    await logEntry(owner, campaign, {
      ...{ kind: 'statement', title: 'Word', date: '25 Feb 2026' },
      demands: [{ demand: early.id, relation: 'answers', at: 'Ring', stance: 'deflects' }],
    })
    const names = async (asOf: string) =>
      (await listSilences(viewer, campaign.slug, { asOf })).silences.map(
        ({ demand, organization }) => `${demand.wording} ${organization.name}`,
      )
    expect(await names('2026-03-01')).toEqual([
      ...['Earlier. Amazon', 'Later. Amazon', 'Earlier. Ring'],
    ])
    expect(await names('2026-02-01')).toEqual(['Earlier. Amazon', 'Earlier. Ring'])
    expect((await listSilences(owner, campaign.slug, { limit: 1 })).count).toBe(3)
  })

  it('count the day itself, and take no reply for no word', async () => {
    world = await newWorld()
    const { owner, viewer, campaign } = world
    const first = await raised('First', '1 Jan 2026', 'First.')
    await raised('Second', '10 Jan 2026', 'Second.')
    const answer = (stance: string, date: string) =>
      logEntry(owner, campaign, {
        ...{ kind: stance === 'gives_no_reply' ? 'no_reply' : 'statement', title: stance, date },
        demands: [{ demand: first.id, relation: 'answers', at: 'Amazon', stance }],
      })
    const order = async (asOf: string) =>
      (await listSilences(viewer, campaign.slug, { asOf })).silences.map(
        ({ demand }) => demand.wording,
      )
    await answer('gives_no_reply', '20 Jan 2026')
    expect(await order('2026-01-01')).toEqual(['First.'])
    expect(await order('2026-01-09')).toEqual(['First.'])
    expect(await order('2026-01-10')).toEqual(['First.', 'Second.'])
    expect(await order('2026-01-25')).toEqual(['First.', 'Second.'])
    await answer('deflects', '15 Jan 2026')
    expect(await order('2026-01-14')).toEqual(['First.', 'Second.'])
    expect(await order('2026-01-15')).toEqual(['Second.', 'First.'])
    const amazon = (await listSilences(viewer, campaign.slug)).silences[0]?.organization.id ?? ''
    await assess(
      owner,
      assessmentSchema(TEST_DAY).parse({
        ...{ demand: first.id, organization: amazon, standing: 'met', date: '1 Feb 2026' },
      }),
    )
    expect(await order('2026-01-31')).toEqual(['Second.', 'First.'])
    expect(await order('2026-02-01')).toEqual(['Second.'])
  })
})

describe('the inquiries that are out', () => {
  it('are out again once an outcome was taken back', async () => {
    world = await newWorld()
    const { owner, editor, campaign } = world
    await logEntry(owner, campaign, {
      ...{ kind: 'no_reply', title: 'Asked' },
      inquiry: { askedBy: 'FOX 13', recipients: [{ name: 'Ring', outcome: 'waiting' }] },
    })
    const out = async () => (await listInquiriesOut(owner, campaign.slug)).length
    const [asked] = (await listInquiries(owner, campaign.slug)).inquiries
    await recordOutcome(
      editor,
      inquiryOutcomeSchema(TEST_DAY).parse({
        ...{ inquiry: asked?.id, organization: asked?.recipients[0]?.id },
        ...{ outcome: 'declined', date: '16 Feb 2026' },
      }),
    )
    expect(await out()).toBe(0)
    const [{ recipients } = { recipients: [] }] = (await listInquiries(owner, campaign.slug))
      .inquiries
    await takeBackOutcome(editor, recipients[0]?.steps.at(-1)?.id ?? '')
    expect(await out()).toBe(1)
  })
})
