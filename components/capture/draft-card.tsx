import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { ButtonLink } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import { dateInWords } from '@/lib/dates/words'
import { kindOf } from '@/lib/kinds/index'
import { inquiryOutcomeLabels } from '@/lib/schemas/words'
import type { CaptureActions, ShownProposal } from './capture-review'
import { DropDraft } from './drop-draft'

/** How sure the rules are, in words: below this a person should look twice. */
const SURE = 0.8

/** One proposed entry: what it would say, and what becomes of it. */
export function DraftCard({
  slug,
  source,
  proposal,
  mayPublish,
  actions,
}: {
  slug: string
  source: string
  proposal: ShownProposal
  mayPublish: boolean
  actions: CaptureActions
}) {
  const { draft, logged, alike } = proposal
  const kind = kindOf(draft.kind)
  return (
    <li
      id={draft.key}
      data-draft={draft.key}
      tabIndex={-1}
      className="border-hairline scroll-mt-4 border p-5"
    >
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <Tag tone={kind.lane}>{kind.label}</Tag>
        {logged ? (
          <Tag tone="success">Logged</Tag>
        ) : (
          draft.confidence < SURE && <Tag tone="warning">Check this</Tag>
        )}
      </div>
      <h3 className="text-xl">
        {logged ? (
          <a href={`/campaigns/${slug}/entries/${logged.id}`}>
            <bdi>{logged.title}</bdi>
          </a>
        ) : (
          <bdi>{draft.title}</bdi>
        )}
      </h3>
      <Facts draft={draft} />
      {!logged && (
        <div className="mt-4 space-y-4">
          {alike.map((entry) => (
            <div key={entry.id} className="bg-wash px-4 py-3">
              <p className="mb-2">
                The record may have this already:{' '}
                <a href={`/campaigns/${slug}/entries/${entry.id}`}>
                  <bdi>{entry.title}</bdi>
                </a>
                , {dateInWords(entry.edtf)}.
              </p>
              <ActionForm
                action={actions.join}
                initial={{ key: draft.key, entry: entry.id }}
                submitLabel="Add this source to it"
                submitTone="quiet"
              >
                <HiddenField name="key" />
                <HiddenField name="entry" />
              </ActionForm>
            </div>
          ))}
          <div className="flex flex-wrap items-end gap-3">
            <Accept
              {...{ actions }}
              draftKey={draft.key}
              status={mayPublish ? 'published' : 'in_review'}
              label={mayPublish ? 'Publish' : 'Send to review'}
              main={alike.length === 0}
            />
            <Accept
              {...{ actions }}
              draftKey={draft.key}
              status="draft"
              label="Save as draft"
              main={false}
            />
            <ButtonLink
              tone="quiet"
              href={`/campaigns/${slug}/entries/new?source=${source}&capture=${draft.key}`}
              data-change
            >
              Change
            </ButtonLink>
            <DropDraft draftKey={draft.key} />
          </div>
        </div>
      )}
    </li>
  )
}

function Accept({
  actions,
  draftKey,
  status,
  label,
  main,
}: {
  actions: CaptureActions
  draftKey: string
  status: string
  label: string
  main: boolean
}) {
  return (
    <ActionForm
      action={actions.accept}
      initial={{ key: draftKey, status }}
      submitLabel={label}
      submitTone={main ? 'primary' : 'quiet'}
    >
      <HiddenField name="key" />
      <HiddenField name="status" />
    </ActionForm>
  )
}

function Facts({ draft }: Pick<ShownProposal, 'draft'>) {
  const targets = draft.organizations
    .filter(({ part }) => part === 'target')
    .map(({ name }) => name)
  const actors = draft.organizations.filter(({ part }) => part === 'actor').map(({ name }) => name)
  const facts: [string, string | undefined][] = [
    ['When', draft.date ? dateInWords(draft.date.value.edtf) : 'not said'],
    ['Where', draft.place?.value],
    ['Who took part', draft.participants || undefined],
    ['By', actors.join(', ') || undefined],
    ['Aimed at', targets.join(', ') || undefined],
    [
      'Crowd',
      draft.crowd
        ? [
            draft.crowd.value.words,
            draft.crowd.value.countedBy && `according to ${draft.crowd.value.countedBy}`,
          ]
            .filter(Boolean)
            .join(', ')
        : undefined,
    ],
    ['According to', draft.accordingTo || undefined],
    ['Asked by', draft.inquiry?.askedBy || undefined],
  ]
  return (
    <>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {facts.map(
          ([label, value]) =>
            value !== undefined && (
              <div key={label} className="contents">
                <dt className="text-muted">{label}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ),
        )}
        {draft.inquiry?.recipients.map(({ organization, outcome }) => (
          <div key={organization} className="contents">
            <dt className="text-muted">
              <bdi>{organization}</bdi>
            </dt>
            <dd>{outcome === 'no_reply' ? 'Did not respond' : inquiryOutcomeLabels[outcome]}</dd>
          </div>
        ))}
      </dl>
      {draft.demands.length > 0 && (
        <ul className="mt-3 list-disc space-y-1 pl-5">
          {draft.demands.map(({ value, relation, at }) => (
            <li key={value.wording + at} dir="auto">
              {relation === 'answers'
                ? `Answers: ${value.wording} (${at})`
                : `Demand on ${value.targets.join(', ')}: ${value.wording}`}
            </li>
          ))}
        </ul>
      )}
      {draft.people.map(({ name, description, quotes }) => (
        <figure key={name} className="mt-3">
          {quotes.map(({ value }) => (
            <blockquote
              key={value.text}
              dir="auto"
              className="border-hairline border-l-2 pl-3 font-serif"
            >
              “{value.text}”
            </blockquote>
          ))}
          <figcaption className="text-muted mt-1">
            <bdi>{name}</bdi>
            {description && `, ${description}`}
          </figcaption>
        </figure>
      ))}
    </>
  )
}
