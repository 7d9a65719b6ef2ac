import { dateInWords } from '@/lib/dates/words'
import { nameList } from '@/lib/kinds/define'
import type { InquiryDto } from '@/lib/record'
import { inquiryOutcomeLabels } from '@/lib/schemas/words'

/** Who asked whom for an answer, and what each of them did; never more than was recorded. */
export function SharedInquiries({ inquiries }: { inquiries: InquiryDto[] }) {
  return inquiries.map(({ id, askedBy, through, edtf, recipients }) => (
    <div key={id}>
      <p className="label">Asked for an answer</p>
      <p dir="auto">
        {askedBy ?? 'Somebody'} asked {nameList(recipients.map(({ name }) => name))}
        {through && ` (${through})`}, {dateInWords(edtf)}.
      </p>
      <dl className="facts">
        {recipients.map(({ name, outcome }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{inquiryOutcomeLabels[outcome]}</dd>
          </div>
        ))}
      </dl>
    </div>
  ))
}
