import type { Metadata } from 'next'
import { TrashForm } from '@/components/trash/trash-form'
import { AccessForm } from '@/components/campaign/access-form'
import { CampaignForm } from '@/components/campaign/campaign-form'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { requireViewer, signedInRecently } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { getCampaignAccess } from '@/server/campaigns/restriction'
import { orNotFound } from '@/server/pages'
import { RecordHistory } from '../../../record-history'
import { moveRecordToTrash } from '../../../trash/actions'
import { saveAccess, saveCampaign } from './actions'

export const metadata: Metadata = { title: 'Edit the campaign' }

export default async function EditCampaignPage({ params }: PageProps<'/campaigns/[slug]/edit'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const campaign = await orNotFound(getCampaign(viewer, slug))
  if (!mayPublish(viewer)) return <EmptyState title="Only editors can change campaigns" />
  const access = await getCampaignAccess(viewer, slug)
  const askPassword = !(await signedInRecently())
  const { id, title, summary, status, timeZone, dayOrder, weekStart, version } = campaign
  return (
    <>
      <div className="max-w-prose">
        <h2 className="mb-6 text-2xl">Edit the campaign</h2>
        <CampaignForm
          key={version}
          action={saveCampaign.bind(null, { id })}
          zones={['UTC', ...Intl.supportedValuesOf('timeZone')]}
          initial={{
            ...{ title, summary, status, timeZone, dayOrder, weekStart },
            version: String(version),
          }}
          submitLabel="Save"
        />
        <p className="text-muted mt-4">
          Its address stays /campaigns/{slug}, whatever the title becomes, so links to it keep
          working.
        </p>
      </div>
      <Section title="Who can open it">
        <div className="max-w-prose">
          <AccessForm
            action={saveAccess.bind(null, { id })}
            access={access}
            askPassword={askPassword && access.isRestricted}
          />
        </div>
      </Section>
      <RecordHistory
        {...{ viewer, id, timeZone }}
        record="campaign"
        here={`/campaigns/${slug}/edit`}
        mayRestore
      />
      {viewer.role === 'owner' && (
        <TrashForm
          action={moveRecordToTrash.bind(null, { record: 'campaign', id: id, trash: '/trash' })}
          password={askPassword}
          what="Everything in the campaign goes with it and its links stop working. Restoring the campaign brings everything back."
        />
      )}
    </>
  )
}
