import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { Arrival } from '@/components/ui/arrival'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { ProposedStanding } from '@/lib/directory'
import type { Saved } from '@/lib/entries/saved'
import type { FormAction } from '@/lib/forms/state'
import { standingLabels } from '@/lib/schemas/words'

/** What a save did, what it proposes for the demands, and what one may log next. */
export function SavedNotice({
  saved,
  proposals,
  campaignHref,
  here,
  decide,
  next,
}: {
  saved: Saved
  proposals: ProposedStanding[]
  campaignHref: string
  /** The address of the entry itself. */
  here: string
  /** Null for members who do not decide on standings. */
  decide: FormAction | null
  /** Where further entries are logged. */
  next: { label: string; href: string }[]
}) {
  return (
    <Arrival key={saved.how}>
      <div className="chrome mb-6">
        <Notice tone="success" title={saved.title}>
          {saved.means && <p>{saved.means}</p>}
          {proposals.length > 0 && (
            <div className="mt-2">
              <p>{decide ? 'This proposes:' : 'This proposes, for an editor to confirm:'}</p>
              <ul className="mt-1 space-y-3">
                {proposals.map((proposal) => (
                  <Proposed key={proposal.id} {...{ proposal, campaignHref, here, decide }} />
                ))}
              </ul>
            </div>
          )}
          {next.length > 0 && (
            <p className="mt-1 flex flex-wrap gap-x-6">
              {next.map(({ label, href }) => (
                <a key={href} href={href} data-soft className="inline-flex min-h-11 items-center">
                  {label}
                </a>
              ))}
            </p>
          )}
        </Notice>
      </div>
    </Arrival>
  )
}

function Proposed({
  proposal: { id, demand, organization, standing },
  campaignHref,
  here,
  decide,
}: {
  proposal: ProposedStanding
  campaignHref: string
  here: string
  decide: FormAction | null
}) {
  const demandHref = `${campaignHref}/demands/${demand}`
  return (
    <li>
      <p className="font-serif text-lg">
        <a href={demandHref}>demand {demand}</a> at <bdi>{organization}</bdi> is{' '}
        {standingLabels[standing].toLowerCase()}.
      </p>
      {decide && (
        <ActionForm
          action={decide}
          initial={{ assessment: id, decision: 'confirmed' }}
          submitLabel="Confirm"
          secondary={
            <>
              <ButtonLink tone="quiet" href={`${demandHref}?proposal=${id}#assess`}>
                Change
              </ButtonLink>
              <ButtonLink tone="quiet" href={here}>
                Not now
              </ButtonLink>
            </>
          }
        >
          <HiddenField name="assessment" />
          <HiddenField name="decision" />
        </ActionForm>
      )}
    </li>
  )
}
