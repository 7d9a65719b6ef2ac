import { dateInWords } from '@/lib/dates/words'
import type { InquiryDto } from '@/lib/record'

// Three different facts, and none of them proves anything: each is said as what it is.
const OUTCOMES: Record<InquiryDto['recipients'][number]['outcome'], string> = {
  waiting: 'no answer is recorded yet',
  did_not_immediately_respond: 'did not immediately respond',
  declined: 'declined to answer',
  answered: 'answered',
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
        {inquiry.recipients.map(({ name, outcome }) => (
          <li key={name}>
            <bdi>{name}</bdi>: {OUTCOMES[outcome]}
          </li>
        ))}
      </ul>
    </div>
  ))
}
