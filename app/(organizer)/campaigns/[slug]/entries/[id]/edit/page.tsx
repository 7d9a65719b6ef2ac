import type { Metadata } from 'next'
import { EntryForm } from '@/components/entry/entry-form'
import { todayIn } from '@/lib/dates/days'
import { entryFormValues } from '@/lib/entries/form-values'
import { kindOf } from '@/lib/kinds/index'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { getEntry, listEntryChoices } from '@/server/entries/queries'
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
  const { label, lane, parts, fields } = kindOf(entry.kind)
  const today = todayIn(campaign.timeZone)
  return (
    <div className="max-w-prose">
      <h2 className="mb-6 text-2xl">Edit: {entry.title}</h2>
      <EntryForm
        action={saveEntry.bind(null, { slug, today, id })}
        kind={{ label, lane, parts, fields }}
        choices={await listEntryChoices(viewer, campaign.id)}
        initial={{ ...entryFormValues(entry), version: String(entry.version) }}
        today={today}
        mayPublish={mayPublish(viewer)}
        asksInquiry={entry.kind === 'no_reply'}
        submitLabel="Save"
      />
    </div>
  )
}
