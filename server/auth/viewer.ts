import 'server-only'
import type { EntryStatus } from '@/lib/schemas/words'
import type { MemberRole } from '@/prisma/generated/client'
import { AppError } from '../errors'
import { assertMinted } from './mint'

/** A member of a workspace, with the role that the membership had when the request began. */
export type Organizer = {
  readonly kind: 'organizer'
  readonly workspaceId: string
  readonly accountId: string
  readonly memberId: string
  readonly role: MemberRole
  /** How often the workspace had been locked down when the request began. */
  readonly lockDowns?: number
  /** The token by which a program of the member's acts; nothing at a browser. */
  readonly token?: TokenInHand
}

/** What a token narrows its member to, beside the role; null for every campaign. */
export type TokenInHand = {
  readonly id: string
  readonly name: string
  readonly campaignIds: readonly string[] | null
}

/** Somebody who opened a share link: one campaign of one workspace, through one lens. */
export type ShareReader = {
  readonly kind: 'share'
  readonly workspaceId: string
  readonly campaignId: string
  readonly shareLinkId: string
  readonly lens: 'public' | 'press' | 'ally' | 'member'
}

/** The operator's command line, or the program itself, at work in one workspace. */
export type SystemJob = { readonly kind: 'system'; readonly workspaceId: string }

/** Whoever stands at the door. Only `server/auth` makes one, so that none can be forged. */
export type Viewer = Organizer | ShareReader | SystemJob

const ROLES: readonly MemberRole[] = ['viewer', 'contributor', 'editor', 'owner']

/** The lesser of two roles. */
export function atMost(role: MemberRole, most: MemberRole): MemberRole {
  return ROLES.indexOf(role) > ROLES.indexOf(most) ? most : role
}

/**
 * Lets somebody write who has at least this role; the operator may do everything.
 *
 * @throws AppError `forbidden` for a lesser role, for every share reader, and for nobody.
 */
export function requireRole(
  viewer: Viewer,
  least: MemberRole,
): asserts viewer is Organizer | SystemJob {
  assertMinted(viewer)
  if (viewer.kind === 'system') return
  if (viewer.kind === 'organizer' && ROLES.indexOf(viewer.role) >= ROLES.indexOf(least)) return
  throw new AppError('forbidden', `This needs the role ${least}. Ask an owner of the workspace.`)
}

/** The member who is answerable for a write, or null for the operator. */
export function memberIdOf(viewer: Viewer): string | null {
  return viewer.kind === 'organizer' ? viewer.memberId : null
}

/** The name of the token by which a program writes, or nothing for a person's own hand. */
export function tokenNameOf(viewer: Viewer): string {
  return viewer.kind === 'organizer' ? (viewer.token?.name ?? '') : ''
}

/** The campaigns that a viewer's token is narrowed to, or null where nothing is narrowed so. */
export function campaignsInReach(viewer: Viewer): string[] | null {
  const ids = viewer.kind === 'organizer' ? viewer.token?.campaignIds : null
  return ids ? [...ids] : null
}

/**
 * Lets members and the operator in, of whatever role; share readers have queries of their own.
 *
 * @throws AppError `forbidden`.
 */
export function requireMember(viewer: Viewer): asserts viewer is Organizer | SystemJob {
  assertMinted(viewer)
  if (viewer.kind === 'share') throw new AppError('forbidden', 'Sign in to see this.')
}

/**
 * Lets the readers of a share in and nobody else: what they read is chosen by their link, and a
 * member has none.
 *
 * @throws AppError `forbidden`.
 */
export function requireShareReader(viewer: Viewer): asserts viewer is ShareReader {
  assertMinted(viewer)
  if (viewer.kind !== 'share') throw new AppError('forbidden', 'Open the share link itself.')
}

/** Whether this viewer may put an entry before readers of shares. */
export function mayPublish(viewer: Viewer): boolean {
  return (
    viewer.kind === 'system' ||
    (viewer.kind === 'organizer' && (viewer.role === 'editor' || viewer.role === 'owner'))
  )
}

/**
 * Whether this viewer may change an entry that they see: what is not published yet is a contributor's
 * own, since they see no other. Pages ask it; what is written is checked by `entriesWritableBy`.
 */
export function mayChange(viewer: Viewer, { status }: { status: EntryStatus }): boolean {
  if (mayPublish(viewer)) return true
  return viewer.kind === 'organizer' && viewer.role === 'contributor' && status !== 'published'
}
