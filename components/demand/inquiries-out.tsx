import Link from 'next/link'
import { Section } from '@/components/ui/section'
import { isOut, stepAsOf, stepInWords } from '@/lib/demands/inquiries'
import type { InquiryRecord } from '@/lib/demands/ledger'

/** Those of some inquiries who have not answered yet, the newest first. `asOf` is an ISO day. */
export function InquiriesOut({
  inquiries,
  campaignHref,
  asOf,
}: {
  inquiries: InquiryRecord[]
  campaignHref: string
  asOf: string
}) {
  const out = inquiries.flatMap((inquiry) =>
    inquiry.recipients.flatMap((recipient) => {
      const step = stepAsOf(recipient, asOf)
      return step && isOut(step) ? [{ inquiry, recipient, step }] : []
    }),
  )
  if (out.length === 0) return null
  return (
    <Section title="Requests for comment">
      <ul className="divide-hairline divide-y">
        {out.map(({ inquiry, recipient, step }) => (
          <li key={`${inquiry.id} ${recipient.id}`} className="py-3 first:pt-0">
            <p>
              <strong>
                <bdi>{recipient.name}</bdi>
              </strong>
              , asked by <bdi>{inquiry.askedBy ?? 'somebody'}</bdi>
              {inquiry.through && ` (${inquiry.through})`}
            </p>
            <p className="clock clock-silent">{stepInWords(step, inquiry.edtf, asOf)}</p>
            <p>
              <Link
                href={`${campaignHref}/demands?inquiry=${inquiry.id}#inquiries`}
                className="chrome inline-flex min-h-11 items-center"
              >
                Follow it up
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
