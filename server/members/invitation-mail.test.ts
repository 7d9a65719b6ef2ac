import { describe, expect, it, vi } from 'vitest'
import { startSmtp } from '@/scripts/testing/smtp'
import { openInvitation } from '../auth/invitations'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { listAudit } from '../history/audit'
import type { Posted } from '../mail/due'
import { postMail, type Mail } from '../mail/post'
import { configureMail, useMailServer } from '../mail/test-support'
import { failureOf } from '../testing/failure'
import { newWorld, type World } from '../testing/world'
import { mailInvitation } from './invitation-mail'
import { inviteMember, revokeInvitation } from './mutations'

useTestDatabase()
useMailServer()

const TO = 'new.member@example.org'
const invited = ({ editor }: World) => inviteMember(editor, { email: TO, role: 'contributor' })

describe('an invitation by mail', () => {
  it('goes to the address that it is for, with the link and no word of the workspace', async () => {
    const world = await newWorld()
    const { name } = await withViewer(world.owner, (tx) =>
      tx.workspace.findFirstOrThrow({ select: { name: true } }),
    )
    const smtp = await startSmtp()
    configureMail(smtp.url)
    const invitation = await invited(world)
    expect(await mailInvitation(world.editor, invitation, new Date(), postMail)).toBe('sent')
    await smtp.close()
    const [got] = smtp.received
    expect(got?.to).toEqual([TO])
    expect(got?.text).toContain(invitation.url)
    expect(got?.text).toContain('as contributor')
    for (const word of [name, 'A editor', 'Test Owner']) expect(got?.text).not.toContain(word)
    const token = new URL(invitation.url).pathname.slice('/invitation/'.length)
    expect(await openInvitation(token)).toMatchObject({ role: 'contributor' })
    const { events } = await listAudit(world.owner)
    expect(events[0]).toMatchObject({ record: 'invitation', fields: ['mailed'] })
  })

  it('says that it did not go out, and leaves the link good', async () => {
    const world = await newWorld()
    const refused: Posted = { state: 'never', trouble: 'No such mailbox.' }
    const invitation = await invited(world)
    const state = await mailInvitation(world.editor, invitation, new Date(), () =>
      Promise.resolve(refused),
    )
    expect(state).toBe('never')
    const { events } = await listAudit(world.owner)
    expect(events[0]).toMatchObject({ action: 'create', record: 'invitation' })
  })

  it('may have gone out where sending it failed in another way', async () => {
    const world = await newWorld()
    const invitation = await invited(world)
    const logged = vi.spyOn(console, 'error').mockReturnValue()
    const failing = () => Promise.reject(new Error('broken'))
    expect(await mailInvitation(world.editor, invitation, new Date(), failing)).toBe('unknown')
    expect(logged).toHaveBeenCalledOnce()
    logged.mockRestore()
  })

  it('is not sent once it is revoked', async () => {
    const world = await newWorld()
    const invitation = await invited(world)
    const mails: Mail[] = []
    const state = await mailInvitation(
      world.editor,
      invitation,
      new Date(),
      async (mail, handing) => {
        await revokeInvitation(world.owner, invitation.id)
        if (!(await handing())) return { state: 'withdrawn' }
        mails.push(mail)
        return { state: 'sent' }
      },
    )
    expect([state, mails]).toEqual(['withdrawn', []])
    await expect(mailInvitation(world.editor, invitation)).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('goes out a hundred times a day from one workspace, and not once more', async () => {
    const world = await newWorld()
    const invitation = await invited(world)
    const now = new Date()
    const mailed = (at: Date) =>
      mailInvitation(world.editor, invitation, at, () => Promise.resolve({ state: 'sent' }))
    for (let count = 0; count < 100; count += 1) await mailed(now)
    expect((await failureOf(mailed(now))).code).toBe('unavailable')
    expect(await mailed(new Date(now.getTime() + 24 * 3_600_000))).toBe('sent')
  })
})
