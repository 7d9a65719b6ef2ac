import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { assignmentSchema } from '@/lib/schemas/assignment'
import { startSmtp } from '@/scripts/testing/smtp'
import { assign } from '../assignments/mutations'
import { changeMailChoice, changeWantedNotifications } from '../auth/own-account'
import { ownData } from '../auth/own-data'
import { useTestDatabase } from '../auth/test-support'
import { systemViewer } from '../auth/viewers'
import { changeComment } from '../comments/mutations'
import { listNotifications, markSeen } from '../comments/notifications'
import { withViewer } from '../db'
import { trashEntry } from '../entries/trash'
import { logEntry, TEST_DAY } from '../testing/world'
import { changeWorkspaceSettings } from '../workspace/mutations'
import { mailDue } from './deliver'
import { postMail } from './post'
import {
  configureMail,
  emailOf,
  later,
  mention,
  sent,
  soon,
  useMailServer,
  withMember,
} from './test-support'

useTestDatabase()
useMailServer()

describe('mail about notifications', () => {
  it('is sent to nobody who has not asked for it, and not where no mail is sent', async () => {
    const place = await withMember('never')
    await mention(place)
    expect(await sent(place)).toEqual([])
    await changeMailChoice(place.member, { mailWhen: 'at_once', mailHour: 8 })
    configureMail('')
    await mention(place)
    configureMail('smtp://127.0.0.1:1')
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

Change when you get mail:
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

  it('counts all of a day, however many', async () => {
    const place = await withMember('daily')
    await mention(place)
    await withViewer(place.world.owner, async (tx) => {
      const one = await tx.notification.findFirstOrThrow({ where: { mailId: { not: null } } })
      const comment = await tx.comment.findFirstOrThrow({ where: { id: one.commentId ?? '' } })
      const ids = Array.from({ length: 119 }, () => randomUUID())
      await tx.comment.createMany({ data: ids.map((id) => ({ ...comment, id })) })
      await tx.notification.createMany({
        data: ids.map((commentId) => ({ ...one, id: randomUUID(), commentId })),
      })
    })
    const [mail] = await sent(place, later(new Date(), 1_440))
    expect(mail?.subject).toBe('120 new notifications')
    expect(mail?.text).toContain('- 120 mentions of you')
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
    configureMail(smtp.url)
    await mention(place)
    await mailDue(systemViewer(place.world.workspaceId), soon(), postMail)
    await smtp.close()
    const [got] = smtp.received
    expect(got?.to).toEqual([emailOf(place.member)])
    expect(got?.headers.get('subject')).toBe('1 new notification')
    expect(got?.text).toContain('- 1 mention of you')
    expect(got?.raw.toLowerCase()).not.toContain('secret')
    expect((await ownData(place.member)).workspaces[0]?.messages).toMatchObject([
      { sentAt: expect.any(String) as string },
    ])
  })
})
