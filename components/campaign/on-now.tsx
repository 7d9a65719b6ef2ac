import { DatedEntries } from '@/components/timeline/dated-entries'
import { Section } from '@/components/ui/section'
import type { CalendarEntry } from '@/lib/timeline/calendar'

/** What is going on in a campaign today; nothing where nothing is. */
export function OnNow({
  entries,
  more,
  campaignHref,
}: {
  entries: CalendarEntry[]
  more: number
  campaignHref: string
}) {
  if (entries.length === 0) return null
  return (
    <Section title="On now">
      <DatedEntries entries={entries} hrefOf={(id) => `${campaignHref}/entries/${id}`} />
      {more > 0 && <p className="text-muted mt-2">And {more.toLocaleString('en')} more.</p>}
    </Section>
  )
}
