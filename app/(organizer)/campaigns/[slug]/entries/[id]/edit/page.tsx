import type { Metadata } from 'next'
import { EntryForm } from '@/components/entry/entry-form'
import { PhotoForm } from '@/components/photo/photo-form'
import { EmptyState } from '@/components/ui/empty-state'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { sourceDays } from '@/lib/entries/source-day'
import { entryFormValues } from '@/lib/entries/form-values'
import type { EntryDto } from '@/lib/record'
import { groupedFields } from '@/lib/entries/grouped-fields'
import { formKinds } from '@/lib/kinds/form'
import { requireViewer } from '@/server/auth/session'
import { draftPlace } from '@/server/auth/draft-key'
import { mayChange, mayPublish } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { listEntryChoices } from '@/server/entries/choices'
import { getEntry } from '@/server/entries/queries'
import { isUuid } from '@/server/ids'
import { orNotFound } from '@/server/pages'
import { saveEntry } from '../../actions'

export const metadata: Metadata = { title: 'Edit an entry' }

export default async function EditEntryPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/entries/[id]/edit'>) {
  const viewer = await requireViewer()
  const { slug, id } = await params
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const entry = await orNotFound(getEntry(viewer, id))
  const { photo, trouble } = await searchParams
  if (!mayChange(viewer, entry))
    return <EmptyState title="Only editors can change published entries" />
  const habits = dateHabitsOf(campaign, todayIn(campaign.timeZone))
  return (
    <div>
      <h2 className="mb-4 text-2xl sm:mb-6">
        Edit: <bdi>{entry.title}</bdi>
      </h2>
      <EntryForm
        action={saveEntry.bind(null, { slug, habits, id })}
        choices={{
          ...{ campaignId: campaign.id, slug, entryId: id },
          kinds: formKinds(),
          groups: groupedFields(),
          ...(await listEntryChoices(viewer, campaign.id)),
          sourceDays: sourceDays(entry.citations.map(({ source }) => source)),
        }}
        initial={{
          ...entryFormValues(entry),
          ...addedPhoto(entry, photo),
          version: String(entry.version),
        }}
        draft={draftPlace(viewer, `entry-${id}`)}
        mayPublish={mayPublish(viewer)}
      />
      <PhotoForm back={`/campaigns/${slug}/entries/${id}/edit`} trouble={trouble} />
    </div>
  )
}

// A photo that was added without script comes back in the address, to be saved with the entry.
function addedPhoto({ photos }: EntryDto, photo: unknown) {
  if (typeof photo !== 'string' || !isUuid(photo) || photos.some(({ id }) => id === photo))
    return {}
  return { [`photos.${photos.length}.photo`]: photo }
}
