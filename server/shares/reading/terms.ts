import 'server-only'
import { rulesOf, type LensRules } from '@/lib/shares/lens'
import { choicesFrom } from '@/lib/shares/choices'
import {
  addressOf,
  licenceOf,
  ownPublisher,
  publisherWith,
  type LinkedPublisher,
  type OwnPublisher,
  type SharedPublisher,
} from '@/lib/shares/publisher'
import { filterSize, noFilter, readFilter, type TimelineFilter } from '@/lib/timeline/filters'
import { Prisma, type ShareScope } from '@/prisma/generated/client'
import type { ShareReader } from '../../auth/viewer'
import type { Tx } from '../../db'
import { notFound } from '../../errors'
import { plannedOnce } from '../../statement-names'

/** What a link lets its readers see: through which rules, and how much of the campaign. */
export type ShareTerms = {
  rules: LensRules
  scope: ShareScope
  /** The one entry of the scope `entry`. */
  entryId: string | null
  /** The filter of the scope `filter`, chosen by a member; it asks nothing otherwise. */
  filter: TimelineFilter
  indexed: boolean
  frames: string[]
  /** Whether chat programs and social media may show what is behind it. */
  cards: boolean
  /** Whether its readers are told who keeps the record. */
  named: boolean
  /** Who keeps the record, where the link says it in words of its own. */
  own: OwnPublisher
  /** The number of its latest edition, or null where it has none. */
  edition: number | null
}

/** The terms of a link that is being read, with who speaks; null where nothing is told of them. */
export type OpenTerms = ShareTerms & { publisher: SharedPublisher | null }

/**
 * The terms of the link that somebody reads by, as they are at this moment.
 *
 * @throws AppError `not_found` when the link is gone.
 */
export async function termsOf(tx: Tx, viewer: ShareReader): Promise<ShareTerms> {
  const { workspaceId, shareLinkId: id } = viewer
  const [link] = await tx.$queryRaw<LinkRow[]>`${plannedOnce}
    select s.choices, s.scope::text as scope, s.entry_id as "entryId", s.filter, s.indexed, s.frames,
      s.named, s.cards, s.publisher_name as "publisherName", s.publisher_about as "publisherAbout",
      s.publisher_contact as "publisherContact", s.publisher_corrections as "publisherCorrections",
      (select max(e.number) from share_edition e
        where e.workspace_id = s.workspace_id and e.share_link_id = s.id) as edition
    from share_link s where s.workspace_id = ${workspaceId}::uuid and s.id = ${id}::uuid`
  if (!link) throw notFound('share link')
  return {
    rules: rulesOf(viewer.lens, choicesFrom(link.choices)),
    scope: link.scope,
    entryId: link.entryId,
    filter: link.scope === 'filter' ? readFilter(new URLSearchParams(link.filter)) : noFilter,
    indexed: link.indexed,
    frames: link.frames,
    named: link.named,
    own: ownPublisher(link),
    cards: link.cards || link.indexed,
    edition: link.edition,
  }
}

type LinkRow = Omit<ShareTerms, 'rules' | 'filter' | 'own'> &
  OwnPublisher & { choices: unknown; filter: string }

/** What is read of a workspace, over the alias `w`, to say who keeps its record. */
export const publisherSql = Prisma.sql`
  w.publisher_name as "publisherName", w.publisher_about as "publisherAbout",
  w.publisher_contact as "publisherContact", w.publisher_corrections as "publisherCorrections",
  w.publisher_licence as "publisherLicence", w.publisher_mark_hash as "publisherMarkHash",
  w.publisher_mark_width as "publisherMarkWidth", w.publisher_mark_height as "publisherMarkHeight"`

/** What `publisherSql` gives, and nothing else. */
export type PublisherRow = Record<
  | 'publisherName'
  | 'publisherAbout'
  | 'publisherContact'
  | 'publisherCorrections'
  | 'publisherLicence'
  | 'publisherMarkHash',
  string
> &
  Record<'publisherMarkWidth' | 'publisherMarkHeight', number>

/**
 * Who keeps the record, as its owners wrote it for readers or the link says in its own words; null where
 * neither tells anything.
 */
export function publisherIn(
  workspace: PublisherRow,
  { named, own }: ShareTerms,
): LinkedPublisher | null {
  const row = publisherWith(workspace, own)
  if (!named || Object.values(row).every((value) => !value)) return null
  return {
    name: row.publisherName,
    about: row.publisherAbout,
    contact: { url: addressOf(row.publisherContact) },
    corrections: { url: addressOf(row.publisherCorrections) },
    licence: licenceOf(row.publisherLicence),
    mark: row.publisherMarkHash
      ? {
          id: row.publisherMarkHash,
          ...{ width: row.publisherMarkWidth, height: row.publisherMarkHeight },
        }
      : null,
  }
}

/** The number of the demand that a link is about alone; null where it is about more, or leaves demands out. */
export function soleDemand({
  scope,
  filter,
  rules,
}: Pick<ShareTerms, 'scope' | 'filter' | 'rules'>): number | null {
  const alone = scope === 'filter' && filterSize(filter) === 1 && rules.fields.includes('demands')
  return alone ? (filter.demands[0] ?? null) : null
}

/**
 * Whether a link may show enough to count the days without an answer: the actions and responses of a
 * whole campaign, or all of those on one demand. They are counted only where the whole record says
 * the same (`sameAsRecord`).
 */
export function countsDays(terms: Pick<ShareTerms, 'scope' | 'filter' | 'rules'>): boolean {
  const { scope, rules } = terms
  const whole = scope === 'campaign' || scope === 'ledger' || soleDemand(terms) !== null
  return (
    whole &&
    rules.fields.includes('standings') &&
    rules.lanes.includes('action') &&
    rules.lanes.includes('response')
  )
}
