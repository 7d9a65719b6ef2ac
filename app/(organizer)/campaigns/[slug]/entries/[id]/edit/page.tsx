import type { Metadata } from 'next'
import { EntryForm } from '@/components/entry/entry-form'
import { todayIn } from '@/lib/dates/days'
import { entryFormValues } from '@/lib/entries/form-values'
import { formKinds } from '@/lib/kinds/form'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { listEntryChoices } from '@/server/entries/choices'
import { getEntry } from '@/server/entries/queries'
import { orNotFound } from '@/server/pages'
import { saveEntry } from '../../actions'

export const metadata: Metadata = { title: 'Edit an entry' }

export default async function EditEntryPage({
  params,
}: PageProps<'/campaigns/[slug]/entries/[id]/edit'>) {
  const viewer = await requireViewer()
  const { slug, id } = await params
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const entry = await orNotFound(getEntry(viewer, id))
  const today = todayIn(campaign.timeZone)
  return (
    <div className="max-w-prose">
      <h2 className="mb-6 text-2xl">Edit: {entry.title}</h2>
      <EntryForm
        action={saveEntry.bind(null, { slug, today, id })}
        choices={{
          campaignId: campaign.id,
          kinds: formKinds(),
          ...(await listEntryChoices(viewer, campaign.id)),
        }}
        initial={{ ...entryFormValues(entry), version: String(entry.version) }}
        today={today}
        mayPublish={mayPublish(viewer)}
        submitLabel="Save"
      />
    </div>
  )
}
