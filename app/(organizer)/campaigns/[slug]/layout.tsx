import { CampaignName } from '@/components/campaign/campaign-name'
import { CampaignMenu, CampaignNav, LogLink } from '@/components/campaign/campaign-nav'
import { CampaignSwitcher } from '@/components/campaign/campaign-switcher'
import { DateHabitsProvider } from '@/components/form/date-habits'
import { Tag } from '@/components/ui/tag'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { campaignStatusLabels } from '@/lib/schemas/words'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { getCampaign, listOtherCampaigns } from '@/server/campaigns/queries'
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
      <header className="border-hairline mb-3.5 flex flex-wrap items-center gap-x-3 border-b sm:mb-4 sm:gap-x-5">
        {/* A long title and its tags wrap by themselves; the menu stays beside them. */}
        <div className="flex min-w-0 flex-1 basis-40 flex-wrap items-center gap-x-2 sm:gap-x-3 sm:py-1 xl:flex-none">
          <span className="relative inline-flex min-w-0 items-center">
            <CampaignName title={campaign.title} />
            <CampaignSwitcher others={await listOtherCampaigns(viewer, slug)} />
          </span>
          {campaign.status !== 'active' && <Tag>{campaignStatusLabels[campaign.status]}</Tag>}
          {campaign.isRestricted && <Tag>Restricted</Tag>}
        </div>
        {/* On a phone the parts have a row of their own, above the views. */}
        <div className="order-last w-full min-w-0 xl:order-none xl:w-auto xl:flex-1">
          <CampaignNav slug={slug} />
        </div>
        <div className="ml-auto flex items-center gap-x-4">
          <CampaignMenu
            slug={slug}
            mayEdit={mayPublish(viewer)}
            mayLog={viewer.role !== 'viewer'}
          />
          {viewer.role !== 'viewer' && <LogLink slug={slug} />}
        </div>
      </header>
      <DateHabitsProvider habits={dateHabitsOf(campaign, todayIn(campaign.timeZone))}>
        {children}
      </DateHabitsProvider>
    </>
  )
}
