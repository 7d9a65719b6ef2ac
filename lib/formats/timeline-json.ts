import { dateInWords, isExact } from '../dates/words'
import { laneLabels } from '../kinds/index'
import type { LinkedEntry } from '../shares/record'
import { writerOf, type Format, type Origin } from './download'
import { entryText } from './entry-text'
import { markup } from './markup'

/**
 * The record as TimelineJS reads it (its JSON format: `title`, `events` with `start_date`,
 * `end_date`, `text`, `media`, `group`, `display_date`, `unique_id`). Its texts are HTML, so ours
 * are escaped. It has no place for the kind of an entry, which is in a field of our own that it
 * passes over and that an import reads back.
 */
export const timelineFormat: Format = {
  type: 'application/json; charset=utf-8',
  missing: [
    ...(['demands', 'claims', 'passages', 'quotes', 'people', 'organizations'] as const),
    ...(['inquiries', 'details', 'crowd', 'uncertainty', 'links', 'photos', 'tags'] as const),
    ...(['notes', 'furtherSources', 'places', 'alsoKind', 'checks'] as const),
  ],
  pieces: ({ campaign }, origin) => {
    const title = {
      unique_id: 'title',
      text: { headline: markup(campaign.title), text: paragraphs(campaign.summary) },
    }
    return {
      open: `{"title":${JSON.stringify(title)},"events":[`,
      entry: (entry) => JSON.stringify(slide(entry, origin)),
      between: ',',
      close: ']}\n',
    }
  },
}
export const timelineJson = writerOf(timelineFormat)

function slide(entry: LinkedEntry, origin: Origin) {
  const words = dateInWords(entry.edtf, { time: entry.time, zone: entry.timeZone })
  const [citation] = entry.citations
  const text = entryText(entry).join('\n\n')
  return {
    unique_id: entry.id,
    start_date: { ...dateOf(entry.firstDay, entry), display_date: words },
    ...(entry.lastDay !== entry.firstDay && { end_date: dateOf(entry.lastDay, entry) }),
    display_date: words,
    group: laneLabels[entry.lane],
    throughline: { kind: entry.kind },
    autolink: false,
    text: {
      headline: markup(entry.title),
      text: `${paragraphs(text)}<p><a href="${markup(origin.entry(entry.id))}">${markup('The entry')}</a></p>`,
    },
    ...(citation?.source.url && {
      media: {
        url: citation.source.url,
        caption: markup(citation.source.title),
        credit: markup(citation.source.publisher),
        link: citation.source.url,
        link_target: '_blank',
      },
    }),
  }
}

function dateOf(day: string, { edtf, time }: LinkedEntry) {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const [hour, minute] = time && isExact(edtf) ? time.split(':').map(Number) : []
  return { year, month, day: date, ...(hour !== undefined && { hour, minute }) }
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .filter((one) => one !== '')
    .map((one) => `<p>${markup(one)}</p>`)
    .join('')
}
