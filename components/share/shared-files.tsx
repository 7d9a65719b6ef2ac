import { nameList } from '@/lib/kinds/define'
import type { Alternate } from './share-shell'

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

/** The files of a record that programs look for in the head of its page. */
export function fileAlternates(address: string, files: OfferedFile[]): Alternate[] {
  const types: Record<string, string> = {
    'feed.atom': 'application/atom+xml',
    'calendar.ics': 'text/calendar',
    'record.jsonld': 'application/ld+json',
  }
  return files.flatMap(({ name, label }) => {
    const type = types[name]
    return type ? [{ href: `${address}/${name}`, type, title: label }] : []
  })
}

/** The ways to the other pages of a link, as far as it has them; `query` as of the files. */
export function MoreOfRecord({
  address,
  edition,
  plots,
  map,
  query,
}: {
  address: string
  /** The number of the latest edition, or null. */
  edition: number | null
  /** Whether the link has plots. */
  plots: boolean
  map: boolean
  query: string
}) {
  if (!plots && !map && edition === null) return null
  return (
    <nav aria-label="More of this record">
      {map && <a href={`${address}/map`}>Map of this record</a>}
      {plots && <a href={`${address}/plots${query && `?${query}`}`}>Plots of this record</a>}
      {edition !== null && <a href={`${address}/editions`}>Editions</a>}
      {edition !== null && (
        <a href={`${address}/editions/${edition}#since`}>Since edition {edition}</a>
      )}
    </nav>
  )
}
