import { describe, expect, it, vi } from 'vitest'
import { startSmtp } from '@/scripts/testing/smtp'
import { atThreshold, withViewer } from '../db'
import { postMail, type Mail } from '../mail/post'
import { listAudit } from '../history/audit'
import { removeMember, suspendMember } from '../members/mutations'
import { failureOf } from '../testing/failure'
import { memberIn, newWorld } from '../testing/world'
import { lockDown } from '../workspace/lock-down'
import { askToMove, confirm, withPassword } from './change-email-test-support'
import { sendResetLinks } from './forgotten-password'
import { makeResetLink, resetIsOpen, resetPassword } from './password-reset'
import { signIn } from './sign-in'
import { useTestDatabase } from './test-support'
import type { Organizer } from './viewer'
import { configureMail, emailOf } from '../mail/test-support'
import {
  after,
  ask,
  network,
  sent,
  start,
  useResetRequests,
  waiting,
} from './reset-request-test-support'

useTestDatabase()
useResetRequests()

const FRESH = 'five lanterns beside a ladder'
const move = async (viewer: Organizer, email: string) =>
  confirm((await askToMove(viewer, email)).token)
const linkIn = (mail: Mail | undefined) => /\/reset\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''

describe('somebody who forgot their password', () => {
  it('gets a link by mail that sets a new one, once, within an hour', async () => {
    const { editor, owner } = await newWorld()
    await ask(emailOf(editor))
    const [mail, ...more] = await sent()
    expect([mail?.to, more]).toEqual([emailOf(editor), []])
    const { events } = await listAudit(owner)
    expect(events[0]).toMatchObject({ recordId: editor.memberId, by: null })
    expect(events[0]?.fields).toEqual(['mailedResetLink'])
    const token = linkIn(mail)
    expect(await resetIsOpen(token, after(59))).toBe(true)
    expect(await resetIsOpen(token, after(60))).toBe(false)
    await resetPassword({ token, password: FRESH }, after(1))
    expect(await resetIsOpen(token, after(1))).toBe(false)
    expect(
      await signIn({ email: emailOf(editor), password: FRESH, address: network() }),
    ).toMatchObject({ accountId: editor.accountId })
    expect([await sent(after(10)), await waiting()]).toEqual([[], []])
  })

  it('is in the audit once, however often the sending is tried', async () => {
    const { editor, owner } = await newWorld()
    await ask(emailOf(editor))
    // As a first try leaves it that ended before there was a link.
    await atThreshold({}, (tx) => tx.resetRequest.updateMany({ data: { tries: 1 } }))
    const fails = () => Promise.resolve({ state: 'not yet', trouble: 'It is full.' } as const)
    await sendResetLinks(start, fails)
    await sendResetLinks(after(30), fails)
    expect(await sent(after(59))).toHaveLength(1)
    const { events } = await listAudit(owner)
    expect(events.filter(({ fields }) => fields.includes('mailedResetLink'))).toHaveLength(1)
  })

  it('through a mail server', async () => {
    const { editor } = await newWorld()
    const smtp = await startSmtp()
    configureMail(smtp.url)
    await ask(emailOf(editor))
    await sendResetLinks(start, postMail)
    await smtp.close()
    const [got] = smtp.received
    expect(got?.to).toEqual([emailOf(editor)])
    const token = /http:\/\/127\.0\.0\.1:3000\/reset\/(\S+)/.exec(got?.text ?? '')?.[1] ?? ''
    expect(await resetIsOpen(token, start)).toBe(true)
  })

  it('is answered before anything is sent, and the same whether there is an account or not', async () => {
    const { editor } = await newWorld()
    const known = emailOf(editor)
    const links = () => atThreshold({}, (tx) => tx.passwordReset.count())
    const before = await links()
    expect(await ask(known)).toEqual(await ask('nobody@example.org'))
    // What the request does is one row for either; who has an account is found out by the sending.
    const rows = (await waiting()).map(({ id: _, email: __, ...row }) => row)
    expect(rows[0]).toEqual(rows[1])
    expect(await links()).toBe(before)
    expect((await sent()).map(({ to }) => to)).toEqual([known])
    expect(await waiting()).toEqual([])
  })

  it('gets none where they are no member any more', async () => {
    const { owner, editor } = await newWorld()
    await removeMember(owner, editor.memberId)
    await ask(emailOf(editor))
    expect(await sent()).toEqual([])
  })

  it('is told that this site sends no mail where it does not', async () => {
    configureMail('')
    expect((await failureOf(ask('nobody@example.org'))).message).toContain('sends no mail')
    expect(await waiting()).toEqual([])
  })
})

