import { RevisionList } from '@/components/history/revision-list'
import { Section } from '@/components/ui/section'
import type { RecordWithHistory } from '@/lib/history/revisions'
import { clockIn } from '@/server/auth/session'
import type { Organizer } from '@/server/auth/viewer'
import { listRevisions } from '@/server/history/queries'
import { orNotFound } from '@/server/pages'
import { restoreVersion } from './record-actions'

/** The history of a record at the end of its page; `here` is that page's path. */
export async function RecordHistory({
  viewer,
  record,
  id,
  here,
  timeZone = 'UTC',
  mayRestore,
  level = 2,
}: {
  viewer: Organizer
  record: RecordWithHistory
  id: string
  here: string
  timeZone?: string
  mayRestore: boolean
  level?: 2 | 3
}) {
  const revisions = await orNotFound(listRevisions(viewer, record, id))
  if (revisions.length === 0) return null
  return (
    <Section title="History" level={level}>
      <RevisionList
        revisions={revisions}
        clock={await clockIn(timeZone)}
        restore={mayRestore ? restoreVersion.bind(null, { record, id, here }) : null}
      />
    </Section>
  )
}
