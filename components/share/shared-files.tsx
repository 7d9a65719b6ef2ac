import { nameList } from '@/lib/kinds/define'

/** A file of a link, with what it leaves out of any record, in words. */
export type OfferedFile = { name: string; label: string; without: string[] }

/** The record's other forms, as links to files; `query` is what narrows the page, without a `?`. */
export function SharedFiles({
  address,
  files,
  query,
  calendar,
}: {
  address: string
  files: OfferedFile[]
  query: string
  /** The calendar as programs subscribe to it, or null where they could not read it. */
  calendar: string | null
}) {
  if (files.length === 0) return null
  return (
    <nav aria-label="The record as a file">
      <ul className="files">
        {files.map(({ name, label, without }) => (
          <li key={name}>
            <a href={`${address}/${name}${query && `?${query}`}`}>{label}</a>
            {calendar && name === 'calendar.ics' && (
              <a href={`${calendar}${query && `?${query}`}`}>Subscribe to the calendar</a>
            )}
            <p className="quiet">
              {without.length === 0
                ? 'Contains everything shown here.'
                : `Leaves out ${nameList(without)}.`}
            </p>
          </li>
        ))}
      </ul>
    </nav>
  )
}
