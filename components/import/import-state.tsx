import { StayFresh } from '@/components/ui/stay-fresh'
import { ActionForm } from '@/components/form/action-form'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/forms/state'
import { timeLeft } from '@/lib/imports/time-left'

/** An import that runs, or was cut off while it ran. */
export function ImportProgress({
  written,
  toWrite,
  cutOff,
  rate,
  secondsLeft,
  cancel,
  goOn,
}: {
  written: number
  toWrite: number
  cutOff: boolean
  rate: number | null
  secondsLeft: number | null
  cancel: FormAction
  goOn: FormAction
}) {
  return (
    <div className="grid max-w-prose gap-6">
      <Notice
        tone={cutOff ? 'warning' : 'info'}
        title={cutOff ? 'This import was interrupted.' : 'This import is running.'}
      >
        <p id="import-far">
          {written.toLocaleString('en')} of {toWrite.toLocaleString('en')} rows are written.
          {rate !== null && ` ${Math.max(Math.round(rate), 1).toLocaleString('en')} rows a second.`}
          {secondsLeft !== null && ` ${timeLeft(secondsLeft)} left.`}
        </p>
        <progress
          aria-labelledby="import-far"
          className="mt-2 h-3 w-full"
          max={Math.max(toWrite, 1)}
          value={written}
        />
        <p className="mt-2">
          {cutOff
            ? 'It resumes by itself within two minutes once the server is running, or now if you press the button.'
            : 'You can leave this page. The import continues.'}
        </p>
      </Notice>
      {!cutOff && <StayFresh seconds={2} />}
      <div className="flex flex-wrap gap-3">
        {cutOff && <ActionForm action={goOn} submitLabel="Resume now" pendingLabel="Importing …" />}
        <ActionForm
          action={cancel}
          submitLabel="Cancel and take back what was imported"
          pendingLabel="Erasing …"
          submitTone="danger"
        />
      </div>
    </div>
  )
}

/** Where the rows that an import refused are a file. */
export function rowsToFixAddress(id: string): string {
  return `/api/imports/${id}/rows-to-fix`
}

/** What an import made, with the way to take it back. */
export function ImportResult({
  state,
  written,
  counts,
  slug,
  id,
  undo,
}: {
  state: string
  written: number
  counts: Record<string, number>
  slug: string
  id: string
  undo: FormAction
}) {
  if (state === 'undone')
    return (
      <Undone>
        Its drafts are in the <a href={`/campaigns/${slug}/trash`}>trash</a>, and what it changed in
        other entries is taken back. What somebody changed since stays in the campaign.
      </Undone>
    )
  const made = written - (counts.joined ?? 0) - (counts.updated ?? 0)
  const others = othersOf(counts)
  return (
    <div className="grid max-w-prose gap-6">
      <Notice
        tone="success"
        title={`${made.toLocaleString('en')} ${made === 1 ? 'draft was' : 'drafts were'} made.`}
      >
        {others.length > 0 && (
          <ul>
            {others.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </Notice>
      <div className="flex flex-wrap items-end gap-3">
        <ButtonLink href={`/campaigns/${slug}/import/${id}?drafts=1`}>View the drafts</ButtonLink>
        {(counts.refused ?? 0) > 0 && (
          <ButtonLink tone="quiet" href={rowsToFixAddress(id)} download data-soft={undefined}>
            Download the refused rows
          </ButtonLink>
        )}
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
import { Undone } from './file-form'

/** What became of the rows that no draft was made of, a sentence for each outcome. */
function othersOf(counts: Record<string, number>): string[] {
  const outcomes = [
    { name: 'joined', one: 'joined an entry, as another source' },
    { name: 'updated', one: 'updated the entry of an older edition' },
    { name: 'stayed', one: 'differed from the entry of an older edition, which stayed' },
    { name: 'same', one: 'was imported before', many: 'were imported before' },
    {
      name: 'alike',
      one: 'was like an entry, and was left out',
      many: 'were like entries, and were left out',
    },
    { name: 'refused', one: 'was refused', many: 'were refused' },
    { name: 'skipped', one: 'was skipped', many: 'were skipped' },
  ]
  return outcomes.flatMap(({ name, one, many = one }) => {
    const rows = counts[name] ?? 0
    if (rows === 0) return []
    return `${rows.toLocaleString('en')} ${rows === 1 ? `row ${one}` : `rows ${many}`}.`
  })
}
