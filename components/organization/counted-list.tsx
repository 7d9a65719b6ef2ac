import Link from 'next/link'
import { LaneMark } from '@/components/ui/lane-mark'
import { dateInWords } from '@/lib/dates/words'
import { daySpanInWords, spanLength, type DaySpan } from '@/lib/demands/spans'
import { kindOf } from '@/lib/kinds/index'
import type { Measure } from '@/lib/organizations/measures'
import type { ScoreCell, ScoreEntry, ScoreInquiry } from '@/lib/organizations/scorecard'
import { inquiryOutcomeLabels, standingLabels } from '@/lib/schemas/words'

const MOST = 200

/** What one number of a scorecard counts: each demand, entry or inquiry with the page that tells of it. */
export function CountedList({ measure: { label, text, counted } }: { measure: Measure }) {
  const all =
    counted.sort === 'cells'
      ? counted.cells.map((cell) => (
          <Cell key={`${cell.campaign} ${cell.demand.number} ${cell.target}`} cell={cell} />
        ))
      : counted.sort === 'entries'
        ? counted.entries.map((entry) => <Entry key={entry.id} entry={entry} />)
        : counted.inquiries.map((inquiry, index) => <Inquiry key={index} inquiry={inquiry} />)
  return (
    <section id="counted" aria-labelledby="counted-title" className="mt-10">
      <h2 id="counted-title" className="border-ink mb-1 border-b pb-2 text-xl">
        {label}: {text}
      </h2>
      <ul className="divide-hairline divide-y">{all.slice(0, MOST)}</ul>
      {all.length > MOST && (
        <p className="text-muted mt-3">
          The first {MOST} of {all.length.toLocaleString('en')}.
        </p>
      )}
    </section>
  )
}

// How long it took; nothing where the response came first, which the two dates show.
function afterWords(span: DaySpan): string {
  const { least, most } = span
  if (most === 0) return least === null ? ', no later than the same day' : ', the same day'
  return most !== null && most < 0 ? '' : `, after ${daySpanInWords(span)}`
}

const day = (edtf: string) => dateInWords(edtf, { weekday: false })

function Cell({ cell }: { cell: ScoreCell }) {
  const { campaign, demand, target, raised, answered, span, standing } = cell
  const here = `/campaigns/${campaign}`
  return (
    <li className="flex gap-3 py-3">
      <LaneMark lane="demand" className="mt-1.5" />
      <div className="min-w-0">
        <p>
          <Link href={`${here}/demands/${demand.number}`}>
            {demand.number}. <bdi>{demand.wording}</bdi>
          </Link>{' '}
          <span className="text-muted">at</span> <bdi>{target}</bdi>:{' '}
          <strong>{standingLabels[standing]}</strong>
        </p>
        <p className="text-muted text-sm">
          {raised ? (
            <>
              First raised <Evidence here={here} {...raised} />.{' '}
            </>
          ) : (
            'No entry raises it yet. '
          )}
          {answered ? (
            <>
              First response <Evidence here={here} {...answered} />
              {span && afterWords(span)}.
            </>
          ) : (
            raised &&
            span &&
            `No response on record for ${spanLength(span).toLocaleString('en')} days.`
          )}
        </p>
      </div>
    </li>
  )
}

function Evidence({
  here,
  id,
  title,
  edtf,
}: {
  here: string
  id: string
  title: string
  edtf: string
}) {
  return (
    <>
      {day(edtf)} (
      <Link href={`${here}/entries/${id}`}>
        <bdi>{title}</bdi>
      </Link>
      )
    </>
  )
}

function Entry({ entry: { campaign, id, title, kind, edtf, accordingTo } }: { entry: ScoreEntry }) {
  const { label, lane } = kindOf(kind)
  return (
    <li className="flex gap-3 py-3">
      <LaneMark lane={lane} className="mt-1.5" />
      <div className="min-w-0">
        <p>
          <Link href={`/campaigns/${campaign}/entries/${id}`}>
            <bdi>{title}</bdi>
          </Link>
        </p>
        <p className="text-muted text-sm">
          {label}, {day(edtf)}
          {accordingTo && (
            <>
              , according to <bdi>{accordingTo}</bdi>
            </>
          )}
        </p>
      </div>
    </li>
  )
}

function Inquiry({ inquiry }: { inquiry: ScoreInquiry }) {
  const { campaign, entry, edtf, askedBy, through, recipient, outcome } = inquiry
  const words = `${askedBy ?? 'Somebody'} asked ${recipient}`
  return (
    <li className="flex gap-3 py-3">
      <LaneMark lane="context" className="mt-1.5" />
      <div className="min-w-0">
        <p>
          {entry ? <Link href={`/campaigns/${campaign}/entries/${entry}`}>{words}</Link> : words}:{' '}
          <strong>{inquiryOutcomeLabels[outcome]}</strong>
        </p>
        <p className="text-muted text-sm">
          {day(edtf)}
          {through && `, through: ${through}`}
        </p>
      </div>
    </li>
  )
}
