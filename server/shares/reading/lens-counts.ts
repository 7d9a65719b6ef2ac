import 'server-only'
import { keysOf, lensLabels, type Lens } from '@/lib/schemas/words'
import { rulesOf, type LensRules } from '@/lib/shares/lens'
import type { LensCount, LinkableCount } from '@/lib/shares/lens-words'
import { Prisma } from '@/prisma/generated/client'
import { previewReader } from '../../auth/share-preview'
import { requireRole, type Viewer } from '../../auth/viewer'
import { withViewer, type Tx } from '../../db'
import { notFound } from '../../errors'
import { campaignsVisibleTo } from '../../policy'
import { filteredEntries } from '../../timeline/filter/where'
import { NO_LINK, termsFor, type Previewed } from './preview'
import { scopeFrom } from './scope'
import { sharedEntries } from './where'

/**
 * What a link of each lens would show of the record as it is now, beside all that there is.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the campaign, `invalid` for a scope
 *   that is of nothing.
 */
export async function countLenses(
  viewer: Viewer,
  link: Pick<Previewed, 'campaignId' | 'scope' | 'entry' | 'filter'>,
  now = new Date(),
): Promise<{ of: LinkableCount; lenses: LensCount[] }> {
  requireRole(viewer, 'editor')
  const { campaignId } = link
  return withViewer(viewer, async (tx) => {
    const campaign = await tx.campaign.findFirst({
      where: { ...campaignsVisibleTo(viewer), id: campaignId },
      select: { id: true },
    })
    if (!campaign) throw notFound('campaign')
    const scope = await scopeFrom(tx, viewer, campaignId, link)
    const lenses: LensCount[] = []
    for (const lens of keysOf(lensLabels)) {
      const reader = previewReader(viewer, { campaignId, shareLinkId: NO_LINK, lens })
      const terms = termsFor(rulesOf(lens, null), scope)
      const entries = await sharedEntries(tx, reader, terms)
      lenses.push(await countIn(tx, { lens, rules: terms.rules, entries, now }))
    }
    const { filter } = termsFor(rulesOf('member', null), scope)
    const all = [await filteredEntries(tx, viewer, campaignId, filter)]
    if (scope.scope === 'entry') all.push(Prisma.sql`e.id = ${scope.entryId}::uuid`)
    const [of] = await tx.$queryRaw<LinkableCount[]>`
      select count(*)::int as "all",
        (count(*) filter (where e.status = 'published'))::int as published
      from entry e where ${Prisma.join(all, ' and ')}`
    return { of: of ?? { all: 0, published: 0 }, lenses }
  })
}

type Counted = {
  entries: number
  named: number
  initials: number
  roleOnly: number
  exact: number
  town: number
}

async function countIn(
  tx: Tx,
  { lens, rules, entries, now }: { lens: Lens; rules: LensRules; entries: Prisma.Sql; now: Date },
): Promise<LensCount> {
  const { fields, people } = rules
  // As placePrecisionFor says it of one entry.
  const [row] = await tx.$queryRaw<Counted[]>`
    with shown as (
      select e.workspace_id, e.id, e.according_to_person_id as account,
        case
          when e.place = '' or e.place_hidden_until > ${now} or ${rules.places} = 'none' then 'hidden'
          when ${rules.places} = 'town' and e.place_precision = 'exact' then 'town'
          else e.place_precision::text
        end as place
      from entry e where ${entries}
    ), told as (
      select a.person_id as id from shown s
        join appearance a on a.workspace_id = s.workspace_id and a.entry_id = s.id
        where ${fields.includes('people')}::boolean
      union
      select s.account from shown s where ${fields.includes('account')}::boolean
    ), people as (
      select p.consent::text as consent from told
        join person p on p.id = told.id
        where p.consent = any(${[...people]}::consent[]) and p.trashed_at is null
    )
    select (select count(*) from shown)::int as entries,
      (select count(*) from people where consent = 'named')::int as named,
      (select count(*) from people where consent = 'initials')::int as initials,
      (select count(*) from people where consent = 'role_only')::int as "roleOnly",
      (select count(*) from shown where place = 'exact')::int as exact,
      (select count(*) from shown where place = 'town')::int as town`
  const {
    entries: count = 0,
    named = 0,
    initials = 0,
    roleOnly = 0,
    exact = 0,
    town = 0,
  } = {
    ...row,
  }
  return {
    ...{ lens, entries: count },
    ...{ people: { named, initials, roleOnly }, places: { exact, town } },
  }
}
