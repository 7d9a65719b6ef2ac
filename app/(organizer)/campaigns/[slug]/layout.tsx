import { CampaignNav } from '@/components/campaign/campaign-nav'
import { DateHabitsProvider } from '@/components/form/date-habits'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { campaignStatusLabels } from '@/lib/schemas/words'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'

export default async function CampaignLayout({
  params,
  children,
}: LayoutProps<'/campaigns/[slug]'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const campaign = await orNotFound(getCampaign(viewer, slug))
  return (
    <>
      <PageHeader
        eyebrow={<Tag>{campaignStatusLabels[campaign.status]}</Tag>}
        title={<bdi>{campaign.title}</bdi>}
        actions={
          viewer.role !== 'viewer' && (
            <>
              {mayPublish(viewer) && (
                <ButtonLink tone="quiet" href={`/campaigns/${slug}/edit`}>
                  Edit campaign
                </ButtonLink>
              )}
              <ButtonLink href={`/campaigns/${slug}/entries/new`}>Log an entry</ButtonLink>
            </>
          )
        }
      />
      <CampaignNav slug={slug} />
      <DateHabitsProvider habits={dateHabitsOf(campaign, todayIn(campaign.timeZone))}>
        {children}
      </DateHabitsProvider>
    </>
  )
}
