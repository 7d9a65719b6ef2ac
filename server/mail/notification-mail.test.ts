import { beforeEach, describe, expect, it } from 'vitest'
import { assignmentSchema } from '@/lib/schemas/assignment'
import { commentSchema } from '@/lib/schemas/comment'
import { startSmtp } from '@/scripts/testing/smtp'
import { assign } from '../assignments/mutations'
import { changeMailChoice, changeWantedNotifications } from '../auth/own-account'
import { ownData } from '../auth/own-data'
import { deleteAccount } from '../auth/delete-account'
import { hashPassword } from '../auth/passwords'
import { GOOD_PASSWORD, useTestDatabase } from '../auth/test-support'
import type { Organizer } from '../auth/viewer'
import { systemViewer } from '../auth/viewers'
import { addComment, changeComment } from '../comments/mutations'
import { listNotifications, markSeen } from '../comments/notifications'
import { atThreshold, withViewer } from '../db'
import { trashEntry } from '../entries/trash'
import { forgetEnv } from '../env'
import { removeMember, restoreMember, suspendMember } from '../members/mutations'
import { logEntry, memberIn, newWorld, TEST_DAY, type World } from '../testing/world'
import { lockDown } from '../workspace/lock-down'
import { changeWorkspaceSettings } from '../workspace/mutations'
import { mailDue, mailGivenUp, sweepMail } from './deliver'
import { postMail, type Mail, type Posted } from './post'

useTestDatabase()

const MINUTE = 60_000
const soon = () => new Date(Date.now() + 1_000)
const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * MINUTE)
const emailOf = ({ accountId }: Organizer) => `${accountId}@example.org`

beforeEach(() => configure('smtp://127.0.0.1:1', 'record@example.org'))

function configure(url: string, from: string) {
  process.env.THROUGHLINE_SMTP_URL = url
  process.env.THROUGHLINE_MAIL_FROM = from
  forgetEnv()
}

/** A workspace with an entry of secret words, and a member who wants mail as it comes. */
async function withMember(mailWhen: 'never' | 'at_once' | 'daily' = 'at_once') {
  const world = await newWorld()
  const { id } = await logEntry(world.owner, world.campaign, { title: 'Secret title' })
  const member = await memberIn(world.workspaceId, 'editor')
  await changeMailChoice(member, { mailWhen, mailHour: 8 })
  return { world, member, entry: { record: 'entry', id } as const }
}

type Place = Awaited<ReturnType<typeof withMember>>
const mention = ({ world, entry }: Place, body = '@A editor, secret words') =>
  addComment(world.owner, entry, commentSchema.parse({ body }))

/** Sends what is due, with this answer of the mail server, and gives back what it got. */
async function sent({ world }: { world: World }, now = soon(), answer: Posted = { state: 'sent' }) {
  const mails: Mail[] = []
  await mailDue(systemViewer(world.workspaceId), now, async (mail, handing) => {
    if (!(await handing())) return { state: 'withdrawn' }
    mails.push(mail)
    return answer
  })
  return mails
}

