import 'server-only'
import { randomUUID } from 'node:crypto'
import {
  forPlainFields,
  plainField,
  plainFieldNames,
  type PlainFieldName,
} from '@/lib/entries/fields/plain'
import type { EntryKind } from '@/lib/kinds/names'
import { campaignSchema } from '@/lib/schemas/campaign'
import { entrySchema } from '@/lib/schemas/entry'
import { shareSchema } from '@/lib/schemas/share'
import type { MemberRole } from '@/prisma/generated/client'
import { mint } from '../auth/mint'
import { shareReaderFor } from '../auth/share-reader'
import { newOwner } from '../auth/test-support'
import type { Organizer, ShareReader, Viewer } from '../auth/viewer'
import { createCampaign } from '../campaigns/mutations'
import { atThreshold } from '../db'
import { createEntry } from '../entries/mutations'
import { createShare } from '../shares/links/mutations'

/** The day by which dates in tests are read. */
export const TEST_DAY = '2026-03-01'

/** A workspace with a member of each role, and a campaign with a reader of a link to it. */
export type World = Record<MemberRole, Organizer> & {
  workspaceId: string
  campaign: { id: string; slug: string }
  reader: ShareReader
}

/** Makes a world of its own for a test. */
export async function newWorld(): Promise<World> {
  const { workspaceId, accountId } = await newOwner()
  const owner = await memberIn(workspaceId, 'owner', accountId)
  const campaign = await newCampaignFor(owner)
  return {
    workspaceId,
    owner,
    editor: await memberIn(workspaceId, 'editor'),
    contributor: await memberIn(workspaceId, 'contributor'),
    viewer: await memberIn(workspaceId, 'viewer'),
    campaign,
    reader: await readerOf(owner, campaign.id),
  }
}

/** Makes a campaign with a title that no other has. */
export function newCampaignFor(editor: Organizer): Promise<{ id: string; slug: string }> {
  const title = `Campaign ${randomUUID()}`
  return createCampaign(
    editor,
    campaignSchema.parse({ title, timeZone: 'America/Los_Angeles', summary: 'A test campaign.' }),
  )
}

/** Somebody who opened a new link to a campaign, as the share page finds them. */
export async function readerOf(editor: Organizer, campaign: string): Promise<ShareReader> {
  const { url } = await createShare(editor, shareSchema.parse({ campaign }))
  const reader = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
  if (!reader) throw new Error('The new link is not readable.')
  return reader
}

/** A further member, or the one of this account, as the session would give them. */
export async function memberIn(
  workspaceId: string,
  role: MemberRole,
  accountId: string = randomUUID(),
): Promise<Organizer> {
  const memberId = await atThreshold({ workspaceId, accountId }, async (tx) => {
    await tx.account.createMany({
      data: [
        { id: accountId, email: `${accountId}@example.org`, name: `A ${role}`, passwordHash: '' },
      ],
      skipDuplicates: true,
    })
    await tx.member.createMany({
      data: [{ workspaceId, accountId, role }],
      skipDuplicates: true,
    })
    const member = await tx.member.findFirstOrThrow({
      where: { workspaceId, accountId },
      select: { id: true },
    })
    return member.id
  })
  return mint<Organizer>({ kind: 'organizer', workspaceId, accountId, memberId, role })
}

/** What a form would send for an entry; a published rally where nothing else is said. */
export function entryInput(fields: { kind?: EntryKind } & Record<string, unknown> = {}) {
  const { kind = 'rally' } = fields
  const given = { title: 'Something happened', date: '13 Feb 2026', status: 'published' }
  return entrySchema(kind, TEST_DAY).parse({ ...given, ...fields, kind })
}

/** A value for each plain field, as a form would send them: a text, or an hour where only that is taken. */
export function plainInput(textOf: (name: PlainFieldName) => string): Record<string, string> {
  return forPlainFields((name) => (plainField(name).type === 'time' ? '19:00' : textOf(name)))
}

/** The plain fields that take any text. */
export function wordFields(): PlainFieldName[] {
  return plainFieldNames().filter((name) => plainField(name).type !== 'time')
}

/** Logs an entry as its form would. */
export function logEntry(
  viewer: Viewer,
  { slug }: { slug: string },
  fields: Parameters<typeof entryInput>[0] = {},
): Promise<{ id: string }> {
  return createEntry(viewer, slug, entryInput(fields))
}
