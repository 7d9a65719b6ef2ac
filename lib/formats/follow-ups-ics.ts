import { dayFromNumber, dayNumber } from '../dates/calendar'
import { instantsOf } from '../dates/days'
import { isOpenEnded } from '../dates/lasting'
import { dateInWords, isExact, isKnownToTheDay } from '../dates/words'
import type { FollowUpDto } from '../demands/ledger'
import { compactDay, escaped, folded, moment } from './ics-text'

/** An entry that is still to come; days are ISO days, `time` is HH:MM in `timeZone`. */
type ComingEntry = {
  id: string
  title: string
  place: string
  edtf: string
  firstDay: string
  lastDay: string
  time: string | null
  timeZone: string | null
  updatedAt: string
}

/** What a member's calendar shows of a campaign; `address` is the campaign's own. */
export type FollowUpCalendar = {
  campaign: { title: string; address: string }
  followUps: FollowUpDto[]
  coming: ComingEntry[]
}

/**
 * A campaign's follow-ups and coming entries as a calendar to subscribe to (RFC 5545). A follow-up
 * lasts the whole of its day and takes up no time.
 *
 * @param now milliseconds since 1970, for the stamps that the format asks for.
 */
export function followUpsIcs(
  { campaign, followUps, coming }: FollowUpCalendar,
  now: number,
): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Throughline//Follow-ups//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(campaign.title)}`,
    `X-WR-CALNAME:${escaped(campaign.title)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...followUps.flatMap((followUp) => followUpEvent(followUp, campaign.address, now)),
    ...coming.flatMap((entry) => comingEvent(entry, campaign.address)),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('')
}

/** What a follow-up is about, in one line: "Ask Amazon again: AWS ends its contracts with ICE." */
function followUpTitle({ organization, demand, inquiry }: FollowUpDto): string {
  const about = demand ? demand.wording : (inquiry?.entry?.title ?? 'an inquiry')
  return `Ask ${organization.name} again: ${about}`
}

function followUpEvent(followUp: FollowUpDto, address: string, now: number): string[] {
  const { id, dueOn, note, setBy, demand, inquiry } = followUp
  const url = demand
    ? `${address}/demands/${demand.number}`
    : inquiry?.entry
      ? `${address}/entries/${inquiry.entry.id}`
      : address
  const said = [note, setBy && `Set by ${setBy}.`, url].filter(Boolean).join('\n')
  return [
    'BEGIN:VEVENT',
    `UID:${id}@throughline`,
    `DTSTAMP:${moment(now)}`,
    ...allDay(dueOn, dueOn),
    `SUMMARY:${escaped(followUpTitle(followUp))}`,
    `DESCRIPTION:${escaped(said)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'CATEGORIES:Follow-up',
    'END:VEVENT',
  ]
}

function comingEvent(entry: ComingEntry, address: string): string[] {
  const { id, title, place, edtf, firstDay, lastDay, time, timeZone, updatedAt } = entry
  const instant =
    time && timeZone && isExact(edtf) ? instantsOf(firstDay, time, timeZone)[0] : undefined
  const inexact = isKnownToTheDay(edtf)
    ? ''
    : `Date: ${dateInWords(edtf)}.${isOpenEnded(edtf) ? '' : ' It is not known more exactly.'}\n`
  return [
    'BEGIN:VEVENT',
    `UID:${id}@throughline`,
    `DTSTAMP:${moment(Date.parse(updatedAt))}`,
    ...(instant === undefined ? allDay(firstDay, lastDay) : [`DTSTART:${moment(instant)}`]),
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(`${inexact}${address}/entries/${id}`)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    `URL:${address}/entries/${id}`,
    'TRANSP:TRANSPARENT',
    'CATEGORIES:Coming',
    'END:VEVENT',
  ]
}

function allDay(first: string, last: string): string[] {
  // The end of an event is the first day that is no longer its own.
  const after = dayFromNumber(dayNumber(last) + 1)
  return [
    `DTSTART;VALUE=DATE:${compactDay(first)}`,
    ...(after ? [`DTEND;VALUE=DATE:${compactDay(after)}`] : []),
  ]
}
