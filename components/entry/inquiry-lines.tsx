import { whenInWords } from '@/lib/kinds/asked'
import type { InquiryDto } from '@/lib/record'
import type { InquiryOutcome } from '@/lib/schemas/words'

// Three different facts, and none of them proves anything: each is said as what it is.
const OUTCOMES: Record<InquiryOutcome, string> = {
  waiting: 'no answer when this was recorded',
  did_not_immediately_respond: 'did not immediately respond',
  declined: 'declined to answer',
  answered: 'answered',
}

const LATER: typeof OUTCOMES = {
  ...OUTCOMES,
  waiting: 'still no answer',
  declined: 'declined',
}

/** Who asked whom, through what, when, and what each did. */
export function InquiryLines({ inquiries }: { inquiries: InquiryDto[] }) {
  return inquiries.map((inquiry) => (
    <div key={inquiry.id} className="inquiry">
      <p>
        <bdi>{inquiry.askedBy ?? 'Someone'}</bdi> asked {whenInWords(inquiry.edtf)}
        {inquiry.through && (
          <>
            {' ('}
            <bdi>{inquiry.through}</bdi>)
          </>
        )}
        :
      </p>
      <ul>
        {inquiry.recipients.map(({ name, outcome, later = [] }) => (
          <li key={name}>
            <bdi>{name}</bdi>
            {outcome !== null && `: ${OUTCOMES[outcome]}`}
            {later.map((step) => `; ${LATER[step.outcome]} ${whenInWords(step.edtf)}`)}
          </li>
        ))}
      </ul>
    </div>
  ))
}
