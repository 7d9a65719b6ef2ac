import type { Metadata } from 'next'
import { NothingShown } from '@/components/share/nothing-shown'
import { ShareForm } from '@/components/share/share-form'
import { OpenPlaces } from '@/components/share/open-places'
import { PlaceMentions } from '@/components/share/place-mentions'
import { PausedLinks } from '@/components/share/paused-links'
import { ShareList } from '@/components/share/share-list'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { filterParams, readFilter } from '@/lib/timeline/filters'
import { requireViewer, signedInRecently } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { lensesInWords } from '@/lib/shares/lens-words'
import { orNotFound } from '@/server/pages'
import { listKeepers } from '@/server/shares/links/keeping'
import { mayShare } from '@/server/shares/links/may-share'
import { countLenses } from '@/server/shares/reading/lens-counts'
import { listOpenPlaces } from '@/server/shares/reading/open-places'
import { listPlaceMentions } from '@/server/shares/reading/place-mentions'
import { listShares } from '@/server/shares/links/queries'
import { decideNames, endShare, handShareOver, makeShare, resume, undoEnd } from './actions'

export const metadata: Metadata = { title: 'Shares' }

export default async function SharesPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/shares'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const { id, timeZone, isRestricted } = await orNotFound(getCampaign(viewer, slug))
  const asked = await searchParams
  if (!mayShare(viewer)) {
    return (
      <EmptyState title="Only editors can share">
        <p>
          Editors and owners create and revoke links. Ask one of them for a link to this campaign.
        </p>
      </EmptyState>
    )
  }
  const filter = filterParams(readFilter(asked)).toString()
  const entry = typeof asked.entry === 'string' ? asked.entry : ''
  const scope = entry ? 'entry' : filter ? 'filter' : 'campaign'
  const asking = new URLSearchParams({ scope, ...(filter && { filter }), ...(entry && { entry }) })
  const open = await listOpenPlaces(viewer, id)
  const counts = await countLenses(viewer, { campaignId: id, scope, filter, entry }).catch(
    () => null,
  )
  const mentioned = await listPlaceMentions(viewer, id)
  const now = new Date()
  const shares = await listShares(viewer, id, now)
  const live = shares.filter(({ state }) => state === 'live')
  const ended = shares.filter(({ state }) => state !== 'live')
  const keepers = await listKeepers(viewer)
  const askPassword = !(await signedInRecently())
  const resumeAll = viewer.role === 'owner' ? resume : undefined
  const list = {
    timeZone,
    now,
    revoke: endShare,
    undo: undoEnd,
    handOver: handShareOver,
    keepers,
    resume: resumeAll,
    askPassword,
  }
  return (
    <>
      <PausedLinks links={live} resume={resumeAll} askPassword={askPassword} />
      <OpenPlaces {...open} decide={decideNames} />
      <PlaceMentions {...{ slug, ...mentioned }} />
      <Section title="Create a read-only link">
        <p className="mb-6 max-w-prose">
          Anyone with the link can read what is published in this campaign, without an account.
          Drafts and private notes are never included, and people appear by name only with their
          consent.
        </p>
        <div className="max-w-prose space-y-6">
          {isRestricted && (
            <Notice tone="warning" title="This campaign is restricted">
              In the workspace only its members and the owners can open it. A link shows what it
              shows to anyone who has it.
            </Notice>
          )}
          {counts?.lenses.every(({ entries }) => entries === 0) && (
            <NothingShown {...{ slug, entry }} />
          )}
          <ShareForm
            {...{ filter, entry }}
            lenses={counts && lensesInWords(counts)}
            action={makeShare}
            campaign={id}
            askPassword={askPassword}
            undecided={open.undecided}
          />
        </div>
        <p className="mt-6">
          <a href={`/campaigns/${slug}/shares/new?${asking.toString()}`}>
            Choose field by field what it shows, and preview it first
          </a>
        </p>
      </Section>
      <Section title="Active links">
        {live.length > 0 ? (
          <ShareList shares={live} {...list} />
        ) : (
          <p className="text-muted">No active links for this campaign.</p>
        )}
      </Section>
      {ended.length > 0 && (
        <Section title="Inactive links">
          <ShareList shares={ended} {...list} />
        </Section>
      )}
    </>
  )
}
