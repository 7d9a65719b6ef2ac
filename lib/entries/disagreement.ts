import { dateInWords } from '../dates/words'
import { nameList } from '../kinds/define'
import type { ClaimDto } from '../record'
import { claimFieldLabels, type ClaimField } from '../schemas/words'

type Claims = Pick<ClaimDto, 'field' | 'value'>[]

const FIELDS: readonly ClaimField[] = ['date', 'place', 'crowd']

/** The fields of which sources say different things, in one order. */
export function differingFields(claims: Claims): ClaimField[] {
  return FIELDS.filter((field) => {
    const values = claims.filter((claim) => claim.field === field).map(({ value }) => value)
    return new Set(values.map((value) => value.toLowerCase())).size > 1
  })
}

/** "Sources differ on the date and the place"; empty where they differ on nothing. */
export function differInWords(fields: readonly ClaimField[]): string {
  if (fields.length === 0) return ''
  const names = FIELDS.filter((field) => fields.includes(field)).map(
    (field) => `the ${claimFieldLabels[field].toLowerCase()}`,
  )
  return `Sources differ on ${nameList(names)}`
}

/**
 * What sources say of each field on which they differ, for formats that have no place for it:
 * "Sources differ on the date: 13 Feb 2026, according to the caption (used here: the campaign's own
 * usage); 12 Feb 2026, according to the text."
 */
export function disagreementLines(claims: ClaimDto[]): string[] {
  return differingFields(claims).map((field) => {
    const said = claims.filter((claim) => claim.field === field)
    return `${differInWords([field])}: ${said.map(claimInWords).join('; ')}.`
  })
}

function claimInWords({ field, value, saidBy, working, reason, citations }: ClaimDto): string {
  const words = field === 'date' ? dateInWords(value, { weekday: false }) : value
  const who = saidBy || (citations[0]?.source.publisher ?? '') || (citations[0]?.source.title ?? '')
  const used = working ? ` (used here${reason && `: ${reason.replace(/\.$/, '')}`})` : ''
  return `${words}${who && `, according to ${who}`}${used}`
}
