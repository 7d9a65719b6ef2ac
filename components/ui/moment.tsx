const FORMAT = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
})

/** A moment that belongs to no campaign's zone, such as a sign-in: day and time in UTC. */
export function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {FORMAT.format(new Date(at))} UTC
    </time>
  )
}