describe('mail about notifications', () => {
  it('is sent to nobody who has not asked for it, and not where no mail is sent', async () => {
    const place = await withMember('never')
    await mention(place)
    expect(await sent(place)).toEqual([])
    await changeMailChoice(place.member, { mailWhen: 'at_once', mailHour: 8 })
    configure('', '')
    await mention(place)
    configure('smtp://127.0.0.1:1', 'record@example.org')
    expect(await sent(place)).toEqual([])
    expect(await listNotifications(place.member)).toHaveLength(2)
  })

  it('says how many there are of each kind and where, and no word of the record', async () => {
    const place = await withMember()
    await mention(place)
    await mention(place)
    const input = assignmentSchema(TEST_DAY).parse({ member: place.member.memberId, dueOn: '' })
    const { id } = await logEntry(place.world.owner, place.world.campaign, { status: 'draft' })
    await assign(place.world.owner, { record: 'entry', id }, input)
    expect(await sent(place)).toEqual([
      {
        ...{ id: expect.any(String) as string, to: emailOf(place.member) },
        subject: '3 new notifications',
        text: `You have 3 new notifications:

- 2 mentions of you
- 1 assignment to you

Read them here:
http://127.0.0.1:3000/notifications?workspace=${place.world.workspaceId}

When mail is sent to you is up to you:
http://127.0.0.1:3000/account#notifications
`,
      },
    ])
    expect(await sent(place, later(soon(), 10_000))).toEqual([])
  })

  it('says more only where an owner has allowed it', async () => {
    const place = await withMember()
    const settings = { keepsNames: true, requiresCodes: false }
    await changeWorkspaceSettings(place.world.owner, {
      name: 'Picket',
      ...settings,
      mailQuotes: true,
    })
    const { id } = await mention(place)
    const [mail] = await sent(place)
    expect(mail?.subject).toBe('1 new notification')
    expect(mail?.text).toContain(
      [
        'You have 1 new notification in Picket:',
        '',
        'A owner mentioned you: Secret title',
        '> @A editor, secret words',
        `http://127.0.0.1:3000/campaigns/${place.world.campaign.slug}/entries/${place.entry.id}#comment-${id}`,
      ]
        .join('\n')
        .replace('A owner', 'Test Owner'),
    )
    // A form without the question, as where no mail is sent, leaves it as it is.
    await changeWorkspaceSettings(place.world.owner, { name: 'Picket', ...settings })
    await mention(place)
    expect((await sent(place, later(soon(), 10)))[0]?.text).toContain('Secret title')
  })

  it('tells of the kinds alone that somebody wants', async () => {
    const place = await withMember()
    await changeWantedNotifications(place.member, ['assigned'])
    await mention(place)
    expect(await sent(place)).toEqual([])
  })

  it('comes five minutes after the one before at the soonest, with all that came meanwhile', async () => {
    const place = await withMember()
    await mention(place)
    const now = soon()
    expect(await sent(place, now)).toHaveLength(1)
    await mention(place)
    await mention(place)
    expect(await sent(place, later(now, 4))).toEqual([])
    expect((await sent(place, later(now, 6))).map(({ subject }) => subject)).toEqual([
      '2 new notifications',
    ])
  })

  it('comes once a day where that was chosen', async () => {
    const place = await withMember('daily')
    await mention(place)
    await mention(place)
    expect(await sent(place)).toEqual([])
    expect((await sent(place, later(new Date(), 1_440))).map(({ subject }) => subject)).toEqual([
      '2 new notifications',
    ])
  })

  it('tells nothing that was seen, deleted or taken away before it was sent', async () => {
    const place = await withMember('daily')
    const tomorrow = later(new Date(), 1_440)
    await mention(place)
    await markSeen(place.member)
    expect(await sent(place, tomorrow)).toEqual([])
    const { id } = await mention(place)
    await changeComment(place.world.owner, id, 'delete')
    expect(await sent(place, tomorrow)).toEqual([])
    await mention(place)
    await trashEntry(place.world.owner, place.entry.id)
    expect(await sent(place, tomorrow)).toEqual([])
  })

  it('goes nowhere once somebody wants none', async () => {
    const place = await withMember('daily')
    await mention(place)
    await changeMailChoice(place.member, { mailWhen: 'never', mailHour: 8 })
    expect(await sent(place, later(new Date(), 1_440))).toEqual([])
  })

  it('reaches a mail server', async () => {
    const place = await withMember()
    const smtp = await startSmtp()
    configure(smtp.url, 'record@example.org')
    await mention(place)
    await mailDue(systemViewer(place.world.workspaceId), soon(), postMail)
    await smtp.close()
    const [got] = smtp.received
    expect(got?.to).toEqual([emailOf(place.member)])
    expect(got?.headers.get('subject')).toBe('1 new notification')
    expect(got?.text).toContain('- 1 mention of you')
    expect(got?.raw.toLowerCase()).not.toContain('secret')
    expect((await ownData(place.member)).workspaces[0]?.mailed).toMatchObject([
      { sentAt: expect.any(String) as string },
    ])
  })
})

