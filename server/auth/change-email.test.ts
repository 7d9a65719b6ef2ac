import { describe, expect, it, vi } from 'vitest'
import { atThreshold } from '../db'
import { listAudit } from '../history/audit'
import { configureMail, emailOf, useMailServer } from '../mail/test-support'
import { removeMember } from '../members/mutations'
import { failureOf } from '../testing/failure'
import { newWorld } from '../testing/world'
import { addressToConfirm, changeOwnEmail, confirmEmail } from './change-email'
import { askToMove, confirm, withPassword } from './change-email-test-support'
import { ownEmail } from './own-account'
import { hashPassword } from './passwords'
import { signIn } from './sign-in'
import { GOOD_PASSWORD, newOwner, useTestDatabase } from './test-support'

useTestDatabase()
useMailServer()

const HOUR = 60 * 60_000
const now = new Date('2026-02-13T08:00:00Z')
const after = (hours: number) => new Date(now.getTime() + hours * HOUR)
const fresh = (name: string, { accountId }: { accountId: string }) =>
  `${name}-${accountId}@example.org`

describe('a new e-mail address', () => {
  it('counts once the link that was sent to it is opened, within a day', async () => {
    const { owner, editor } = await newWorld()
    await withPassword(editor)
    const former = emailOf(editor)
    const email = fresh('moved', editor)
    const { done, mails, token } = await askToMove(editor, email, now)
    expect([done, mails.map(({ to }) => to)]).toEqual(['sent', [email]])
    expect(await ownEmail(editor)).toBe(former)
    expect(await addressToConfirm(token, now)).toBe(email)
    expect(await ownEmail(editor)).toBe(former)
    expect(await addressToConfirm(token, after(24))).toBeNull()
    const told = await confirm(token, after(23))
    expect(told.map(({ to }) => to)).toEqual([former])
    expect(JSON.stringify(told)).not.toContain(email)
    expect(await ownEmail(editor)).toBe(email)
    expect(await signIn({ email, password: GOOD_PASSWORD, address: null })).toMatchObject({
      accountId: editor.accountId,
    })
    expect(await addressToConfirm(token, after(23))).toBeNull()
    expect((await failureOf(confirm(token, after(23)))).code).toBe('forbidden')
    const { events } = await listAudit(owner)
    expect(events[0]).toMatchObject({ recordId: editor.memberId, fields: ['email'] })
    expect(JSON.stringify(events)).not.toContain(email)
  })

  it('that has an account is told so by mail, and whoever asked learns nothing', async () => {
    const editor = await withPassword((await newWorld()).editor)
    const { email } = await newOwner()
    const free = await askToMove(editor, fresh('free', editor), now)
    const taken = await askToMove(editor, email, now)
    expect(taken.done).toBe(free.done)
    expect(taken.mails.map(({ to }) => to)).toEqual([email])
    expect([free.token, taken.token]).toEqual([expect.stringMatching(/./), ''])
    expect(taken.mails[0]?.subject).toBe(free.mails[0]?.subject)
    expect(taken.mails[0]?.text).not.toContain(emailOf(editor))
  })

  it('that somebody else has by the time it is confirmed changes nothing', async () => {
    const { editor, owner } = await newWorld()
    await Promise.all([withPassword(editor), withPassword(owner)])
    const email = fresh('both', editor)
    const first = await askToMove(editor, email, now)
    const second = await askToMove(owner, email, now)
    await confirm(second.token, now)
    expect((await failureOf(confirm(first.token, now))).code).toBe('conflict')
    expect(await ownEmail(editor)).toBe(emailOf(editor))
  })

  it('is confirmed by no link from before the password or the address changed, or who left', async () => {
    const { editor, contributor, viewer, owner } = await newWorld()
    await Promise.all([editor, contributor, viewer].map(withPassword))
    const [a, b, c] = await Promise.all(
      [editor, contributor, viewer].map((one) => askToMove(one, fresh('late', one), now)),
    )
    const other = await askToMove(editor, fresh('else', editor), now)
    await confirm(other.token, now)
    const passwordHash = await hashPassword('five lanterns beside a ladder')
    const { accountId } = contributor
    await atThreshold({ accountId }, (tx) =>
      tx.account.updateMany({ where: { id: accountId }, data: { passwordHash } }),
    )
    await removeMember(owner, viewer.memberId)
    for (const token of [a?.token, b?.token, c?.token, '', 'x', 'A'.repeat(200), 'A'.repeat(5_000)])
      expect(await addressToConfirm(token ?? '', now)).toBeNull()
  })

  it('is confirmed by no link whose bytes were changed, or that is for another account', async () => {
    const { editor, owner } = await newWorld()
    await Promise.all([withPassword(editor), withPassword(owner)])
    const mine = Buffer.from((await askToMove(editor, fresh('a', editor), now)).token, 'base64url')
    const theirs = Buffer.from((await askToMove(owner, fresh('b', owner), now)).token, 'base64url')
    const changed = Buffer.from(mine)
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
    const swapped = Buffer.concat([theirs.subarray(0, 16), mine.subarray(16)])
    for (const bytes of [changed, swapped])
      expect(await addressToConfirm(bytes.toString('base64url'), now)).toBeNull()
  })

  it('is asked for with the password, and five times in an hour at most', async () => {
    const editor = await withPassword((await newWorld()).editor)
    const input = { email: fresh('more', editor), password: 'not my password' }
    expect((await failureOf(changeOwnEmail(editor, input, null, now))).path).toEqual(['password'])
    for (let n = 0; n < 5; n += 1) await askToMove(editor, fresh(`n${n}`, editor), now)
    expect((await failureOf(askToMove(editor, fresh('n6', editor), now))).code).toBe('unavailable')
    expect((await askToMove(editor, fresh('n7', editor), after(2))).done).toBe('sent')
  })

  it('whose mail cannot be sent changes nothing, and it is said why', async () => {
    const editor = await withPassword((await newWorld()).editor)
    const input = { email: fresh('unsent', editor), password: GOOD_PASSWORD }
    const fails = () => Promise.resolve({ state: 'not yet', trouble: 'It is full.' } as const)
    const failure = await failureOf(changeOwnEmail(editor, input, null, now, fails))
    expect([failure.code, failure.message]).toEqual([
      'unavailable',
      expect.stringContaining('It is full.'),
    ])
  })

  it('changes also where the earlier one cannot be told', async () => {
    const editor = await withPassword((await newWorld()).editor)
    const email = fresh('moved', editor)
    const { token } = await askToMove(editor, email, now)
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const fails = () => Promise.resolve({ state: 'never', trouble: 'It is gone.' } as const)
    await confirmEmail(token, now, fails)
    expect(await ownEmail(editor)).toBe(email)
    expect(log.mock.calls.flat().join()).toContain('It is gone.')
    log.mockRestore()
  })

  it('counts at once where this site sends no mail', async () => {
    configureMail('')
    const editor = await withPassword((await newWorld()).editor)
    const email = fresh('at-once', editor)
    const { done, mails } = await askToMove(editor, email, now)
    expect([done, mails, await ownEmail(editor)]).toEqual(['changed', [], email])
    const taken = (await newOwner()).email
    expect((await failureOf(askToMove(editor, taken, now))).path).toEqual(['email'])
  })
})
