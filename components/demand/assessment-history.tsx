import Link from 'next/link'
import type { ReactNode } from 'react'
import { DisputeLines } from '@/components/entry/answer-lines'
import { CheckedLine } from '@/components/entry/checked'
import { Tag } from '@/components/ui/tag'
import { dayOfMoment, type Clock } from '@/lib/dates/moments'
import type { AssessmentDto } from '@/lib/directory'
import { StandingWords } from './standing-words'

const STATES = { proposed: 'Proposed', confirmed: 'Confirmed', rejected: 'Rejected' }

/** Every assessment of a demand, newest first, with what it rests on and who decided it. */
export function AssessmentHistory({
  assessments,
  campaignHref,
  clock,
  tools,
  undo,
}: {
  assessments: AssessmentDto[]
  campaignHref: string
  clock: Clock
  /** What can be done with a confirmed one, below it. */
  tools?: (assessment: AssessmentDto) => ReactNode
  /** Takes a dispute back, or puts it back. */
  undo?: (dispute: AssessmentDto['disputes'][number]) => ReactNode
}) {
  if (assessments.length === 0)
    return <p className="text-muted">Not assessed yet. Until then it counts as open.</p>
  return (
    <ol className="divide-hairline border-hairline divide-y border-b">
      {assessments.map((assessment) => (
        <li key={assessment.id} className="py-3">
          <p className={assessment.state === 'rejected' ? 'text-muted line-through' : ''}>
            <bdi>{assessment.organization.name}</bdi>:{' '}
            <StandingWords standing={assessment.standing} since={assessment.edtf} />
          </p>
          <p>
            {assessment.entry ? (
              <>
                Supported by{' '}
                <Link href={`${campaignHref}/entries/${assessment.entry.id}`}>
                  <bdi>{assessment.entry.title}</bdi>
                </Link>
              </>
            ) : (
              <span className="text-muted">No supporting entry</span>
            )}
          </p>
          {assessment.note && <p dir="auto">{assessment.note}</p>}
          <p className="text-muted">
            <Tag>{STATES[assessment.state]}</Tag> {decision(assessment, clock)}
          </p>
          <Disputes {...{ assessment, undo }} />
          <CheckedLine {...assessment} />
          {assessment.state === 'confirmed' && tools?.(assessment)}
        </li>
      ))}
    </ol>
  )
}

// What was taken back is for those who may put it back.
function Disputes({
  assessment: { disputes },
  undo,
}: {
  assessment: AssessmentDto
  undo: ((dispute: AssessmentDto['disputes'][number]) => ReactNode) | undefined
}) {
  return disputes
    .filter(({ takenBack }) => !takenBack || undo)
    .map((dispute) => (
      <div key={dispute.id} className="mt-2">
        <div className={dispute.takenBack ? 'text-muted line-through' : undefined}>
          <DisputeLines disputes={[dispute]} />
        </div>
        {undo?.(dispute)}
      </div>
    ))
}

function decision({ decidedAt, decidedBy, decisionReason }: AssessmentDto, clock: Clock) {
  if (!decidedAt) return 'Waiting for a decision.'
  const who = decidedBy ?? 'the operator'
  return `by ${who} on ${dayOfMoment(decidedAt, clock)}${decisionReason ? `: ${decisionReason}` : ''}`
}