describe('mail that waits', () => {
  it.each([
    ['is removed', (p: Place) => removeMember(p.world.owner, p.member.memberId)],
    ['is suspended', (p: Place) => suspendMember(p.world.owner, p.member.memberId)],
    ['is locked out with all others', (p: Place) => lockDown(p.world.owner, null)],
  ])('ends when its member %s, also while it is sent', async (_how, end) => {
    const waits = await withMember()
    await mention(waits)
    await end(waits)
    expect(await sent(waits)).toEqual([])
    const goes = await withMember()
    await mention(goes)
    let handed = 0
    await mailDue(systemViewer(goes.world.workspaceId), soon(), async (_mail, handing) => {
      await end(goes)
      if (await handing()) handed += 1
      return { state: 'not yet', trouble: 'Later.' }
    })
    expect([handed, await sent(goes, later(soon(), 10_000))]).toEqual([0, []])
  })

  it('does not come back with a member who is restored', async () => {
    const place = await withMember()
    await mention(place)
    await suspendMember(place.world.owner, place.member.memberId)
    await restoreMember(place.world.owner, place.member.memberId)
    expect(await sent(place)).toEqual([])
  })

  it('goes with a deleted account', async () => {
    const place = await withMember()
    const { accountId } = place.member
    const passwordHash = await hashPassword(GOOD_PASSWORD)
    await atThreshold({ accountId }, (tx) =>
      tx.account.updateMany({ where: { id: accountId }, data: { passwordHash } }),
    )
    await mention(place)
    await deleteAccount(place.member, GOOD_PASSWORD, '10.8.1.1')
    expect(await sent(place)).toEqual([])
    expect(await withViewer(place.world.owner, (tx) => tx.notificationMail.count())).toBe(0)
  })

  it('is tried again after growing pauses under one id, and given up after days', async () => {
    const place = await withMember()
    await mention(place)
    const notYet = { state: 'not yet', trouble: 'The mail server did not answer in time.' } as const
    let now = soon()
    const ids = new Set<string>()
    for (const minutes of [1, 5, 30, 120, 480, 1_440, 2_880]) {
      for (const { id } of await sent(place, now, notYet)) ids.add(id)
      expect(await sent(place, later(now, minutes - 0.1))).toEqual([])
      now = later(now, minutes)
    }
    expect(await sent(place, now, notYet)).toHaveLength(1)
    expect([ids.size, await sent(place, later(now, 100_000))]).toEqual([1, []])
    const { owner } = place.world
    expect(await mailGivenUp(owner)).toEqual({ count: 1, trouble: notYet.trouble })
    expect((await mailGivenUp(owner, later(now, 10 * 1_440))).count).toBe(0)
    await sweepMail(systemViewer(place.world.workspaceId), later(now, 40 * 1_440))
    expect(await withViewer(owner, (tx) => tx.notificationMail.count())).toBe(0)
  })

  it('is sent once, however many look, and not again where the app ended while it was', async () => {
    const place = await withMember()
    await mention(place)
    const now = soon()
    const all = await Promise.all([sent(place, now), sent(place, now), sent(place, now)])
    expect(all.flat()).toHaveLength(1)
    await mention(place)
    const then = later(now, 6)
    // What a killed process leaves behind: handed over, and no answer kept.
    await new Promise<void>((resolve) => {
      void mailDue(systemViewer(place.world.workspaceId), then, async (_mail, handing) => {
        await handing()
        resolve()
        return new Promise<never>(() => {})
      })
    })
    expect(await sent(place, later(then, 10_000))).toEqual([])
    expect((await mailGivenUp(place.world.owner)).trouble).toContain('ended while')
  })

  it('hears nothing of another workspace', async () => {
    const place = await withMember()
    await mention(place)
    expect(await sent({ world: await newWorld() })).toEqual([])
  })

  it('is one, with all that several people say at once', async () => {
    const place = await withMember('daily')
    await Promise.all([mention(place), mention(place), mention(place)])
    expect((await sent(place, later(new Date(), 1_440))).map(({ subject }) => subject)).toEqual([
      '3 new notifications',
    ])
  })
})
