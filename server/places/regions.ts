import 'server-only'

// GeoNames numbers the regions of a country; these are the countries whose regions people name when
// they tell two towns apart.
const US =
  'AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming'
const CA =
  '01 Alberta,02 British Columbia,03 Manitoba,04 New Brunswick,05 Newfoundland and Labrador,07 Nova Scotia,08 Ontario,09 Prince Edward Island,10 Quebec,11 Saskatchewan,12 Yukon,13 Northwest Territories,14 Nunavut'
const AU =
  '01 Australian Capital Territory,02 New South Wales,03 Northern Territory,04 Queensland,05 South Australia,06 Tasmania,07 Victoria,08 Western Australia'
const GB = 'ENG England,NIR Northern Ireland,SCT Scotland,WLS Wales'

const tables = new Map(
  Object.entries({ US, CA, AU, GB }).map(([country, table]) => [
    country,
    new Map(
      table
        .split(',')
        .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
    ),
  ]),
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
