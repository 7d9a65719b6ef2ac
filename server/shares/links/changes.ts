import 'server-only'
import type { ShareDetails, ShareTermsInput } from '@/lib/schemas/share'
import { choicesFrom } from '@/lib/shares/choices'
import { rulesOf } from '@/lib/shares/lens'
import { ownPublisher, type OwnPublisher } from '@/lib/shares/publisher'
import { Prisma } from '@/prisma/generated/client'
import { requireRole, type Viewer } from '../../auth/viewer'
import { withViewer, type Tx } from '../../db'
import { AppError, notFound } from '../../errors'
import { keepAudit } from '../../history/record'
import { requireDecided } from '../reading/open-places'
import { announceChange } from './announce'
import { standingEnd } from './ending'
import { hasExpired } from './expiry'
import { requireIndexable } from './indexable'

const DAY_MS = 24 * 60 * 60_000

/**
 * Changes what a link shows: its lens, and what it chooses for itself. Its scope stays, since
 * readers took the link for one thing.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the link, `conflict` for one that has
 *   ended, `invalid` where words are left to decide for whom it would show.
 */
export async function changeShareTerms(viewer: Viewer, input: ShareTermsInput): Promise<void> {
  requireRole(viewer, 'editor')
  const choices = input.choices ?? null
  const { people } = rulesOf(input.lens, choices)
  await change(viewer, input.share, async (link, tx) => {
    // For other readers other words may be names.
    await requireDecided(tx, viewer, link.campaignId, {
      people,
      choice: undefined,
      choosesHere: false,
    })
    return {
      lens: input.lens,
      choices: choices === null ? Prisma.DbNull : { ...choices },
      // Search engines may keep what is for everybody alone.
      ...(link.indexed && input.lens !== 'public' && { indexed: false }),
    }
  })
}

/**
 * Changes what members call a link, when it ends, whether search engines may keep it, whether it has
 * previews, whether it
 * says who keeps the record, and which sites may show it. `expires` counts from now, in days; without it the end stays.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the link, `conflict` for one that has
 *   ended, `invalid` for a link that may not be indexed.
 */
export async function changeShareDetails(
  viewer: Viewer,
  {
    share,
    label,
    expires,
    indexed = false,
    cards = false,
    named = false,
    frames = [],
    ...publisher
  }: ShareDetails,
  now = new Date(),
): Promise<void> {
  requireRole(viewer, 'editor')
  await change(
    viewer,
    share,
    (link) => {
      requireIndexable({ ...link, indexed, locked: link.passwordHash !== null })
      const expiresAt =
        expires === undefined
          ? undefined
          : { expiresAt: expires === null ? null : new Date(now.getTime() + expires * DAY_MS) }
      const own = ownPublisher(publisher)
      return { label, indexed, cards, named, frames, ...own, ...expiresAt }
    },
    now,
  )
}

type Link = Prisma.ShareLinkGetPayload<{ select: typeof select }>
type Change = Partial<OwnPublisher> & {
  lens?: Link['lens']
  choices?: Prisma.InputJsonObject | typeof Prisma.DbNull
  indexed?: boolean
  cards?: boolean
  named?: boolean
  label?: string
  frames?: string[]
  expiresAt?: Date | null
}

const select = {
  id: true,
  campaignId: true,
  tokenHash: true,
  lens: true,
  choices: true,
  label: true,
  indexed: true,
  cards: true,
  publisherName: true,
  publisherAbout: true,
  publisherContact: true,
  publisherCorrections: true,
  named: true,
  frames: true,
  private: true,
  passwordHash: true,
  expiresAt: true,
  revocations: { where: standingEnd, select: { id: true } },
} satisfies Prisma.ShareLinkSelect

async function change(
  viewer: Viewer,
  share: string,
  changeOf: (link: Link, tx: Tx) => Change | Promise<Change>,
  now = new Date(),
): Promise<void> {
  await withViewer(viewer, async (tx) => {
    const link = await lockedLink(tx, viewer, share)
    if (link.revocations.length > 0 || hasExpired(link.expiresAt, now)) {
      throw new AppError('conflict', 'This link is no longer active. Create a new one instead.')
    }
    const data = await changeOf(link, tx)
    const fields = Object.entries(data).flatMap(([name, value]) =>
      same(name, link[name as keyof Change], value) ? [] : [name],
    )
    if (fields.length === 0) return
    await tx.shareLink.updateMany({ where: { id: link.id }, data })
    await keepAudit(tx, viewer, 'update', 'share', link.id, fields)
    await announceChange(tx, link.tokenHash)
  })
}

// Held until the end of the transaction, so that of two changes at once the second sees the first.
async function lockedLink(tx: Tx, { workspaceId }: Viewer, id: string): Promise<Link> {
  await tx.$queryRaw`
    select id from share_link where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid for update`
  const link = await tx.shareLink.findFirst({ where: { workspaceId, id }, select })
  if (!link) throw notFound('share link')
  return link
}

function same(name: string, before: unknown, after: unknown): boolean {
  if (name !== 'choices') return JSON.stringify(before) === JSON.stringify(after)
  const chosen = after === Prisma.DbNull ? null : after
  return JSON.stringify(choicesFrom(before)) === JSON.stringify(choicesFrom(chosen))
}
