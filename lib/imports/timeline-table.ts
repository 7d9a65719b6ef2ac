import { isObject, textIn, type JsonObject } from './json-value'
import { requireSize, rowOf, UnreadableFile, type Table } from './table'

/**
 * The columns of a TimelineJS spreadsheet, which its JSON is read into as well. The kind is in no
 * timeline but those that we wrote.
 */
export const timelineColumns = [
  ...['Year', 'Month', 'Day', 'Time', 'End Year', 'End Month', 'End Day', 'End Time'],
  ...['Display Date', 'Headline', 'Text', 'Media', 'Media Credit', 'Media Caption'],
  ...['Media Thumbnail', 'Alt Text', 'Type', 'Group', 'Background', 'Unique ID', 'Kind'],
] as const

/** Whether a value is a timeline of TimelineJS, of version 3 or 2. */
export function isTimeline(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    (isObject(value.timeline) || (Array.isArray(value.events) && value.events.some(isSlide)))
  )
}

/**
 * The slides of a timeline as rows. Its title slide and its eras are no events, and are left out
 * with that reason.
 *
 * @throws UnreadableFile for the form of version 2.
 */
export function timelineTable(value: JsonObject): Table {
  if (isObject(value.timeline))
    throw new UnreadableFile(
      'This is a timeline of TimelineJS version 2. Only version 3 can be read: open it with the converter of TimelineJS, save it as version 3, then import that file.',
    )
  const events = (Array.isArray(value.events) ? value.events : []).filter(isObject)
  requireSize(timelineColumns.length, events.length)
  const eras = Array.isArray(value.eras) ? value.eras.length : 0
  const beside = [
    ...(isObject(value.title) ? ['The title slide is no event.'] : []),
    ...Array.from({ length: eras }, () => 'An era is no event.'),
  ]
  return {
    shape: { type: 'timelinejs' },
    columns: [...timelineColumns],
    rows: events.map((raw, index) => ({
      ...rowOf(index + 1, cellsOf(raw), timelineColumns.length),
      raw,
    })),
    leftOut: beside.map((reason) => ({ number: 0, reason })),
  }
}

function isSlide(value: unknown): boolean {
  return isObject(value) && (isObject(value.start_date) || isObject(value.text))
}

function cellsOf(slide: JsonObject): string[] {
  const part = (name: string) => (isObject(slide[name]) ? slide[name] : {})
  const [start, end] = [part('start_date'), part('end_date')]
  const [text, media] = [part('text'), part('media')]
  const kind = textIn(part('throughline').kind)
  const date = (of: JsonObject) => [textIn(of.year), textIn(of.month), textIn(of.day), timeIn(of)]
  return [
    ...date(start),
    ...date(end),
    textIn(slide.display_date) || textIn(start.display_date),
    ...[textIn(text.headline), textIn(text.text)],
    ...[textIn(media.url), textIn(media.credit), textIn(media.caption)],
    ...[textIn(media.thumbnail), textIn(media.alt)],
    '',
    // The group of a slide that says its kind is the lane of that kind.
    kind === '' ? textIn(slide.group) : '',
    '',
    textIn(slide.unique_id),
    kind,
  ]
}

function timeIn({ hour, minute }: JsonObject): string {
  const [hours, minutes] = [textIn(hour), textIn(minute)]
  return hours === '' ? '' : `${hours.padStart(2, '0')}:${(minutes || '0').padStart(2, '0')}`
}
