import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { regionKeys } from './regions'
import { TOWNS_LIKE_VENUES } from './towns-like-venues'

/** Digits of the scripts that addresses are written in: a house number, or a postal code. */
const DIGITS = '[0-9٠-٩۰-۹०-९０-９]'
/** How a street ends, in lower case: what stands before a region is no town then. */
const STREETS =
  '(^|[^a-z])(st|str|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|way|ct|court|pl|place|sq|square|plaza|ter|terrace|hwy|highway|pkwy|parkway|alley|close|row|house|home|apartment|apartments|building)[.]?$'

/** How what is no town begins, in lower case: where something stands, as seen from something else. */
const BESIDE =
  '^(by|near|at|on|in|off|outside|inside|behind|beside|besides|opposite|across|between|around|along|alongside|under|over|above|below|before|within|past|toward|towards|facing|from|to|next to|close to|corner|front|back|rear|north|south|east|west|northeast|northwest|southeast|southwest|upstairs|downstairs|somewhere|the|a|an|his|her|their|our|my)([^a-z]|$)'
/** What stands within such words. */
const BESIDES =
  '(^|[^a-z])(near|outside|inside|behind|beside|opposite|across from|between|corner of|front of|next to|close to|north of|south of|east of|west of|by the|at the|on the|in the|off the|steps of)([^a-z]|$)'
/** How the name of a building, a park or another place within a town ends. */
const VENUES =
  '(^|[^a-z])(dome|center|centre|building|bldg|tower|towers|plaza|station|hall|hotel|motel|inn|campus|warehouse|gate|gates|entrance|exit|lobby|office|offices|headquarters|hq|church|school|university|college|academy|institute|hospital|clinic|library|museum|stadium|arena|mall|market|plant|factory|airport|terminal|pier|dock|docks|wharf|garage|courthouse|capitol|theater|theatre|cinema|mosque|synagogue|temple|cathedral|chapel|embassy|consulate|bridge|park|field|fields|garden|gardens|lot|store|shop|depot|yard|yards|hub|facility|complex|works|mill|mills|mine|monument|memorial|club|cafe|restaurant|bar|pub|room|floor|suite|auditorium|gym|pavilion|spheres|amphitheater|amphitheatre|ferry|exchange|refinery|shipyard|rotunda|steps|corner|intersection|junction|roundabout|green|commons|foundation|jail|prison|cemetery|zoo|residence|quad|picket|line)$'
// Beginning with an article, and towns all the same.
const ARTICLED = [
  'the hague',
  'the dalles',
  'the bronx',
  'the woodlands',
  'the villages',
  'the colony',
]
// Beginning with a direction: what follows is a part of the name, and no "of" or street.
const DIRECTED =
  '^(north|south|east|west|northeast|northwest|southeast|southwest) [a-z]+( [a-z]+)?$'
const ALSO_TOWNS = [...ARTICLED, ...TOWNS_LIKE_VENUES]

// Cities too: behind "Elm Street, New York" stands no region.
const ALSO_CITIES = new Set(
  'newyork,berlin,bremen,hamburg,delhi,chandigarh,victoria,quebec,oaxaca,puebla,singapore,luxembourg,monaco,hongkong,macao,kuwait,djibouti,panama,guatemala,sanmarino,saopaulo,riodejaneiro,durango,zacatecas,chihuahua,tlaxcala,aguascalientes,campeche,colima'.split(
    ',',
  ),
)
const regions = new Set([...regionKeys()].filter((key) => !ALSO_CITIES.has(key)))

/** Whether words between commas can be a town's name, as far as words tell. */
function isTown(part: string): boolean {
  const small = part.toLowerCase()
  if (part === '' || new RegExp(DIGITS).test(part) || new RegExp(STREETS).test(small)) return false
  if (ALSO_TOWNS.includes(small)) return true
  const isBeside = new RegExp(BESIDE).test(small) && !new RegExp(DIRECTED).test(small)
  return !isBeside && !new RegExp(BESIDES).test(small) && !new RegExp(VENUES).test(small)
}

function isTownSql(part: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(coalesce(${part}, '') <> '' and ${part} !~ ${DIGITS} and lower(${part}) !~ ${STREETS}
    and (lower(${part}) = any(${ALSO_TOWNS}::text[])
      or ((lower(${part}) !~ ${BESIDE} or lower(${part}) ~ ${DIRECTED})
        and lower(${part}) !~ ${BESIDES} and lower(${part}) !~ ${VENUES})))`
}

/**
 * The town that the words of a place end in, for readers who may know no more: what follows the last
 * comma, with what stands before a state or a country there. Empty where that may be an address, a
 * building or what stands beside one ("by the Dome"), or is all that is written. `townInWordsSql` is the
 * same rule for the database.
 */
export function townInWords(place: string): string {
  const parts = place.split(',').map((part) => part.trim())
  const last = parts.at(-1) ?? ''
  const before = parts.at(-2) ?? ''
  if (parts.length < 2 || !isTown(last)) return ''
  const isTownBefore =
    parts.length > 2 && regions.has(last.replaceAll(/[. ]/g, '').toLowerCase()) && isTown(before)
  return isTownBefore ? `${before}, ${last}` : last
}

/** What `townInWords` says, over an expression. */
export function townInWordsSql(place: Prisma.Sql): Prisma.Sql {
  const last = Prisma.sql`btrim(substring(${place} from ',([^,]*)$'))`
  const before = Prisma.sql`btrim(substring(${place} from ',([^,]*),[^,]*$'))`
  return Prisma.sql`case
    when strpos(${place}, ',') = 0 or not ${isTownSql(last)} then ''
    when lower(regexp_replace(${last}, '[. ]', '', 'g')) = any(${[...regions]}::text[])
      and ${isTownSql(before)}
      then ${before} || ', ' || ${last}
    else ${last} end`
}
