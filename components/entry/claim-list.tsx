import { dateInWords } from '@/lib/dates/words'
import { differingFields } from '@/lib/entries/disagreement'
import type { ClaimDto } from '@/lib/record'
import { claimFieldLabels, type ClaimField } from '@/lib/schemas/words'
import type { MarkOf } from '@/lib/timeline/footnotes'
import { MissingPassage } from './source-line'
import { CitedSource } from './notes'

const FIELDS: ClaimField[] = ['date', 'place', 'crowd']

/**
 * What each source says of a field: the working value with its reason, and beside it the others.
 * Open where sources differ, so that no reader has to look for the doubt.
 */
export function ClaimList({ claims, markOf = null }: { claims: ClaimDto[]; markOf?: MarkOf }) {
  const differing = differingFields(claims)
  return FIELDS.map((field) => {
    const said = claims.filter((claim) => claim.field === field)
    if (said.length === 0) return null
    const differ = differing.includes(field)
    const label = claimFieldLabels[field]
    return (
      <details key={field} className="claims" open={differ}>
        <summary>{differ ? `${label}: sources differ` : `${label}: who says so`}</summary>
        <ul>
          {said.map((claim) => (
            <Claim key={claim.id} {...{ claim, markOf }} />
          ))}
        </ul>
      </details>
    )
  })
}

function Claim({ claim, markOf }: { claim: ClaimDto; markOf: MarkOf }) {
  return (
    <li>
      <strong>{claim.field === 'date' ? dateInWords(claim.value) : claim.value}</strong>
      {claim.saidBy && (
        <span>
          , says <bdi>{claim.saidBy}</bdi>
        </span>
      )}
      {claim.working && (
        <span className="working">working value{claim.reason && `: ${claim.reason}`}</span>
      )}
      {claim.citations.map((citation) => (
        <span key={citation.id} className="claim-source">
          <CitedSource {...{ citation, markOf }} />
          {citation.exact && (
            <q dir="auto" className="passage">
              {citation.exact}
            </q>
          )}
          <MissingPassage citation={citation} />
        </span>
      ))}
    </li>
  )
}
