import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import type { FormAction } from '@/lib/forms/state'
import { daysLeft, type Trashed } from '@/lib/trash'

const RECORDS: Record<Trashed['record'], string> = {
  entry: 'Entry',
  demand: 'Demand',
  campaign: 'Campaign',
  organization: 'Organization',
  person: 'Person',
  source: 'Source',
}

/** What can be brought back, each with the days that are left for it. */
export function TrashList({
  trashed,
  now,
  restore,
}: {
  trashed: Trashed[]
  now: Date
  restore: FormAction
}) {
  return (
    <ul className="divide-hairline divide-y">
      {trashed.map(({ record, id, title, trashedAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <p className="font-semibold">
              <bdi>{title}</bdi>
            </p>
            <p className="text-muted text-sm">
              {RECORDS[record]}, erased for good {inDays(daysLeft(trashedAt, now))}
            </p>
          </div>
          <ActionForm
            action={restore}
            initial={{ record, id }}
            submitLabel="Restore"
            pendingLabel="Restoring …"
            submitTone="quiet"
          >
            <HiddenField name="record" />
            <HiddenField name="id" />
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}

function inDays(days: number): string {
  if (days === 0) return 'today'
  return days === 1 ? 'in 1 day' : `in ${days} days`
}
