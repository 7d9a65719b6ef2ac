import 'server-only'
import { foldWord, wordsIn } from '@/lib/search/fold'
import { ABROAD } from './regions-abroad'

// GeoNames numbers the regions of a country; these are the countries whose regions people name when
// they tell two towns apart.
const US =
  'AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming'
const CA =
  '01 Alberta,02 British Columbia,03 Manitoba,04 New Brunswick,05 Newfoundland and Labrador,07 Nova Scotia,08 Ontario,09 Prince Edward Island,10 Quebec,11 Saskatchewan,12 Yukon,13 Northwest Territories,14 Nunavut'
const AU =
  '01 Australian Capital Territory,02 New South Wales,03 Northern Territory,04 Queensland,05 South Australia,06 Tasmania,07 Victoria,08 Western Australia'
const GB = 'ENG England,NIR Northern Ireland,SCT Scotland,WLS Wales'

// How people shorten them, beside the letters above.
const SHORT: Record<string, string> = {
  US: 'AL Ala,AZ Ariz,AR Ark,CA Calif,CA Cal,CO Colo,CT Conn,DC Washington DC,DE Del,FL Fla,IL Ill,IN Ind,KS Kan,KS Kans,MA Mass,MI Mich,MN Minn,MS Miss,MT Mont,NE Neb,NE Nebr,NV Nev,NM N Mex,ND N Dak,SD S Dak,OK Okla,OR Ore,OR Oreg,PA Penn,PA Penna,TN Tenn,TX Tex,VA Virg,WA Wash,WV W Va,WI Wis,WI Wisc,WY Wyo',
  CA: '01 AB,01 Alta,02 BC,03 MB,03 Man,04 NB,05 NL,05 Newfoundland,07 NS,08 ON,08 Ont,09 PE,09 PEI,10 QC,10 PQ,10 Que,11 SK,11 Sask,12 YT,13 NT,14 NU',
  AU: '01 ACT,02 NSW,03 NT,04 QLD,05 SA,06 TAS,07 VIC,08 WA',
  GB: 'NIR NI,NIR N Ireland',
}
const COUNTRIES: Record<string, string> = {
  ...{ usa: 'US', america: 'US', unitedstatesofamerica: 'US', uk: 'GB', greatbritain: 'GB' },
  ...{ britain: 'GB', uae: 'AE', drc: 'CD', czechrepublic: 'CZ', burma: 'MM', holland: 'NL' },
  ...{ turkey: 'TR', southkorea: 'KR', northkorea: 'KP', ivorycoast: 'CI', palestine: 'PS' },
  ...{ westbank: 'PS', gazastrip: 'PS' },
  ...{ rok: 'KR', dprk: 'KP', prc: 'CN', roc: 'TW', rsa: 'ZA' },
}

type Lines = [code: string, name: string][]
const linesOf = (table: string): Lines =>
  table
    .split(',')
    .filter(Boolean)
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)])

const tables = new Map(
  Object.entries({ US, CA, AU, GB }).map(([country, table]) => [country, new Map(linesOf(table))]),
)

/** A region's name, or an empty text where it has none that people use. */
export function regionName(country: string, code: string): string {
  return tables.get(country)?.get(code) ?? ''
}

const countries = new Intl.DisplayNames('en', { type: 'region' })

/** A country's English name by its two letters (ISO 3166-1). */
export function countryName(code: string): string {
  return countries.of(code) ?? code
}

/** A country, or a region of it where `code` is not null; `far` where its letters mean another one to more people. */
export type Region = { country: string; code: string | null; whole: boolean; far: boolean }

/** The languages whose names of countries are known, beside English. */
const LANGUAGES = 'en,es,fr,de,pt,it,nl,pl,tr,ru,uk,ar,fa,hi,bn,zh,ja,ko,vi,id,el,he,sv'.split(',')
let known: Map<string, Region[]> | undefined

/** The countries and regions of this name or abbreviation, however it is written: "D.C.", "Que.". */
export function regionsNamed(text: string): Region[] {
  known ??= allRegions()
  return known.get(key(text)) ?? []
}

function allRegions(): Map<string, Region[]> {
  const regions = new Map<string, Region[]>()
  const add = (name: string, country: string, code: string | null, whole: boolean, far = false) => {
    const all = regions.get(key(name)) ?? []
    if (!all.some((one) => one.country === country && one.code === code))
      regions.set(key(name), [...all, { country, code, whole, far }])
  }
  for (const [country, table] of tables) {
    for (const [code, name] of table) add(name, country, code, true)
    // The District of Columbia is a city.
    if (country === 'US') for (const code of table.keys()) add(code, country, code, code === 'DC')
    for (const [code, name] of linesOf(SHORT[country] ?? '')) add(name, country, code, false)
  }
  for (const [country, lines] of Object.entries(ABROAD))
    for (const [code, name] of linesOf(lines)) add(name, country, code, false, true)
  for (const [name, country] of Object.entries(COUNTRIES)) add(name, country, null, true)
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((a) => letters.map((b) => a + b))
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const code of codes) {
      const name = names.of(code)
      if (name && !/^(?:EU|EZ|UN|XA|XB|QO|ZZ)$/.test(code)) add(name, code, null, true)
    }
  }
  for (const code of codes) if (countryName(code) !== code) add(code, code, null, false)
  return regions
}

function key(text: string): string {
  return [...wordsIn(text)].map(({ word }) => foldWord(word)).join('')
}

/**
 * English names and abbreviations of countries and regions, in lower case without dots and spaces;
 * those of plain letters alone, which every database puts in lower case alike.
 */
export function regionKeys(): Set<string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const names = [
    ...[...tables.values()].flatMap((table) => [...table.values()]),
    ...(tables.get('US')?.keys() ?? []),
    ...[...Object.values(SHORT), ...Object.values(ABROAD)].flatMap(linesOf).map(([, name]) => name),
    ...Object.keys(COUNTRIES),
    ...letters.flatMap((a) => letters.map((b) => countryName(a + b))),
    'US',
  ]
  const keys = names.map((name) => name.replaceAll(/[. ]/g, '').toLowerCase())
  return new Set(keys.filter((one) => /^[a-z-]+$/.test(one)))
}
