import { Fragment } from 'react'
import { LaneMark } from '@/components/ui/lane-mark'
import { dateInWords, isExact } from '@/lib/dates/words'
import { nameList } from '@/lib/kinds/define'
import { firstRecordedDay } from '@/lib/demands/first-day'
import type { LedgerCell } from '@/lib/demands/ledger'
import type { SharedDemand } from '@/lib/shares/record'
import { DisputeLines } from '@/components/entry/answer-lines'
import { CheckedStandings, CheckedWords } from '@/components/entry/checked'
import { ClockLines } from '@/components/demand/clock-lines'
import { HistoryLine } from '@/components/demand/history-line'
import { keysOf, standingLabels } from '@/lib/schemas/words'
import { demandAnchor } from '@/lib/shares/state'

/** So many demands have a drawing each; with more of them the page would grow too heavy. */
const MOST_DRAWN = 60
/** So many targets are named in the line of a demand. */
const MOST_NAMED = 3

/**
 * What is demanded of whom, and where each demand stands at each of its targets. With an ISO day
 * `asOf` also how long nobody answered, where the link lets that be counted.
 */
export function SharedDemands({
  demands,
  asOf = null,
  address = null,
  listed = false,
}: {
  demands: SharedDemand[]
  asOf?: string | null
  /** The path of the link's page; null where nothing leads anywhere. */
  address?: string | null
  /** Whether the page lists the entries on each demand. */
  listed?: boolean
}) {
  if (demands.length === 0) return null
  const counted = asOf !== null && demands.some(({ targets }) => targets.some(({ clock }) => clock))
  const begins = asOf === null ? '' : firstRecordedDay(demands, asOf)
  return (
    <section aria-labelledby="demands">
      <h2 id="demands">What is demanded</h2>
      <ol className="asked">
        {demands.map((demand) => (
          <li key={demand.id}>
            <details open={demands.length === 1}>
              <summary>
                <span className="asked-wording">
                  <LaneMark lane="demand" />
                  <span>
                    <span className="asked-number">{demand.number}.</span>{' '}
                    <bdi>{demand.wording}</bdi>
                  </span>
                </span>
                <Standings targets={demand.targets} />
              </summary>
              {demand.counterparties.length > 0 && (
                <p className="asked-about">
                  Concerns ties with {nameList(demand.counterparties.map(({ name }) => name))}
                </p>
              )}
              {/* Within what is folded, so that who follows a link to it finds it open. */}
              <dl id={demandAnchor(demand.number)}>
                {demand.targets.map((target) => (
                  <div key={target.id}>
                    <dt>
                      <bdi>{target.name}</bdi>
                    </dt>
                    <dd>
                      <Standing target={target} address={address} />
                      {asOf !== null && target.clock && target.standing && (
                        <Clock
                          cell={{ ...target, standing: target.standing, clock: target.clock }}
                          {...{ begins, asOf, drawn: demands.length <= MOST_DRAWN }}
                        />
                      )}
                    </dd>
                  </div>
                ))}
              </dl>
              {listed && (
                <p className="asked-about">
                  <a href={leading(address, `?demand=${demand.number}#timeline`)}>
                    Entries on this demand
                  </a>
                </p>
              )}
            </details>
          </li>
        ))}
      </ol>
      {counted && (
        <p className="quiet">
          Days and answers are shown only where this link includes everything the record has about
          them.
        </p>
      )}
      <CheckedStandings demands={demands} />
    </section>
  )
}

/** How a demand stands, in a line: at each target, or how often where there are many. */
function Standings({ targets }: Pick<SharedDemand, 'targets'>) {
  if (targets.length === 0) return null
  const counted = targets.length > MOST_NAMED ? countedStandings(targets) : null
  if (counted === '') return null
  return (
    <span className="asked-standings">
      {counted ??
        targets.map(({ id, name, standing, disputes }, index) => (
          <Fragment key={id}>
            {index > 0 && ' · '}
            <bdi>{name}</bdi>
            {standing && `: ${standingLabels[standing].toLowerCase()}`}
            {disputes.length > 0 && ' (disputed)'}
          </Fragment>
        ))}
    </span>
  )
}

function countedStandings(targets: SharedDemand['targets']): string {
  return keysOf(standingLabels)
    .map((one) => ({ one, count: targets.filter(({ standing }) => standing === one).length }))
    .filter(({ count }) => count > 0)
    .map(({ one, count }) => {
      const disputed = targets.filter(
        ({ standing, disputes }) => standing === one && disputes.length > 0,
      ).length
      return `${count} ${standingLabels[one].toLowerCase()}${disputed > 0 ? ` (${disputed} disputed)` : ''}`
    })
    .join(' · ')
}

function Clock({
  cell,
  begins,
  asOf,
  drawn,
}: {
  cell: LedgerCell
  begins: string
  asOf: string
  drawn: boolean
}) {
  return (
    <>
      {drawn && <HistoryLine {...{ cell, begins, asOf }} />}
      <ClockLines {...{ cell, asOf }} />
    </>
  )
}

function Standing({
  target: { standing, since, evidence, evidenceKept, note, clock, checked, disputes },
  address,
}: {
  target: SharedDemand['targets'][number]
  address: string | null
}) {
  if (standing === null) return null
  return (
    <>
      <strong>{standingLabels[standing]}</strong>
      {since ? sinceInWords(since) : clock?.raised && sinceInWords(clock.raised.edtf)}
      {evidenceKept && '; its evidence is not shown here'}
      {evidence && (
        <span className="asked-evidence">
          Evidence:{' '}
          <a href={leading(address, `/e/${evidence.id}`)}>
            <bdi>{evidence.title}</bdi>
          </a>
        </span>
      )}
      {note && (
        <span className="asked-evidence">
          <bdi>{note}</bdi>
        </span>
      )}
      <DisputeLines disputes={disputes} />
      {checked && (
        <span className="asked-evidence">
          <CheckedWords checked={checked} />
        </span>
      )}
    </>
  )
}

// A page that is taken away leads nowhere.
function leading(address: string | null, to: string): string | undefined {
  return address === null ? undefined : address + to
}

// "since by 13 Feb 2026" is no English: what is not an exact day brings its own preposition.
function sinceInWords(edtf: string): string {
  const words = dateInWords(edtf, { weekday: false })
  return isExact(edtf) ? ` since ${words}` : `, ${words}`
}
