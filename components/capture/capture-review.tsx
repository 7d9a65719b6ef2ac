import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { Notice } from '@/components/ui/notice'
import { draftStretches } from '@/lib/capture/stretches'
import type { CaptureDraft, CaptureNote, Passage } from '@/lib/capture/types'
import type { FormAction, FormValues, LookAlike } from '@/lib/forms/state'
import { DraftCard } from './draft-card'
import { ReviewKeys } from './review-keys'

export type ShownProposal = {
  draft: CaptureDraft
  values: FormValues
  logged: { id: string; title: string } | null
  alike: LookAlike[]
}

export type CaptureActions = { accept: FormAction; acceptAll: FormAction; join: FormAction }

/** The text with its passages on the left, the entries that it proposes on the right. */
export function CaptureReview({
  slug,
  source,
  proposals,
  notes,
  nextSteps,
  text,
  mayPublish,
  actions,
}: {
  slug: string
  source: { id: string; title: string }
  proposals: ShownProposal[]
  notes: CaptureNote[]
  nextSteps: Passage[]
  text: string
  mayPublish: boolean
  actions: CaptureActions
}) {
  const left = proposals.filter(({ logged, alike }) => !logged && alike.length === 0)
  const passages = proposals.flatMap(({ draft }) =>
    passagesOf(draft).map((passage) => ({ ...passage, key: draft.key })),
  )
  const shown = new Set<string>()
  return (
    <ReviewKeys>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <div>
          <h2 className="max-w-prose text-2xl">
            <bdi>{source.title}</bdi>
          </h2>
          <p className="text-muted">
            {summary(proposals)}{' '}
            <a href={`/campaigns/${slug}/sources/${source.id}`}>Open the source</a>
          </p>
        </div>
        {left.length > 1 && (
          <ActionForm
            action={actions.acceptAll}
            initial={{
              keys: left.map(({ draft }) => draft.key).join(','),
              status: mayPublish ? 'published' : 'in_review',
            }}
            submitLabel={
              mayPublish ? `Publish all ${left.length}` : `Send all ${left.length} to review`
            }
          >
            <HiddenField name="keys" />
            <HiddenField name="status" />
          </ActionForm>
        )}
      </div>
      {notes.map(({ message }) => (
        <div key={message} className="mb-4">
          <Notice tone="warning">
            <p>{message}</p>
          </Notice>
        </div>
      ))}
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <div
          className="bg-wash order-2 max-w-prose px-5 py-4 font-serif whitespace-pre-line lg:sticky lg:top-4 lg:order-1 lg:max-h-[calc(100vh-2rem)] lg:overflow-auto"
          tabIndex={0}
          role="region"
          aria-label="The article, word for word"
          dir="auto"
        >
          {draftStretches(text, passages).map((stretch, index) => {
            if (stretch.keys.length === 0) return <span key={index}>{stretch.text}</span>
            const fresh = stretch.keys.find((key) => !shown.has(key))
            for (const key of stretch.keys) shown.add(key)
            return (
              <mark
                key={index}
                id={fresh && `words-${fresh}`}
                data-drafts={stretch.keys.join(' ')}
                className="bg-demand/15 text-ink decoration-demand aria-[current]:bg-warning-wash underline decoration-1 underline-offset-4"
              >
                {stretch.text}
              </mark>
            )
          })}
        </div>
        <ol className="order-1 space-y-6 lg:order-2">
          {proposals.map((proposal) => (
            <DraftCard
              key={proposal.draft.key}
              {...{ slug, proposal, mayPublish, actions }}
              source={source.id}
            />
          ))}
          {proposals.length === 0 && (
            <li>
              <Notice>
                <p>
                  No event was recognized in this text.{' '}
                  <a href={`/campaigns/${slug}/entries/new?source=${source.id}`}>
                    Log an entry from this source
                  </a>{' '}
                  by hand.
                </p>
              </Notice>
            </li>
          )}
          {nextSteps.length > 0 && (
            <li className="border-hairline border-t pt-4">
              <h3 className="mb-2 text-lg">Announced next steps</h3>
              <ul className="list-disc space-y-2 pl-5">
                {nextSteps.map(({ start, exact }) => (
                  <li key={start} dir="auto">
                    {exact}
                  </li>
                ))}
              </ul>
            </li>
          )}
        </ol>
      </div>
    </ReviewKeys>
  )
}

function summary(proposals: ShownProposal[]): string {
  const done = proposals.filter(({ logged }) => logged).length
  const entries = proposals.length === 1 ? '1 entry' : `${proposals.length} entries`
  return done > 0
    ? `Proposes ${entries}; ${done} logged.`
    : `Proposes ${entries}. Nothing is logged until you accept it.`
}

/** Everything that a draft rests on, from its own words to those of its quotes and demands. */
function passagesOf(draft: CaptureDraft): Passage[] {
  return [
    ...(draft.date?.passages ?? []),
    ...draft.dateClaims.flatMap(({ passages }) => passages),
    ...(draft.place?.passages ?? []),
    ...(draft.crowd?.passages ?? []),
    ...draft.people.flatMap(({ quotes }) => quotes.flatMap(({ passages }) => passages)),
    ...draft.demands.flatMap(({ passages }) => passages),
    ...draft.passages,
  ]
}
