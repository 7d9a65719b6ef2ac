import type { Metadata } from 'next'
import { EntryForm } from '@/components/entry/entry-form'
import { KindPicker } from '@/components/entry/kind-picker'
import { todayIn } from '@/lib/dates/days'
import { dateBounds } from '@/lib/dates/edtf'
import { dateInWords } from '@/lib/dates/words'
import { findKind, kindOf } from '@/lib/kinds/index'
import { requireViewer } from '@/server/auth/session'
import { mayPublish } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { listEntryChoices } from '@/server/entries/queries'
import { orNotFound } from '@/server/pages'
import { logEntry } from '../actions'

export const metadata: Metadata = { title: 'Log an entry' }

export default async function NewEntryPage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/entries/new'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const campaign = await orNotFound(getCampaign(viewer, slug))
  const query = await searchParams
  const kind = findKind(query.kind)
  const date = typeof query.date === 'string' && dateBounds(query.date) ? query.date : ''
  if (!kind) {
    return (
      <>
        <h2 className="mb-6 text-2xl">What do you want to log?</h2>
        <KindPicker
          hrefOf={(name) => `/campaigns/${slug}/entries/new?kind=${name}${date && `&date=${date}`}`}
        />
      </>
    )
  }
  const { label, lane, parts, fields } = kindOf(kind)
  const today = todayIn(campaign.timeZone)
  return (
    <div className="max-w-prose">
      <h2 className="mb-6 text-2xl">Log: {label.toLowerCase()}</h2>
      <EntryForm
        action={logEntry.bind(null, { slug, today })}
        kind={{ label, lane, parts, fields }}
        choices={await listEntryChoices(viewer, campaign.id)}
        initial={{
          kind,
          requestKey: crypto.randomUUID(),
          ...(date && { date: dateInWords(date) }),
        }}
        today={today}
        mayPublish={mayPublish(viewer)}
        asksInquiry={kind === 'no_reply'}
        submitLabel="Log it"
      />
    </div>
  )
}
