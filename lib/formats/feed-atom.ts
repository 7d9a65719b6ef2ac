import { dateInWords } from '../dates/words'
import { kindOf, laneLabels } from '../kinds/index'
import type { LinkedEntry } from '../shares/record'
import { licences } from '../shares/publisher'
import { writerOf, type Format, type Origin } from './download'
import type { RecordHead } from './parts'
import { entryText } from './entry-text'
import { markup } from './markup'

/** The entries that changed last as a feed to subscribe to (RFC 4287), the newest change first. */
export const feedFormat: Format = {
  type: 'application/atom+xml; charset=utf-8',
  missing: [
    ...(['demands', 'claims', 'sources', 'quotes', 'people', 'organizations'] as const),
    ...(['inquiries', 'details', 'crowd', 'uncertainty', 'links', 'photos', 'tags'] as const),
    ...(['notes', 'places', 'checks'] as const),
  ],
  newest: 100,
  leavesOut: 'entries that changed longer ago than the last 100',
  pieces: ({ campaign: { title, summary }, updatedAt, publisher }, origin) => ({
    open: `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${markup(origin.page)}</id>
<title>${markup(title)}</title>
${summary && `<subtitle>${markup(summary)}</subtitle>\n`}<updated>${updatedAt}</updated>
<link rel="self" type="application/atom+xml" href="${markup(origin.file)}"/>
<link rel="alternate" type="text/html" href="${markup(origin.page)}"/>
${author(title, publisher)}
<generator>Throughline</generator>
`,
    entry: (entry) => entryXml(entry, origin),
    between: '',
    close: '</feed>\n',
  }),
}
export const feedAtom = writerOf(feedFormat)

function author(title: string, publisher: RecordHead['publisher']): string {
  const { name = '', contact, licence = null } = publisher ?? {}
  const [, email] = /^mailto:(.+)$/.exec(contact?.url ?? '') ?? []
  const way = email
    ? `<email>${markup(email)}</email>`
    : contact?.url
      ? `<uri>${markup(contact.url)}</uri>`
      : ''
  const rights = licence && `\n<rights>${markup(licences[licence].label)}</rights>`
  return `<author><name>${markup(name || title)}</name>${way}</author>${rights ?? ''}`
}

function entryXml(entry: LinkedEntry, origin: Origin): string {
  const date = dateInWords(entry.edtf, { time: entry.time, zone: entry.timeZone })
  const url = markup(origin.entry(entry.id))
  const [first, ...more] = entryText(entry)
  const summary = [first ? `${date}. ${first}` : `${date}.`, ...more]
  return `<entry>
<id>urn:throughline:${entry.id}</id>
<title>${markup(entry.title)}</title>
<updated>${entry.updatedAt}</updated>
<link rel="alternate" type="text/html" href="${url}"/>
${categories(entry)
  .map(([term, label]) => `<category term="${term}" label="${markup(label)}"/>\n`)
  .join('')}<summary>${markup(summary.join('\n\n'))}</summary>
</entry>
`
}

// Its lane first, then what it is.
function categories({ lane, kind, alsoKind }: LinkedEntry): [string, string][] {
  const kinds = [kind, ...(alsoKind ? [alsoKind] : [])]
  return [
    [lane, laneLabels[lane]],
    ...kinds.map((one): [string, string] => [one, kindOf(one).label]),
  ]
}
