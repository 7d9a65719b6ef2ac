import { isKeyOf } from '../../keys'
import { lineText, longText } from '../../schemas/text'
import { timeText } from '../../schemas/times'
import { disputes, replies } from './answers'
import { claimsField, dateClaims, reasonField } from './claims'
import { crowd, crowdCountedBy } from './crowd'
import type { EntryField } from './define'
import * as parts from './parts'
import { appearances } from './people'
import { forPlainFields, isOptional, plainField, type PlainFieldName } from './plain'
import { alsoKind, date, details, kind, status, tags, title } from './what'
import * as where from './where'

const { summary, participants, ...others } = forPlainFields(fromPlain)

/**
 * All fields of an entry, in the order of its files and its history. The schema, the columns, form
 * values, what a link's readers may see and are told, editions, merges, tables and history follow
 * from it. A plain field needs no line here: a new one comes last.
 */
export const entryFields = {
  date,
  dateReason: reasonField('date', 'Why this date'),
  dateClaims,
  kind,
  alsoKind,
  status,
  title,
  summary,
  place: where.place,
  town: where.town,
  latitude: where.latitude,
  longitude: where.longitude,
  placePrecision: where.placePrecision,
  placeHiddenUntil: where.placeHiddenUntil,
  placeReason: reasonField('place', 'Why this place'),
  placeClaims: claimsField('place', 'Places by source', 'Say which place this source gives.'),
  crowd,
  crowdCountedBy,
  crowdReason: reasonField('crowd', 'Why this size'),
  crowdClaims: claimsField('crowd', 'Sizes by source', 'Say which size this source gives.'),
  participants,
  accordingTo: parts.accordingTo,
  organizations: parts.organizations,
  appearances,
  demands: parts.demands,
  citations: parts.citations,
  inquiry: parts.inquiry,
  photos: parts.photos,
  links: parts.links,
  disputes,
  replies,
  details,
  tags,
  ...others,
} satisfies Record<string, EntryField>

export type EntryFields = typeof entryFields
export type EntryFieldName = keyof EntryFields
/** The fields that are more than one text in one column. */
export type ComposedFields = Omit<EntryFields, PlainFieldName>

/** The fields with their names, in their order. */
export function entryFieldList(): [EntryFieldName, EntryField][] {
  return Object.entries(entryFields) as [EntryFieldName, EntryField][]
}

/** The definition of a field of entries, or undefined for another name. */
export function entryField(name: string): EntryField | undefined {
  return isKeyOf(entryFields, name) ? entryFields[name] : undefined
}

/** The field whose changes and choices a field goes with: its own name, or that of the whole. */
export function wholeOf(name: string): string {
  return entryField(name)?.belongsTo ?? name
}

const checks = { line: lineText, text: longText, time: timeText }

// Plain fields have one column of their own name, one text, and a lens field of their own.
function fromPlain(name: PlainFieldName) {
  const { label, group, type, most, lens, changed, alike, belongsTo, exactPlace } = plainField(name)
  return {
    label,
    group,
    schema: () => checks[type](most).default(''),
    columns: { [name]: exactPlace ? [name, '', 'with exact places'] : [name, ''] },
    values: (entry) => ({ [name]: entry[name] }),
    shown: { [name]: '' },
    change:
      lens.widest === null
        ? null
        : { words: changed, needs: [name], ...(exactPlace && { exactPlace }) },
    ...(belongsTo && { belongsTo }),
    merged: 'chosen',
    csv: [[name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), (e) => e[name]]],
    ...(isOptional(name) && { csvIfAny: true }),
    alike: alike ? 'same' : 'nothing',
  } satisfies EntryField
}