describe('links that are asked for', () => {
  it.each(['an account', 'no account'])(
    'are 3 in an hour for an address with %s',
    async (which) => {
      const { viewer } = await newWorld()
      const email =
        which === 'an account' ? emailOf(viewer) : `none-${viewer.accountId}@example.org`
      for (let n = 0; n < 3; n += 1) await ask(email)
      expect((await failureOf(ask(email))).message).toBe(
        'Too many links requested. Wait 60 minutes, then try again.',
      )
      await ask(email, after(60))
    },
  )

  it('are 10 in an hour from one network', async () => {
    const address = '203.0.113.77'
    for (let n = 0; n < 10; n += 1) await ask(`many-${n}@example.org`, start, address)
    const more = failureOf(ask('many-10@example.org', start, address))
    expect((await more).code).toBe('unavailable')
    expect(await waiting()).toHaveLength(10)
  })

  it('leave one that an owner handed over alone, and are all void once one was used', async () => {
    const { owner, editor } = await newWorld()
    const { url } = await makeResetLink(owner, editor.memberId, false, start)
    await ask(emailOf(editor))
    await ask(emailOf(editor))
    const tokens = [new URL(url).pathname.slice(7), ...(await sent()).map(linkIn)]
    expect(await Promise.all(tokens.map((token) => resetIsOpen(token, start)))).toEqual([
      ...[true, true, true],
    ])
    await resetPassword({ token: tokens[1] ?? '', password: FRESH }, start)
    expect(await Promise.all(tokens.map((token) => resetIsOpen(token, start)))).toEqual([
      ...[false, false, false],
    ])
  })

  it('end with the address that they were sent to', async () => {
    const { editor } = await newWorld()
    const { accountId } = editor
    await withPassword(editor)
    await ask(emailOf(editor))
    const token = linkIn((await sent())[0])
    await move(editor, `moved-${accountId}@example.org`)
    expect(await resetIsOpen(token, start)).toBe(false)
  })

  it('are not made for an address that is changed while they are sent', async () => {
    const { editor } = await newWorld()
    const { accountId } = editor
    await withPassword(editor)
    await ask(emailOf(editor))
    const email = `gone-${accountId}@example.org`
    await move(editor, email)
    expect([await waiting(), await sent()]).toEqual([[], []])
    await ask(email)
    let posted = 0
    await sendResetLinks(start, async (_mail, handing) => {
      await move(editor, `far-${accountId}@example.org`)
      if (await handing()) posted += 1
      return { state: 'sent' }
    })
    expect(posted).toBe(0)
  })

  it('are all sent at one look, also after one whose sending fails', async () => {
    const { editor, contributor, viewer } = await newWorld()
    const emails = [editor, contributor, viewer].map(emailOf)
    const [first = '', ...others] = emails
    for (const email of [first, 'a@b.org', 'c@d.org', 'e@f.org', 'g@h.org', ...others])
      await ask(email)
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const to: string[] = []
    await sendResetLinks(start, (mail) => {
      to.push(mail.to)
      if (mail.to === first) throw new Error('planted')
      return Promise.resolve({ state: 'sent' })
    })
    expect(to.sort()).toEqual(emails.sort())
    expect(log).toHaveBeenCalledTimes(1)
    log.mockRestore()
  })

  it('end with a suspension and with a lock-down, also while they are sent', async () => {
    const { owner, editor, workspaceId } = await newWorld()
    const other = await memberIn(workspaceId, 'editor')
    for (const [member, end] of [
      [editor, () => suspendMember(owner, editor.memberId)],
      [other, () => lockDown(owner, null)],
    ] as const) {
      await ask(emailOf(member))
      let posted = 0
      await sendResetLinks(start, async (_mail, handing) => {
        await end()
        if (await handing()) posted += 1
        return { state: 'sent' }
      })
      const { accountId } = member
      const links = await withViewer(owner, (tx) =>
        tx.passwordReset.count({ where: { accountId } }),
      )
      expect([posted, links, await waiting()]).toEqual([0, 0, []])
    }
    await ask(emailOf(other))
    await lockDown(owner, null)
    expect([await sent(), await waiting()]).toEqual([[], []])
  })
})
