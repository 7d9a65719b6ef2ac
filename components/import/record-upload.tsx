import { ActionForm } from '@/components/form/action-form'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/forms/state'
import { FileForm, Undone } from './file-form'

/** Sends a complete record. */
export function RecordUpload() {
  return (
    <FileForm
      id="record-file"
      action="/api/records"
      label="A complete record"
      hint="The JSON or ZIP that Throughline exports, up to 100 MB. It is tried first, and you see what it would make before anything is kept."
      accept=".json,.zip,application/json,application/zip"
      submitLabel="Read the record"
    />
  )
}

const WORDS = {
  organizations: ['organization', 'organizations'],
  people: ['person', 'people'],
  sources: ['source', 'sources'],
  demands: ['demand', 'demands'],
  entries: ['entry', 'entries'],
  assessments: ['standing of a demand', 'standings of demands'],
  links: ['link between entries', 'links between entries'],
  inquiries: ['inquiry', 'inquiries'],
  followUps: ['follow-up', 'follow-ups'],
  plans: ['plan', 'plans'],
} as const
type Counted = keyof typeof WORDS

const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`

/** What a record file would make, and what of it would be left out. */
export function WouldMake({
  campaigns,
  counts,
  known,
  dropped,
  pictures,
}: {
  campaigns: readonly { id: string; title: string; slug: string; entries: number; drafts: number }[]
  counts: Partial<Record<Counted, number>>
  known: number
  dropped: number
  pictures: number
}) {
  const parts = (Object.keys(WORDS) as Counted[]).flatMap((name) => {
    const number = counts[name] ?? 0
    const [one, many] = WORDS[name]
    return number > 0 ? [count(number, one, many)] : []
  })
  return (
    <div className="grid max-w-prose gap-4">
      <p>
        Nothing is imported yet. {campaigns.length === 1 ? 'This campaign' : 'These campaigns'}{' '}
        would be new in this workspace:
      </p>
      <ul className="list-disc ps-6">
        {campaigns.map(({ id, title, entries, drafts }) => (
          <li key={id}>
            <bdi className="font-semibold">{title}</bdi>: {count(entries, 'entry', 'entries')}
            {drafts > 0 && `, ${drafts.toLocaleString('en')} of them not published`}
          </li>
        ))}
      </ul>
      <p>In the file are {parts.join(', ')}.</p>
      <ul className="list-disc ps-6">
        <li>What was published is published, and drafts are drafts.</li>
        {known > 0 && (
          <li>
            {count(known, 'organization, person or source', 'organizations, people and sources')}{' '}
            {known === 1 ? 'is' : 'are'} here already and {known === 1 ? 'stays' : 'stay'} as here.
          </li>
        )}
        {dropped > 0 && (
          <li>
            {count(dropped, 'reference')} to records that are not in the file would be left out.
          </li>
        )}
        {pictures > 0 && (
          <li>
            {count(pictures, 'photo')} would be left out: the ZIP has the pictures, the JSON does
            not.
          </li>
        )}
      </ul>
    </div>
  )
}

/** What a record made, with the way to take it back as one. */
export function RecordResult({
  state,
  entries,
  slug,
  undo,
}: {
  state: string
  entries: number
  slug: string
  undo: FormAction
}) {
  if (state === 'undone')
    return (
      <Undone>
        Its campaigns went into the <a href="/trash">trash</a>. Whatever is open here was restored
        from it.
      </Undone>
    )
  return (
    <div className="grid max-w-prose gap-6">
      <Notice
        tone="success"
        title={`A complete record with ${count(entries, 'entry', 'entries')} was imported.`}
      >
        <p>
          <a href={`/campaigns/${slug}`}>Open the campaign</a>. For 30 days, undoing it moves every
          campaign of the record to the trash, with all that is in it by then. Organizations, people
          and sources stay in their lists.
        </p>
      </Notice>
      <ActionForm
        action={undo}
        submitLabel="Undo this import"
        pendingLabel="Undoing …"
        submitTone="quiet"
      />
    </div>
  )
}
