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
  const asked = query && `?${query}`
  return (
    <section className="files" aria-labelledby="files">
      <h2 id="files">Download this record</h2>
      <nav aria-label="The record as a file">
        {files.map(({ name, label }) => (
          <a key={name} href={`${address}/${name}${asked}`}>
            {label}
          </a>
        ))}
        {calendar && files.some(({ name }) => name === 'calendar.ics') && (
          <a href={calendar + asked}>Subscribe to the calendar</a>
        )}
      </nav>
      <details>
        <summary>What each file leaves out</summary>
        <dl>
          {files.map(({ name, label, without }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>
                {without.length === 0
                  ? 'Contains everything shown here.'
                  : `Leaves out ${nameList(without)}.`}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
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
