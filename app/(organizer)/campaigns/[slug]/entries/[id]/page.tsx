import type { Metadata } from 'next'
import { EntryCard } from '@/components/entry/entry-card'
import { MemberNotes } from '@/components/entry/member-notes'
import { ActionForm } from '@/components/form/action-form'
import { ButtonLink } from '@/components/ui/button'
import { HiddenField } from '@/components/form/hidden-field'
import { requireViewer } from '@/server/auth/session'
import { getCampaign } from '@/server/campaigns/queries'
import { getEntry } from '@/server/entries/queries'
import { orNotFound } from '@/server/pages'
import { RecordHistory } from '../../../../record-history'
import { moveToTrash } from '../actions'

type Props = PageProps<'/campaigns/[slug]/entries/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const entry = await orNotFound(getEntry(await requireViewer(), (await params).id))
  return { title: entry.title }
}

export default async function EntryPage({ params }: Props) {
  const viewer = await requireViewer()
  const { slug, id } = await params
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const entry = await orNotFound(getEntry(viewer, id))
  return (
    <div className="max-w-3xl">
      <div className="chrome mb-4 flex flex-wrap gap-3">
        <ButtonLink href={`/campaigns/${slug}/entries/${id}/edit`}>Edit</ButtonLink>
        {viewer.role !== 'viewer' && (
          <ButtonLink tone="quiet" href={`/campaigns/${slug}/entries/new?like=${id}`}>
            Log another like this
          </ButtonLink>
        )}
      </div>
      <EntryCard entry={entry} level={2} />
      <MemberNotes entry={entry} />
      <RecordHistory
        {...{ viewer, id, timeZone: campaign.timeZone }}
        record="entry"
        here={`/campaigns/${slug}/entries/${id}`}
        mayRestore={viewer.role !== 'viewer'}
        level={3}
      />
      <div className="chrome mt-10">
        <ActionForm
          action={moveToTrash}
          initial={{ id }}
          submitLabel="Move to the trash"
          submitTone="danger"
        >
          <HiddenField name="id" />
        </ActionForm>
      </div>
    </div>
  )
}
