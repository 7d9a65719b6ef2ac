import { isKeyOf } from '../keys'
import {
  forPlainFields,
  plainField,
  plainFieldNames,
  type PlainFieldName,
} from '../entries/fields/plain'

/** What a column can become besides one of the plain fields, with how a person chooses it. */
const others = {
  nothing: 'Leave out',
  labelled: 'Summary, under the column’s name',
  date: 'Date, or its start',
  endDate: 'Date: its end',
  year: 'Date: year',
  month: 'Date: month',
  day: 'Date: day',
  endYear: 'Date: year of its end',
  endMonth: 'Date: month of its end',
  endDay: 'Date: day of its end',
  time: 'Time of day',
  kind: 'What it is (rally, strike …)',
  title: 'Title',
  telling: 'Summary, its first sentence as the title',
  place: 'Place',
  latitude: 'Latitude',
  longitude: 'Longitude',
  latLon: 'Latitude, longitude in one cell',
  crowd: 'Crowd size',
  crowdLow: 'Crowd size: lowest',
  crowdHigh: 'Crowd size: highest',
  crowdCountedBy: 'Crowd size: counted by',
  actor: 'Organizations it is by',
  target: 'Organizations it is aimed at',
  subject: 'Organizations it is about',
  person: 'People who spoke',
  personRole: 'People: what they did, in the same order',
  personDescription: 'People: who they are, in the same order',
  personAffiliation: 'People: with whom they are, in the same order',
  accordingTo: 'According to',
  source: 'Sources: web addresses or titles',
  sourceTitle: 'Sources: their titles, in the same order',
  sourceKind: 'Sources: their kinds, in the same order',
  sourcePublisher: 'Sources: their publishers, in the same order',
  tags: 'Tags',
  recordId: 'Its number in the file',
} as const

const plainLabels = forPlainFields((name) => plainField(name).label)

/** Everything that a column can become, with what a person is shown, in the order of the list. */
export const targetLabels = { ...others, ...plainLabels }
export type Target = keyof typeof others | PlainFieldName

/** The names of all targets, as the non-empty tuple that a schema reads. */
export const targetNames = Object.keys(targetLabels) as [Target, ...Target[]]

/** Whether a target is a plain field of entries. */
export function isPlain(target: Target): target is PlainFieldName {
  return (plainFieldNames() as string[]).includes(target)
}

/** Whether a text is the name of a target. */
export function isTarget(text: string): text is Target {
  return isKeyOf(targetLabels, text)
}
