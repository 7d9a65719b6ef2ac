import { dateInWords } from '../dates/words'
import { plainLines } from '../entries/fields/plain'
import type { SharedRecord } from '../shares/record'
import { lossOf, type Download, type Origin } from './download'

/** Entries with coordinates as points (RFC 7946: WGS 84, longitude before latitude). */
export function placesGeojson(record: SharedRecord, origin: Origin): Download {
  const features = record.entries.flatMap((entry) => {
    if (!entry.coordinates) return []
    const { longitude, latitude, rounded } = entry.coordinates
    return [
      {
        type: 'Feature',
        id: entry.id,
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
        properties: {
          title: entry.title,
          sentence: entry.sentence,
          place: entry.place,
          rounded,
          date: entry.edtf,
          dateInWords: dateInWords(entry.edtf),
          lane: entry.lane,
          kind: entry.kind,
          ...Object.fromEntries(plainLines(entry, 'files').map(({ name, text }) => [name, text])),
          url: origin.entry(entry.id),
        },
      },
    ]
  })
  const unplaced = record.entries.length - features.length
  return {
    text: `${JSON.stringify({ type: 'FeatureCollection', features })}\n`,
    type: 'application/geo+json',
    loss: [
      ...(unplaced > 0 ? [`entries without coordinates (${unplaced})`] : []),
      ...lossOf(
        record,
        ...(['demands', 'claims', 'sources', 'quotes', 'people'] as const),
        ...(['organizations', 'inquiries', 'details', 'crowd'] as const),
      ),
    ],
  }
}
