import { dayFromNumber, dayNumber } from '../dates/calendar'
import { instantsOf } from '../dates/days'
import { isOpenEnded } from '../dates/lasting'
import { dateInWords, isExact, isKnownToTheDay } from '../dates/words'
import { kindOf, laneLabels } from '../kinds/index'
import type { LinkedEntry } from '../shares/record'
import { writerOf, type Format, type Origin } from './download'
import { entryText } from './entry-text'
import { compactDay, escaped, folded, moment } from './ics-text'

/**
 * Entries as events of a calendar to subscribe to (RFC 5545). What has no hour lasts all day; what
 * is not one known day covers its possible days, and its description says how well it is known.
 */
export const calendarFormat: Format = {
  type: 'text/calendar; charset=utf-8',
  missing: [
    ...(['demands', 'claims', 'sources', 'quotes', 'people', 'organizations'] as const),
    ...(['inquiries', 'details', 'crowd', 'uncertainty', 'links', 'photos', 'tags'] as const),
    ...(['notes', 'checks'] as const),
  ],
  pieces: ({ campaign }, origin) => ({
    open: lines([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Throughline//Campaign record//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      `NAME:${escaped(campaign.title)}`,
      `X-WR-CALNAME:${escaped(campaign.title)}`,
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ]),
    entry: (entry) => lines(event(entry, origin)),
    between: '',
    close: lines(['END:VCALENDAR']),
  }),
}
export const calendarIcs = writerOf(calendarFormat)

const lines = (all: string[]) => all.map(folded).join('')

function event(entry: LinkedEntry, origin: Origin): string[] {
  const words = dateInWords(entry.edtf, { time: entry.time, zone: entry.timeZone })
  const inexact = isKnownToTheDay(entry.edtf)
    ? ''
    : isOpenEnded(entry.edtf)
      ? `Date: ${words}.\n\n`
      : `Date: ${words}. It is not known more exactly.\n\n`
  const description = `${inexact}${entryText(entry).join('\n\n')}`
  const { coordinates } = entry
  return [
    'BEGIN:VEVENT',
    `UID:${entry.id}@throughline`,
    `DTSTAMP:${moment(Date.parse(entry.updatedAt))}`,
    ...times(entry),
    `SUMMARY:${escaped(entry.title)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(entry.place ? [`LOCATION:${escaped(entry.place)}`] : []),
    ...(coordinates ? [`GEO:${coordinates.latitude};${coordinates.longitude}`] : []),
    `URL:${origin.entry(entry.id)}`,
    `STATUS:${entry.status === 'published' ? 'CONFIRMED' : 'TENTATIVE'}`,
    'TRANSP:TRANSPARENT',
    `CATEGORIES:${escaped(laneLabels[entry.lane])},${[entry.kind, ...(entry.alsoKind ? [entry.alsoKind] : [])].map((kind) => escaped(kindOf(kind).label)).join()}`,
    `SEQUENCE:${entry.version}`,
    `LAST-MODIFIED:${moment(Date.parse(entry.updatedAt))}`,
    'END:VEVENT',
  ]
}

function times({ edtf, time, timeZone, firstDay, lastDay, endTime }: LinkedEntry): string[] {
  const instant =
    time && timeZone && isExact(edtf) ? instantsOf(firstDay, time, timeZone)[0] : undefined
  if (instant !== undefined && time && timeZone) {
    // What ends by an earlier hour than it began ends on the next day.
    const endDay = endTime > time ? firstDay : dayFromNumber(dayNumber(firstDay) + 1)
    const end = endTime && endDay ? instantsOf(endDay, endTime, timeZone).at(-1) : undefined
    return [`DTSTART:${moment(instant)}`, ...(end === undefined ? [] : [`DTEND:${moment(end)}`])]
  }
  // The end of an event is the first day that is no longer its own.
  const after = dayFromNumber(dayNumber(lastDay) + 1)
  return [
    `DTSTART;VALUE=DATE:${compactDay(firstDay)}`,
    ...(after ? [`DTEND;VALUE=DATE:${compactDay(after)}`] : []),
  ]
}
