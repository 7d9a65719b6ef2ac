const FORMATS = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const format =
    FORMATS.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
      timeZoneName: 'short',
      timeZone,
    })
  FORMATS.set(timeZone, format)
  return format
}

/**
 * A moment that belongs to no campaign's zone, such as a sign-in: day and time in the zone that the
 * reader chose for themselves, or UTC.
 */
export function Moment({ at, zone = '' }: { at: string; zone?: string }) {
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {formatIn(zone || 'UTC').format(new Date(at))}
    </time>
  )
}

/** A moment of a campaign's record, in the campaign's zone. */
export function LocalMoment({ at, timeZone }: { at: string; timeZone: string }) {
  const words = new Intl.DateTimeFormat('en-GB', {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ timeZone, timeZoneName: 'short' },
  })
  return <time dateTime={at}>{words.format(new Date(at))}</time>
}
