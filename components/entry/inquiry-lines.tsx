import { dateInWords, isExact } from '@/lib/dates/words'
import type { InquiryDto } from '@/lib/record'

// Three different facts, and none of them proves anything: each is said as what it is.
const OUTCOMES: Record<InquiryDto['recipients'][number]['outcome'], string> = {
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
        {inquiry.askedBy ?? 'Somebody'} asked{inquiry.through && ` (${inquiry.through})`},{' '}
        {dateInWords(inquiry.edtf)}:
      </p>
      <ul>
        {inquiry.recipients.map(({ name, outcome, later = [] }) => (
          <li key={name}>
            <bdi>{name}</bdi>: {OUTCOMES[outcome]}
            {later.map((step) => `; ${LATER[step.outcome]} ${whenInWords(step.edtf)}`)}
          </li>
        ))}
      </ul>
    </div>
  ))
}

function whenInWords(edtf: string): string {
  const words = dateInWords(edtf, { weekday: false })
  return isExact(edtf) ? `on ${words}` : words
}
