import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { regionKeys } from './regions'

/** Digits of the scripts that addresses are written in: a house number, or a postal code. */
const DIGITS = '[0-9٠-٩۰-۹०-९０-９]'
/** How a street ends, in lower case: what stands before a region is no town then. */
const STREETS =
  '(^|[^a-z])(st|str|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|way|ct|court|pl|place|sq|square|plaza|ter|terrace|hwy|highway|pkwy|parkway|alley|close|row|house|home|apartment|apartments|building)[.]?$'

// Cities too: behind "Elm Street, New York" stands no region.
const ALSO_CITIES = new Set(
  'newyork,berlin,bremen,hamburg,delhi,chandigarh,victoria,quebec,oaxaca,puebla,singapore,luxembourg,monaco,hongkong,macao,kuwait,djibouti,panama,guatemala,sanmarino,saopaulo,riodejaneiro,durango,zacatecas,chihuahua,tlaxcala,aguascalientes,campeche,colima'.split(
    ',',
  ),
)
const regions = new Set([...regionKeys()].filter((key) => !ALSO_CITIES.has(key)))

/**
 * The town that the words of a place end in, for readers who may know no more: what follows the last
 * comma, with what stands before a state or a country there. Empty where that may be an address, or
 * is all that is written. `townInWordsSql` is the same rule for the database.
 */
export function townInWords(place: string): string {
  const parts = place.split(',').map((part) => part.trim())
  const last = parts.at(-1) ?? ''
  const before = parts.at(-2) ?? ''
  if (parts.length < 2 || new RegExp(DIGITS).test(last)) return ''
  const isTownBefore =
    parts.length > 2 &&
    before !== '' &&
    regions.has(last.replaceAll(/[. ]/g, '').toLowerCase()) &&
    !new RegExp(DIGITS).test(before) &&
    !new RegExp(STREETS).test(before.toLowerCase())
  return isTownBefore ? `${before}, ${last}` : last
}

/** What `townInWords` says, over an expression. */
export function townInWordsSql(place: Prisma.Sql): Prisma.Sql {
  const last = Prisma.sql`btrim(substring(${place} from ',([^,]*)$'))`
  const before = Prisma.sql`btrim(substring(${place} from ',([^,]*),[^,]*$'))`
  return Prisma.sql`case
    when strpos(${place}, ',') = 0 or ${last} ~ ${DIGITS} then ''
    when coalesce(${before}, '') <> ''
      and lower(regexp_replace(${last}, '[. ]', '', 'g')) = any(${[...regions]}::text[])
      and ${before} !~ ${DIGITS} and lower(${before}) !~ ${STREETS}
      then ${before} || ', ' || ${last}
    else ${last} end`
}
