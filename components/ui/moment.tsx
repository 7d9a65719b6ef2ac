import { momentInWords, type Clock } from '@/lib/dates/moments'

/** A moment that belongs to no campaign's zone, such as a sign-in, as its reader chose to have it written. */
export function Moment({ at, clock }: { at: string; clock: Clock }) {
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {momentInWords(at, clock)}
    </time>
  )
}

/** A moment of a campaign's record, in the campaign's zone. */
export function LocalMoment({ at, clock }: { at: string; clock: Clock }) {
  return <time dateTime={at}>{momentInWords(at, clock)}</time>
}
