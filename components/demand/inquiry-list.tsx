import Link from 'next/link'
import type { ReactNode } from 'react'
import { LaneMark } from '@/components/ui/lane-mark'
import { dateInWords } from '@/lib/dates/words'
import { stepAsOf, stepInWords } from '@/lib/demands/inquiries'
import type { AskedOrganization, InquiryRecord, InquiryStep } from '@/lib/demands/ledger'
import { inquiryOutcomeLabels } from '@/lib/schemas/words'

/**
 * Who asked whom, when, through what, and what came of it at each as of an ISO day. Nothing of it is
 * a verdict: that nobody replied is said with its days.
 */
export function InquiryList({
  inquiries,
  campaignHref,
  asOf,
  actions,
  undo,
}: {
  inquiries: InquiryRecord[]
  campaignHref: string
  asOf: string
  /** What can be done about one who was asked. */
  actions?: (inquiry: InquiryRecord, asked: AskedOrganization) => ReactNode
  /** Takes a recorded outcome back, or puts it back. */
  undo?: (step: InquiryStep & { id: string }) => ReactNode
}) {
  const asked = inquiries.filter(({ recipients }) =>
    recipients.some((recipient) => stepAsOf(recipient, asOf)),
  )
  if (asked.length === 0) return <p className="text-muted">Nobody has asked for an answer yet.</p>
  return (
    <ol className="divide-hairline border-hairline divide-y border-b">
      {asked.map((inquiry) => (
        <li key={inquiry.id} className="grid gap-x-10 gap-y-4 py-5 md:grid-cols-2">
          <div className="flex min-w-0 gap-3">
            <LaneMark lane="response" className="mt-1.5" />
            <div className="min-w-0">
              <h3 className="text-lg">
                <bdi>{inquiry.askedBy ?? 'Somebody'}</bdi> asked
                {inquiry.through && `: ${inquiry.through}`}
              </h3>
              <p className="text-muted">{dateInWords(inquiry.edtf)}</p>
              {inquiry.entry && (
                <p>
                  <Link href={`${campaignHref}/entries/${inquiry.entry.id}`}>
                    <bdi>{inquiry.entry.title}</bdi>
                  </Link>
                </p>
              )}
            </div>
          </div>
          <dl className="divide-hairline min-w-0 divide-y">
            {inquiry.recipients.map((recipient) => (
              <div
                key={recipient.id}
                className="grid gap-x-4 py-3 first:pt-0 last:pb-0 sm:grid-cols-[8rem_minmax(0,1fr)]"
              >
                <dt className="min-w-0">
                  <Link href={`${campaignHref}/organizations/${recipient.id}`}>
                    <bdi>{recipient.name}</bdi>
                  </Link>
                </dt>
                <dd className="min-w-0">
                  <Outcome {...{ recipient, inquiry, asOf, campaignHref }} />
                  <Earlier {...{ recipient, campaignHref }} undo={undo} />
                  {actions?.(inquiry, recipient)}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  )
}

function Outcome({
  recipient,
  inquiry,
  asOf,
  campaignHref,
}: {
  recipient: AskedOrganization
  inquiry: InquiryRecord
  asOf: string
  campaignHref: string
}) {
  const step = stepAsOf(recipient, asOf)
  if (!step) return <p className="text-muted">Not asked yet.</p>
  return (
    <>
      <p>{stepInWords(step, inquiry.edtf, asOf)}</p>
      {step.id !== null && (
        <p className="text-muted">
          {step.entry ? (
            <>
              Supported by{' '}
              <Link href={`${campaignHref}/entries/${step.entry.id}`}>
                <bdi>{step.entry.title}</bdi>
              </Link>
            </>
          ) : (
            'No supporting entry'
          )}
        </p>
      )}
      {step.note && (
        <p className="text-muted">
          <bdi>{step.note}</bdi>
        </p>
      )}
    </>
  )
}

function Earlier({
  recipient: { steps },
  undo,
}: {
  recipient: AskedOrganization
  campaignHref: string
  undo?: ((step: InquiryStep & { id: string }) => ReactNode) | undefined
}) {
  if (steps.length < 2) return null
  return (
    <details>
      <summary className="text-muted chrome inline-flex min-h-11 items-center underline underline-offset-4">
        All that is recorded ({steps.length})
      </summary>
      <ol className="space-y-2 pb-2">
        {steps.map((step, index) => (
          <li key={step.id ?? index} className={step.takenBack ? 'text-muted' : undefined}>
            <span className={step.takenBack ? 'line-through' : undefined}>
              {inquiryOutcomeLabels[step.outcome]}, {dateInWords(step.edtf, { weekday: false })}
            </span>
            {step.by && <span className="text-muted">, recorded by {step.by}</span>}
            {step.takenBack && ', withdrawn'}
            {undo && step.id !== null && undo({ ...step, id: step.id })}
          </li>
        ))}
      </ol>
    </details>
  )
}
