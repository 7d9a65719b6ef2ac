import type { Metadata } from 'next'
import { AsOfForm } from '@/components/demand/as-of-form'
import { DemandForm } from '@/components/demand/demand-form'
import { Ledger } from '@/components/demand/ledger'
import { Proposals } from '@/components/demand/proposals'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { isIsoDay } from '@/server/demands/as-of'
import { listDemands } from '@/server/demands/queries'
import { listOrganizations } from '@/server/organizations/queries'
import { orNotFound } from '@/server/pages'
import { addDemand, decideProposal } from './actions'

export const metadata: Metadata = { title: 'Demands' }

type Props = PageProps<'/campaigns/[slug]/demands'>

export default async function DemandsPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const { slug } = await params
  const { id, timeZone } = await orNotFound(getCampaign(viewer, slug))
  const asked = (await searchParams).asOf
  const today = todayIn(timeZone)
  const asOf = typeof asked === 'string' && isIsoDay(asked) ? asked : today
  const demands = await listDemands(viewer, id, { asOf })
  const campaignHref = `/campaigns/${slug}`
  const edits = mayPublish(viewer)
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
      {demands.length > 0 ? (
        <Section title="Ledger">
          <AsOfForm asOf={asOf} today={today} />
          {asOf !== today && (
            <div className="mb-6">
              <Notice title={`As of ${dateInWords(asOf)}`}>
                What was assessed from a later day on does not count here.
              </Notice>
            </div>
          )}
          <Ledger demands={demands} campaignHref={campaignHref} />
        </Section>
      ) : (
        <EmptyState title="No demand is recorded yet">
          <p>
            Write down what must be done and by whom. A demand can also be written while you log the
            rally or letter that raises it.
          </p>
        </EmptyState>
      )}
      {edits && (
        <Section title="Add a demand">
          <div className="max-w-prose">
            <DemandForm
              action={addDemand.bind(null, { slug })}
              organizations={(await listOrganizations(viewer)).map(({ name }) => name)}
              submitLabel="Add the demand"
            />
          </div>
        </Section>
      )}
    </>
  )
}
