/** The record's other forms, as links to files; `query` is what narrows the page, without a `?`. */
export function SharedFiles({
  address,
  files,
  query,
  calendar,
}: {
  address: string
  files: { name: string; label: string }[]
  query: string
  /** The calendar as programs subscribe to it, or null where they could not read it. */
  calendar: string | null
}) {
  if (files.length === 0) return null
  return (
    <nav aria-label="The record as a file">
      {files.map(({ name, label }) => (
        <a key={name} href={`${address}/${name}${query && `?${query}`}`}>
          {label}
        </a>
      ))}
      {calendar && files.some(({ name }) => name === 'calendar.ics') && (
        <a href={`${calendar}${query && `?${query}`}`}>Subscribe to the calendar</a>
      )}
    </nav>
  )
}
