import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { ShareEditions } from '@/components/share/share-editions'
import { ShareDetailsForm, SharePasswordForm } from '@/components/share/share-details-form'
import { ShareList } from '@/components/share/share-list'
import { ShareFrames } from '@/components/share/share-frames'
import { ShareDays } from '@/components/share/share-days'
import { Section } from '@/components/ui/section'
import { requireViewer, signedInRecently } from '@/server/auth/session'
import { orNotFound } from '@/server/pages'
import { listEditions } from '@/server/shares/editions/editions'
import { listKeepers } from '@/server/shares/links/keeping'
import { mayShare } from '@/server/shares/links/may-share'
import { getShare } from '@/server/shares/links/queries'
import { dailyViews } from '@/server/shares/links/views'
import { changeDetails, changePassword, endShare, freeze, handShareOver, undoEnd } from '../actions'

export const metadata: Metadata = { title: 'A link' }

export default async function SharePage({ params }: PageProps<'/campaigns/[slug]/shares/[id]'>) {
  const viewer = await requireViewer()
  const { slug, id } = await params
  if (!mayShare(viewer)) notFound()
  const now = new Date()
  const share = await orNotFound(getShare(viewer, id, now))
  if (share.campaign.slug !== slug) notFound()
  const askPassword = !(await signedInRecently())
  return (
    <>
      <p className="mb-6">
        <a href={`/campaigns/${slug}/shares`}>All links of this campaign</a>
      </p>
      <ShareList
        shares={[share]}
        timeZone={share.campaign.timeZone}
        now={now}
        revoke={endShare}
        undo={undoEnd}
        handOver={handShareOver}
        keepers={await listKeepers(viewer)}
        level={2}
      />
      {share.state === 'live' && (
        <>
          {share.url && !share.locked && !share.private && share.frames.length > 0 && (
            <Section title="Show it on a site">
              <ShareFrames
                url={share.url}
                title={share.campaign.title}
                frames={share.frames}
                hasState={share.scope !== 'entry'}
              />
            </Section>
          )}
          <Section title="Name, expiry and where it may be shown">
            <div className="max-w-prose">
              <ShareDetailsForm action={changeDetails} {...{ share, askPassword }} />
            </div>
          </Section>
          <Section title={share.locked ? 'Change its password' : 'Give it a password'}>
            <div className="max-w-prose">
              <SharePasswordForm
                action={changePassword}
                id={share.id}
                locked={share.locked}
                askPassword={askPassword}
              />
            </div>
          </Section>
        </>
      )}
      <Section title="Editions">
        <ShareEditions
          editions={await listEditions(viewer, id)}
          timeZone={share.campaign.timeZone}
          url={share.private ? null : share.url}
        />
        {share.state === 'live' && (
          <ActionForm
            action={freeze}
            initial={{ share: id }}
            submitLabel="Freeze an edition"
            pendingLabel="Freezing …"
            submitTone="quiet"
          >
            <HiddenField name="share" />
          </ActionForm>
        )}
      </Section>
      <Section title="How often it was opened">
        <ShareDays days={await dailyViews(viewer, id)} />
      </Section>
    </>
  )
}
