import { dateInWords } from '@/lib/dates/words'
import type { ClaimDto } from '@/lib/record'
import { claimFieldLabels, type ClaimField } from '@/lib/schemas/words'
import { Citations } from './citations'

/** Where sources disagree: every value, who says so, and why one of them is the working one. */
export function SharedClaims({ claims }: { claims: ClaimDto[] }) {
  const fields = [...new Set(claims.map(({ field }) => field))]
  return fields.map((field) => (
    <FieldClaims key={field} field={field} claims={claims.filter((one) => one.field === field)} />
  ))
}

function FieldClaims({ field, claims }: { field: ClaimField; claims: ClaimDto[] }) {
  const values = new Set(claims.map(({ value }) => value))
  return (
    <div className="claims">
      <p className="label">
        {claimFieldLabels[field]}: {values.size > 1 ? 'sources differ' : 'what sources say'}
      </p>
      <ul>
        {claims.map((claim) => (
          <li key={claim.id} dir="auto">
            <strong>{field === 'date' ? dateInWords(claim.value) : claim.value}</strong>
            {claim.saidBy && `, according to ${claim.saidBy}`}
            {claim.working && <span className="mark">used here</span>}
            {claim.working && claim.reason && <span className="note"> Why: {claim.reason}</span>}
            <Citations citations={claim.citations} />
          </li>
        ))}
      </ul>
    </div>
  )
}
