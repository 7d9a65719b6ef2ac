import type { Metadata } from 'next'
import Form from 'next/form'
import Link from 'next/link'
import { CountedList } from '@/components/organization/counted-list'
import { Scorecard } from '@/components/organization/scorecard'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { dateInWords } from '@/lib/dates/words'
import { measuresOf } from '@/lib/organizations/measures'
import { factsOf } from '@/lib/organizations/scorecard'
import { firstParam, withParams } from '@/lib/timeline/address'
import { requireViewer } from '@/server/auth/session'
import { isIsoDay } from '@/server/demands/as-of'
import { readScorecard } from '@/server/organizations/scorecard'
import { orNotFound } from '@/server/pages'

export const metadata: Metadata = { title: 'Scorecard' }

/** An organization over all campaigns. What is counted is chosen by the address alone. */
export default async function ScorecardPage({
  params,
  searchParams,
}: PageProps<'/organizations/[id]/scorecard'>) {
  const viewer = await requireViewer()
  const { id } = await params
  const query = await searchParams
  const asked = firstParam(query, 'asOf') ?? ''
  const asOf = isIsoDay(asked) ? asked : undefined
  const divisions = firstParam(query, 'divisions') !== 'no'
  const card = await orNotFound(readScorecard(viewer, { id, divisions, asOf }))
  const here = `/organizations/${id}/scorecard`
  const chosen = { asOf, divisions: divisions ? null : 'no' }
  const campaign = card.campaigns.find(({ slug }) => slug === firstParam(query, 'campaign'))
  const counted = measuresOf(campaign ? factsOf(card.facts, campaign.slug) : card.facts)
  const shown = counted.find(({ key }) => key === firstParam(query, 'show'))
  return (
    <>
      <PageHeader
        eyebrow="Scorecard"
        title={<bdi>{card.organization.name}</bdi>}
        lead={`What the record says about it as of ${dateInWords(card.asOf, { weekday: false })}. Every number opens what it counts.`}
      />
      <Form action={here} className="chrome mb-8 flex flex-wrap items-end gap-4">
        <div>
          <label htmlFor="as-of" className="mb-1 block font-semibold">
            As of
          </label>
          <input
            id="as-of"
            name="asOf"
            type="date"
            defaultValue={card.asOf}
            className="control w-auto"
          />
        </div>
        {card.divisions.length > 0 && (
          <div>
            <label htmlFor="divisions" className="mb-1 block font-semibold">
              What counts
            </label>
            <select
              id="divisions"
              name="divisions"
              key={String(divisions)}
              defaultValue={divisions ? 'yes' : 'no'}
              className="control w-auto max-w-full"
            >
              <option value="yes">With its divisions</option>
              <option value="no">
                <bdi>{card.organization.name}</bdi> alone
              </option>
            </select>
          </div>
        )}
        <Button type="submit" tone="quiet">
          Show
        </Button>
      </Form>
      {card.withDivisions && card.divisions.length > 0 && (
        <p className="mb-6">With {card.divisions.map(({ name }) => name).join(', ')}.</p>
      )}
      {card.campaigns.length === 0 ? (
        <EmptyState title="Nothing on record">
          <p>
            No demand is made of it as of this day, nobody asked it for an answer, and no win or
            account of retaliation names it.
          </p>
        </EmptyState>
      ) : (
        <Scorecard
          card={card}
          open={(show, slug) =>
            `${withParams(here, new URLSearchParams(), { ...chosen, show, campaign: slug })}#counted`
          }
        />
      )}
      {shown && <CountedList measure={shown} />}
      {shown && campaign && (
        <p className="text-muted mt-3">
          In <bdi>{campaign.title}</bdi> alone.
        </p>
      )}
      <p className="chrome mt-8">
        <a
          href={withParams(`${here}/scorecard.csv`, new URLSearchParams(), chosen)}
          download
          className="inline-flex min-h-11 items-center"
        >
          Numbers as CSV
        </a>
        <Link
          href={`/search?q=${encodeURIComponent(card.organization.name)}`}
          className="ml-6 inline-flex min-h-11 items-center"
        >
          Find it in the record
        </Link>
      </p>
    </>
  )
}
