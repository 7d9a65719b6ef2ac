import { UndoNotice } from '@/components/trash/undo-notice'
import type { MergeableRecord } from '@/lib/merging'
import type { Organizer } from '@/server/auth/viewer'
import { mayPublish } from '@/server/auth/viewer'
import { listMerges } from '@/server/merging/unmerge'
import { unmergeHere } from './merge-actions'

/** What went into a record and can still be taken back, at the top of the record's page. */
export async function MergedNotices({
  viewer,
  record,
  id,
  home,
}: {
  viewer: Organizer
  record: MergeableRecord
  id: string
  home: string
}) {
  if (!mayPublish(viewer)) return null
  const merges = await listMerges(viewer, record, id)
  return merges.map(({ id: merge, goneName }) => (
    <UndoNotice
      key={merge}
      title={`“${goneName}” was merged into this.`}
      undo={unmergeHere.bind(null, { home })}
      values={{ merge }}
    />
  ))
}
