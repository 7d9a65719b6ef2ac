import { ActionForm } from '@/components/form/action-form'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/forms/state'

/** An import that runs, or was cut off while it ran. */
export function ImportProgress({
  written,
  toWrite,
  cutOff,
  cancel,
}: {
  written: number
  toWrite: number
  cutOff: boolean
  cancel: FormAction
}) {
  const far = `${written.toLocaleString('en')} of ${toWrite.toLocaleString('en')} drafts are made.`
  return (
    <div className="grid max-w-prose gap-6">
      <Notice
        tone={cutOff ? 'warning' : 'info'}
        title={cutOff ? 'This import was interrupted.' : 'This import is running.'}
      >
        <p>
          {far} {cutOff ? 'Cancel it, then import the file again.' : 'Reload the page to see more.'}
        </p>
      </Notice>
      <ActionForm
        action={cancel}
        submitLabel="Cancel, and erase these drafts"
        pendingLabel="Erasing …"
        submitTone="danger"
      />
    </div>
  )
}

/** What an import made, with the way to take it back. */
export function ImportResult({
  state,
  written,
  counts,
  slug,
  undo,
}: {
  state: string
  written: number
  counts: Record<string, number>
  slug: string
  undo: FormAction
}) {
  if (state === 'undone')
    return (
      <div className="max-w-prose">
        <Notice tone="info" title="This import was undone.">
          <p>
            Its drafts are in the <a href={`/campaigns/${slug}/trash`}>trash</a>. What somebody had
            changed before stays in the campaign.
          </p>
        </Notice>
      </div>
    )
  const others = [
    { label: 'were imported before', rows: counts.same ?? 0 },
    { label: 'were like entries', rows: counts.alike ?? 0 },
    { label: 'were refused', rows: counts.refused ?? 0 },
    { label: 'were skipped', rows: counts.skipped ?? 0 },
  ].filter(({ rows }) => rows > 0)
  return (
    <div className="grid max-w-prose gap-6">
      <Notice
        tone="success"
        title={`${written.toLocaleString('en')} ${written === 1 ? 'draft is' : 'drafts are'} made.`}
      >
        {others.length > 0 && (
          <ul>
            {others.map(({ label, rows }) => (
              <li key={label}>
                {rows.toLocaleString('en')} {rows === 1 ? 'row' : 'rows'} {label}.
              </li>
            ))}
          </ul>
        )}
      </Notice>
      <div className="flex flex-wrap items-center gap-3">
        <ButtonLink href={`/campaigns/${slug}/table?status=draft`}>Look at the drafts</ButtonLink>
        <ActionForm
          action={undo}
          submitLabel="Undo this import"
          pendingLabel="Undoing …"
          submitTone="quiet"
        />
      </div>
    </div>
  )
}
