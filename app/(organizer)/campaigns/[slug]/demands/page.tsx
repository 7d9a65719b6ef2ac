import type { Metadata } from 'next'
import Link from 'next/link'
import { AsOfForm } from '@/components/demand/as-of-form'
import { DemandForm } from '@/components/demand/demand-form'
import { FollowUpForm } from '@/components/demand/follow-up-form'
import { InquiryList } from '@/components/demand/inquiry-list'
import { Ledger } from '@/components/demand/ledger'
import { OutcomeForm } from '@/components/demand/outcome-form'
import { Proposals } from '@/components/demand/proposals'
import { TakeBack } from '@/components/demand/take-back'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { dateInWords } from '@/lib/dates/words'
import { firstParam, withParams } from '@/lib/timeline/address'
import { requireViewer } from '@/server/auth/session'
import { mayPublish, type Viewer } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { isIsoDay } from '@/server/demands/as-of'
import { listInquiries, type InquiriesRequest } from '@/server/demands/inquiries'
import { listTargets, readLedger } from '@/server/demands/ledger'
import { listOrganizationNames } from '@/server/organizations/queries'
import { listEvidence } from '@/server/demands/queries'
import { isUuid } from '@/server/ids'
import { orNotFound } from '@/server/pages'
import { recordInquiryOutcome, setFollowUpDay, takeBackInquiryOutcome } from '../follow-ups/actions'
import { addDemand, decideProposal } from './actions'

export const metadata: Metadata = { title: 'Demands' }

type Props = PageProps<'/campaigns/[slug]/demands'>

export default async function DemandsPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const { slug } = await params
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const query = await searchParams
  const asked = firstParam(query, 'asOf') ?? ''
  const today = todayIn(campaign.timeZone)
  const habits = dateHabitsOf(campaign, today)
  const asOf = isIsoDay(asked) ? asked : today
  const target = uuidParam(query, 'at')
  const after = /^\d{1,6}$/.test(firstParam(query, 'after') ?? '')
    ? Number(firstParam(query, 'after'))
    : null
  const second = yesOrNo(firstParam(query, 'checked'))
  const checked = second === '' ? null : second === 'yes'
  const ledger = await readLedger(viewer, slug, { asOf, after, target, checked })
  const { demands, begins, next, count } = ledger
  const campaignHref = `/campaigns/${slug}`
  const edits = mayPublish(viewer)
  const opened = uuidParam(query, 'inquiry')
  const from = uuidParam(query, 'from')
  const { inquiries, ...others } = await inquiriesWith(viewer, slug, { from, asOf }, opened)
  const inquiriesHref = (more: Record<string, string | null>) =>
    `${withParams(`${campaignHref}/demands`, new URLSearchParams(), {
      asOf: asOf === today ? null : asOf,
      ...more,
    })}#inquiries`
  const evidence =
    edits && inquiries.some(({ id }) => id === opened)
      ? (await listEvidence(viewer, slug)).map(({ id, title, edtf }) => ({
          value: id,
          label: `${title} (${dateInWords(edtf, { weekday: false })})`,
        }))
      : []
  return (
    <>
      {demands.some(({ proposals }) => proposals.length > 0) && (
        <Section title="Proposed by responses" id="proposals">
          <Proposals
            demands={demands}
            campaignHref={campaignHref}
            decide={edits ? decideProposal : null}
          />
        </Section>
      )}
      {demands.length > 0 || target !== null || after !== null || checked !== null ? (
        <Section title="Ledger">
          <AsOfForm
            {...{ asOf, today, target, checked: second }}
            targets={await listTargets(viewer, slug)}
          />
          {asOf !== today && (
            <div className="mb-6">
              <Notice title={`As of ${dateInWords(asOf)}`}>
                Anything raised, answered or assessed after this day is not counted.
              </Notice>
            </div>
          )}
          {demands.length > 0 ? (
            <Ledger {...{ demands, campaignHref, begins, asOf }} />
          ) : (
            <p className="text-muted">No demand fits what you asked for.</p>
          )}
          {next !== null && (
            <nav aria-label="More demands" className="chrome mt-6">
              <ButtonLink
                tone="quiet"
                href={withParams(`${campaignHref}/demands`, new URLSearchParams(), {
                  asOf: asOf === today ? null : asOf,
                  at: target,
                  checked: second || null,
                  after: next,
                })}
              >
                Demands after {next}, of {count}
              </ButtonLink>
            </nav>
          )}
        </Section>
      ) : (
        <EmptyState title="No demands yet">
          <p>
            Write down what must be done and by whom. A demand can also be written while you log the
            rally or letter that raises it.
          </p>
        </EmptyState>
      )}
      {inquiries.length > 0 && (
        <Section title="Requests for comment" id="inquiries">
          <InquiryList
            {...{ inquiries, campaignHref, asOf }}
            actions={(inquiry, asked) =>
              inquiry.id === opened ? (
                <>
                  {edits && (
                    <OutcomeForm
                      action={recordInquiryOutcome.bind(null, { habits })}
                      inquiry={inquiry.id}
                      organization={asked.id}
                      evidence={evidence}
                    />
                  )}
                  {viewer.role !== 'viewer' && (
                    <FollowUpForm
                      action={setFollowUpDay.bind(null, { habits })}
                      about={{ inquiry: inquiry.id, organization: asked.id }}
                    />
                  )}
                </>
              ) : (
                viewer.role !== 'viewer' && (
                  <p>
                    <Link
                      href={inquiriesHref({ from, inquiry: inquiry.id })}
                      aria-label={`Follow it up: ${asked.name}`}
                      className="chrome text-muted inline-flex min-h-11 items-center"
                    >
                      Follow it up
                    </Link>
                  </p>
                )
              )
            }
            {...(edits && {
              undo: ({ id, takenBack }: { id: string; takenBack: boolean }) => (
                <TakeBack
                  key={String(takenBack)}
                  action={takeBackInquiryOutcome}
                  {...{ id, takenBack }}
                />
              ),
            })}
          />
          {others.next !== null && (
            <nav aria-label="More inquiries" className="chrome mt-6">
              <ButtonLink tone="quiet" href={inquiriesHref({ from: others.next })}>
                Earlier ones, of {others.count}
              </ButtonLink>
            </nav>
          )}
        </Section>
      )}
      {edits && (
        <Section title="Add a demand">
          <div className="max-w-prose">
            <DemandForm
              action={addDemand.bind(null, { slug })}
              organizations={await listOrganizationNames(viewer)}
              submitLabel="Add the demand"
            />
          </div>
        </Section>
      )}
    </>
  )
}

/** A page of inquiries, or the page that begins with the one that was opened and is not on it. */
async function inquiriesWith(
  viewer: Viewer,
  slug: string,
  request: InquiriesRequest,
  opened: string | null,
) {
  const page = await listInquiries(viewer, slug, request)
  if (opened === null || page.inquiries.some(({ id }) => id === opened)) return page
  return listInquiries(viewer, slug, { ...request, from: opened })
}

function yesOrNo(value: string | null): 'yes' | 'no' | '' {
  return value === 'yes' || value === 'no' ? value : ''
}

function uuidParam(query: Awaited<Props['searchParams']>, name: string): string | null {
  const value = firstParam(query, name) ?? ''
  return isUuid(value) ? value : null
}
