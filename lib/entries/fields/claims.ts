import { z } from 'zod'
import { dateInWords } from '../../dates/words'
import type { ClaimDto, EntryDto } from '../../record'
import { dateClaimSchema, MOST_CLAIMS, wordsSchema } from '../../schemas/entry-parts'
import { lineText } from '../../schemas/text'
import type { ClaimField } from '../../schemas/words'
import type { LensField } from '../../shares/lens'
import type { Change, EntryField } from './define'
import { disagreementLines } from '../disagreement'
import { rowsOf, sourceOf } from './form-rows'

const needs = {
  date: ['claims'],
  place: ['claims'],
  crowd: ['claims', 'crowd'],
} as const satisfies Record<ClaimField, LensField[]>

function change(field: ClaimField): Change {
  const words = 'what each source says'
  return { words, needs: needs[field], ...(field === 'place' && { exactPlace: true }) }
}

const shared = {
  group: 'accounts',
  columns: {},
  merged: 'both',
  csv: [],
  alike: 'nothing',
} as const

/** Why the working value of a field is the working one; a part of that field. */
export function reasonField(field: ClaimField, label: string) {
  return {
    ...shared,
    label,
    belongsTo: field,
    schema: () => lineText(500).default(''),
    values: (entry) => ({
      [`${field}Reason`]: claimsOf(entry, field).find(({ working }) => working)?.reason ?? '',
    }),
    shown: {},
    change: change(field),
  } satisfies EntryField
}

/** What each source says about the date. */
export const dateClaims = {
  ...shared,
  label: 'Dates by source',
  schema: ({ when }) => z.array(dateClaimSchema(when)).max(MOST_CLAIMS).default([]),
  values: (entry) => claimRows(entry, 'date'),
  // One column for all fields: few entries have any.
  csv: [['sources_differ', ({ claims }) => disagreementLines(claims).join(' ')]],
  csvIfAny: true,
  shown: { claims: [] },
  change: change('date'),
} satisfies EntryField

/** What each source says about the place or the crowd, in words; `message` where a row says nothing. */
export function claimsField(field: 'place' | 'crowd', label: string, message: string) {
  return {
    ...shared,
    label,
    schema: () =>
      z
        .array(z.strictObject(wordsSchema(message)))
        .max(MOST_CLAIMS)
        .default([]),
    values: (entry) => claimRows(entry, field),
    shown: { claims: [] },
    change: change(field),
  } satisfies EntryField
}

function claimsOf(entry: EntryDto, field: ClaimField): ClaimDto[] {
  return entry.claims.filter((claim) => claim.field === field)
}

function claimRows(entry: EntryDto, field: ClaimField) {
  return rowsOf(
    `${field}Claims`,
    claimsOf(entry, field).map(({ id, value, saidBy, citations }) => ({
      id,
      value: field === 'date' ? dateInWords(value) : value,
      saidBy,
      source: sourceOf(citations),
      exact: citations[0]?.exact ?? '',
      ...citations[0]?.near,
    })),
  )
}
