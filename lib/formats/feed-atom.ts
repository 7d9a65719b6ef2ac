import { dateInWords } from '../dates/words'
import { laneLabels } from '../kinds/index'
import type { SharedEntry, SharedRecord } from '../shares/record'
import { lossOf, type Download, type Origin } from './download'
import { entryText } from './entry-text'
import { markup } from './markup'

const MOST_ENTRIES = 100

/** The entries that changed last as a feed to subscribe to (RFC 4287), the newest change first. */
export function feedAtom(record: SharedRecord, origin: Origin): Download {
  const newest = [...record.entries]
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0))
    .slice(0, MOST_ENTRIES)
  const { title, summary } = record.campaign
  const text = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${markup(origin.page)}</id>
<title>${markup(title)}</title>
${summary && `<subtitle>${markup(summary)}</subtitle>\n`}<updated>${record.updatedAt}</updated>
<link rel="self" type="application/atom+xml" href="${markup(origin.file)}"/>
<link rel="alternate" type="text/html" href="${markup(origin.page)}"/>
<author><name>${markup(title)}</name></author>
<generator>Throughline</generator>
${newest.map((entry) => entryXml(entry, origin)).join('')}</feed>
`
  const older = record.entries.length - newest.length
  return {
    text,
    type: 'application/atom+xml; charset=utf-8',
    loss: [
      ...(older > 0 ? [`entries that changed longer ago (${older})`] : []),
      ...lossOf(
        record,
        ...(['demands', 'claims', 'sources', 'quotes', 'people', 'organizations'] as const),
        ...(['inquiries', 'details', 'crowd', 'uncertainty'] as const),
      ),
    ],
  }
}

function entryXml(entry: SharedEntry, origin: Origin): string {
  const date = dateInWords(entry.edtf, { time: entry.time, zone: entry.timeZone })
  const url = markup(origin.entry(entry.id))
  const [first, ...more] = entryText(entry)
  const summary = [first ? `${date}. ${first}` : `${date}.`, ...more]
  return `<entry>
<id>urn:throughline:${entry.id}</id>
<title>${markup(entry.title)}</title>
<updated>${entry.updatedAt}</updated>
<link rel="alternate" type="text/html" href="${url}"/>
<category term="${entry.lane}" label="${markup(laneLabels[entry.lane])}"/>
<summary>${markup(summary.join('\n\n'))}</summary>
</entry>
`
}
