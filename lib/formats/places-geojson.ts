import { dateInWords } from '../dates/words'
import { disputeInWords, replyInWords } from '../entries/answers'
import { disagreementLines } from '../entries/disagreement'
import { plainLines } from '../entries/fields/plain-lines'
import { writerOf, type Format } from './download'

/** Entries with coordinates as points (RFC 7946: WGS 84, longitude before latitude). */
export const placesFormat: Format = {
  type: 'application/geo+json',
  missing: [
    ...(['demands', 'claims', 'sources', 'quotes', 'people', 'organizations'] as const),
    ...(['inquiries', 'details', 'crowd', 'links', 'photos', 'tags', 'notes', 'checks'] as const),
  ],
  leavesOut: 'entries without coordinates',
  pieces: (_head, origin) => ({
    open: '{"type":"FeatureCollection","features":[',
    entry: (entry) => {
      if (!entry.coordinates) return null
      const { longitude, latitude, rounded } = entry.coordinates
      const differ = disagreementLines(entry.claims)
      return JSON.stringify({
        type: 'Feature',
        id: entry.id,
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
        properties: {
          title: entry.title,
          ...(entry.summary && { summary: entry.summary }),
          sentence: entry.sentence,
          ...(entry.accordingTo && { accordingTo: entry.accordingTo }),
          place: entry.place,
          rounded,
          date: entry.edtf,
          ...(entry.time && { time: entry.time, timeZone: entry.timeZone }),
          dateInWords: dateInWords(entry.edtf),
          lane: entry.lane,
          kind: entry.kind,
          ...(entry.alsoKind && { alsoKind: entry.alsoKind }),
          ...(entry.status !== 'published' && { status: entry.status }),
          ...(differ.length > 0 && { sourcesDiffer: differ.join(' ') }),
          ...(entry.disputes.length > 0 && {
            disputed: entry.disputes.map(disputeInWords).join(' '),
          }),
          ...(entry.replies.length > 0 && { replies: entry.replies.map(replyInWords).join(' ') }),
          ...Object.fromEntries(plainLines(entry, 'pages').map(({ name, text }) => [name, text])),
          url: origin.entry(entry.id),
        },
      })
    },
    between: ',',
    close: ']}\n',
  }),
}
export const placesGeojson = writerOf(placesFormat)
