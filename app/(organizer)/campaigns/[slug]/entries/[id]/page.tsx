import type { Metadata } from 'next'
import Link from 'next/link'
import { wordsOfEntry } from '@/lib/comments/words-of-entry'
import { AssignForm } from '@/components/assignment/assign-form'
import { CheckForm, QuotesToCheck } from '@/components/entry/checked'
import { EntryCard } from '@/components/entry/entry-card'
import { PhotoTools } from '@/components/photo/photo-tools'
import { EntryNeighbours } from '@/components/entry/entry-neighbours'
import { EntryTools } from '@/components/entry/entry-tools'
import { MemberNotes } from '@/components/entry/member-notes'
import { PublishForm } from '@/components/entry/publish-form'
import { RestsOn } from '@/components/entry/rests-on'
import { ReviewForm } from '@/components/entry/review-form'
import { OpenPlaces } from '@/components/share/open-places'
import { PlaceMentions } from '@/components/share/place-mentions'
import { SavedNotice } from '@/components/entry/saved-notice'
import { memberWays } from '@/components/entry/ways'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { footnotes } from '@/lib/timeline/footnotes'
import { readSaved } from '@/lib/entries/saved'
import { isAhead } from '@/lib/plans'
import type { EntryDto } from '@/lib/record'
import { getAssigning } from '@/server/assignments/queries'
import { requireViewer } from '@/server/auth/session'
import { mayChange, mayPublish } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { listProposed } from '@/server/demands/proposed'
import { getEntry } from '@/server/entries/queries'
import { lastSentBack } from '@/server/history/queries'
import { orNotFound } from '@/server/pages'
import { planOfEntry } from '@/server/plans/queries'
import { mayShare } from '@/server/shares/links/may-share'
import { listOpenPlaces } from '@/server/shares/reading/open-places'
import { listPlaceMentions } from '@/server/shares/reading/place-mentions'
import { readNeighbours } from '@/server/timeline/neighbours'
import { assignTo } from '../../../../assignment-actions'
import { MergedNotices } from '../../../../merged-notices'
import { RecordComments } from '../../../../record-comments'
import { RecordHistory } from '../../../../record-history'
import { decideNames } from '../../shares/actions'
import { decideProposal } from '../../demands/actions'
import { check, checkWords, moveToTrash, review, uncheck, uncheckWords } from '../actions'

type Props = PageProps<'/campaigns/[slug]/entries/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = await orNotFound(getEntry(await requireViewer(), (await params).id))
  return { title: entry.title }
}

export default async function EntryPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const { slug, id } = await params
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const entry = await orNotFound(getEntry(viewer, id))
  const changes = mayChange(viewer, entry)
  const looks = entry.status === 'published' && mayPublish(viewer)
  const open = looks ? await listOpenPlaces(viewer, campaign.id, id) : null
  const told = looks ? await listPlaceMentions(viewer, campaign.id, id) : null
  const campaignHref = `/campaigns/${slug}`
  const here = `${campaignHref}/entries/${id}`
  const neighbours = await readNeighbours(viewer, campaign.id, {
    ...{ id, day: entry.firstDay, time: entry.time },
  })
  const saved = readSaved((await searchParams).saved, entry)
  const assigning =
    entry.status === 'published' ? null : await getAssigning(viewer, { record: 'entry', id })
  const habits = dateHabitsOf(campaign, todayIn(campaign.timeZone))
  const sentBack = entry.status === 'draft' ? await lastSentBack(viewer, id) : null
  const plan = await planOfEntry(viewer, id)
  const notes = footnotes([entry])
  const cited = entry.citations.length > 0
  return (
    <div className="max-w-3xl">
      {saved && (
        <SavedNotice
          {...{ saved, here, campaignHref }}
          proposals={entry.status === 'published' ? await listProposed(viewer, id) : []}
          decide={mayPublish(viewer) ? decideProposal : null}
          next={followingEntries(slug, entry)}
        />
      )}
      {sentBack && (
        <div className="mb-6">
          <Notice tone="warning" title={`Sent back by ${sentBack.by ?? 'the operator'}`}>
            <p dir="auto" className="whitespace-pre-line">
              {sentBack.note}
            </p>
          </Notice>
        </div>
      )}
      <MergedNotices {...{ viewer, id }} record="entry" home={here} />
      {open !== null && open.undecided > 0 && <OpenPlaces {...open} decide={decideNames} />}
      {told && <PlaceMentions slug={slug} {...told} />}
      <EntryCard
        entry={entry}
        level={1}
        alone
        cites={false}
        notes={notes}
        ways={memberWays(campaignHref)}
        tools={
          <>
            <EntryTools
              {...{ id, campaignHref }}
              mayLog={viewer.role !== 'viewer'}
              mayPlan={isAhead(entry, habits.today)}
              mayMerge={mayPublish(viewer)}
              mayShare={mayShare(viewer)}
              trash={changes ? moveToTrash : null}
            />
            {entry.status === 'in_review' && mayPublish(viewer) && (
              <ReviewForm action={review.bind(null, { slug, id })} />
            )}
            {entry.status === 'draft' && mayPublish(viewer) && (
              <PublishForm action={review.bind(null, { slug, id })} />
            )}
            {assigning && (
              <AssignForm
                {...assigning}
                action={assignTo.bind(null, { record: 'entry', id, habits })}
              />
            )}
          </>
        }
      />
      {changes && <PhotoTools photos={entry.photos} at={`${here}/photos`} />}
      {plan && (
        <p className="mt-6">
          Planned as{' '}
          <Link
            href={`${campaignHref}/plans/${plan.id}`}
            className="inline-flex min-h-11 items-center"
          >
            <bdi>{plan.title}</bdi>
          </Link>
        </p>
      )}
      <MemberNotes entry={entry} />
      <Section title="Sources cited" level={2}>
        <RestsOn {...{ notes, slug }} />
        {entry.status === 'published' && viewer.role !== 'viewer' && (cited || entry.checked) && (
          <CheckForm
            {...entry}
            check={check.bind(null, { slug, id, version: entry.version })}
            uncheck={uncheck.bind(null, { slug, id })}
          />
        )}
        {entry.status === 'published' && viewer.role !== 'viewer' && (
          <QuotesToCheck
            appearances={entry.appearances}
            checkOf={(quote) => checkWords.bind(null, { slug, id, version: entry.version, quote })}
            uncheckOf={(quote) => uncheckWords.bind(null, { slug, id, quote })}
          />
        )}
      </Section>
      <RecordComments
        {...{ viewer, id }}
        record="entry"
        timeZone={campaign.timeZone}
        passages={wordsOfEntry(
          entry.appearances.flatMap(({ quotes }) => quotes.map(({ text }) => text)),
          entry.claims,
        )}
      />
      <RecordHistory
        {...{ viewer, id, timeZone: campaign.timeZone }}
        record="entry"
        here={here}
        mayRestore={changes}
        level={2}
      />
      <EntryNeighbours {...neighbours} campaignHref={campaignHref} />
    </div>
  )
}

// Several entries come from one article: the next one begins with its source, its day and its place.
function followingEntries(slug: string, { id, citations }: EntryDto) {
  const log = `/campaigns/${slug}/entries/new`
  const [cited] = citations
  return [
    ...(cited
      ? [
          {
            label: 'Log another from this source',
            href: `${log}?source=${cited.source.id}&after=${id}`,
          },
        ]
      : []),
    { label: 'Log another like this', href: `${log}?like=${id}` },
  ]
}
