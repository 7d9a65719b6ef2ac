import { expect, it } from 'vitest'
import { findPlaces, townById, zoneOf } from './find'

const SEATTLE = 5809844

async function first(typed: string) {
  const [place] = await findPlaces(typed)
  return place
}

it('finds a town that is begun, with its coordinates and clocks', async () => {
  expect(await first('seatt')).toMatchObject({
    id: String(SEATTLE),
    name: 'Seattle',
    note: 'Washington, United States',
    zone: 'America/Los_Angeles',
    latitude: 47.60621,
    longitude: -122.33207,
  })
})

it('keeps what stands before the town', async () => {
  expect(await first('Amazon Spheres, Seattle')).toMatchObject({ name: 'Amazon Spheres, Seattle' })
  expect(await first('City Hall, Portland, Maine')).toMatchObject({
    name: 'City Hall, Portland, Maine',
    note: 'Maine, United States',
  })
})

it('tells towns of one name apart', async () => {
  const places = (await findPlaces('Springfield')).filter(({ town }) => town === 'Springfield')
  expect(places.length).toBeGreaterThan(4)
  expect(new Set(places.map(({ name, note }) => `${name} ${note}`)).size).toBe(places.length)
  expect((await first('Springfield, IL'))?.name).toBe('Springfield, Illinois')
  const german = (await findPlaces('Neustadt, Germany')).filter(({ town }) => town === 'Neustadt')
  expect(new Set(german.map(({ note }) => note)).size).toBe(german.length)
})

it('forgives accents and one typing error', async () => {
  expect((await first('sao paulo'))?.town).toBe('São Paulo')
  expect((await first('Seatle'))?.town).toBe('Seattle')
  expect((await first('Zürich'))?.note).toBe('Switzerland')
})

it.each([
  ['St. Paul, MN', 'Saint Paul', 'Minnesota, United States'],
  ['Ft. Worth, TX', 'Fort Worth', 'Texas, United States'],
  ['N. Las Vegas, Nev.', 'North Las Vegas', 'Nevada, United States'],
  ['Washington, D.C.', 'Washington, D.C.', 'District of Columbia, United States'],
  ['Washington DC', 'Washington, D.C.', 'District of Columbia, United States'],
  ['Raleigh-Durham, NC', 'Raleigh', 'North Carolina, United States'],
  ['Seattle/Tacoma', 'Seattle', 'Washington, United States'],
  ['Winston-Salem, N.C.', 'Winston-Salem', 'North Carolina, United States'],
  ['Noida, UP', 'Noida', 'India'],
  ['Seattle WA', 'Seattle', 'Washington, United States'],
  ['Seattle, Wash.', 'Seattle', 'Washington, United States'],
  ['Boston, Massachusetts, USA', 'Boston', 'Massachusetts, United States'],
  ['Montréal, QC', 'Montréal', 'Quebec, Canada'],
  ['Sydney, NSW', 'Sydney', 'New South Wales, Australia'],
  ['Bronx, NY', 'The Bronx', 'New York, United States'],
  ['New York, New York', 'New York City', 'New York, United States'],
  ['NYC', 'New York City', 'New York, United States'],
  ['LA', 'Los Angeles', 'California, United States'],
  ['SF', 'San Francisco', 'California, United States'],
  ['Lebanon, OH', 'Lebanon', 'Ohio, United States'],
  ['Carbondale, CO', 'Carbondale', 'Colorado, United States'],
  ['London, CA', 'London', 'Ontario, Canada'],
  ['Flushing, NY', 'Flushing', 'New York, United States'],
  ['Bensalem, PA', 'Bensalem', 'Pennsylvania, United States'],
  ['Perrysburg Township, OH', 'Perrysburg', 'Ohio, United States'],
  ['Richmond Hts., OH', 'Richmond Heights', 'Ohio, United States'],
  ['Spokane & Vicinity, WA', 'Spokane', 'Washington, United States'],
  ['Metro Detroit Area, MI', 'Detroit', 'Michigan, United States'],
  ['München', 'Munich', 'Germany'],
  ['北京', 'Beijing', 'China'],
  ['Москва', 'Moscow', 'Russia'],
  ['القاهرة', 'Cairo', 'Egypt'],
  ['서울', 'Seoul', 'South Korea'],
  ['תל אביב', 'Tel Aviv', 'Israel'],
  ['D.C.', 'Washington, D.C.', 'District of Columbia, United States'],
  ['L.A.', 'Los Angeles', 'California, United States'],
  ['N.Y.C.', 'New York City', 'New York, United States'],
  ['NY, NY', 'New York City', 'New York, United States'],
  ['downtown LA', 'Los Angeles', 'California, United States'],
  ['East LA', 'East Los Angeles', 'California, United States'],
  ['SLC, UT', 'Salt Lake City', 'Utah, United States'],
  ['Pt. Pleasant, NJ', 'Point Pleasant', 'New Jersey, United States'],
  ['rally in Columbus, Ind', 'Columbus', 'Indiana, United States'],
  ['Cincinatti, OH', 'Cincinnati', 'Ohio, United States'],
  ['Dorcester, MA', 'Dorchester', 'Massachusetts, United States'],
  ['São Paulo, SP', 'São Paulo', 'Brazil'],
  ['Monterrey, N.L., Mexico', 'Monterrey', 'Mexico'],
  ['México, D.F.', 'Mexico City', 'Mexico'],
  ['Mumbai, Maharashtra', 'Mumbai', 'India'],
  ['Hyderabad, Sindh', 'Hyderabad', 'Pakistan'],
  ['Red Fort, Delhi', 'Delhi', 'India'],
  ['Kassel, Hessen', 'Kassel', 'Germany'],
  ['Puyallup, WA', 'Puyallup', 'Washington, United States'],
  ['Algoma, WI', 'Algoma', 'Wisconsin, United States'],
  ['Santa Fe, N. Mex.', 'Santa Fe', 'New Mexico, United States'],
  ['New Delhi, India', 'New Delhi', 'India'],
  ['Rugeley, Staffordshire', 'Rugeley', 'England, United Kingdom'],
  ['Johannesburg, Gauteng', 'Johannesburg', 'South Africa'],
  ['Getafe (Madrid)', 'Getafe', 'Spain'],
  ['Derry, N. Ireland', 'Derry', 'Northern Ireland, United Kingdom'],
  ['Ramallah, West Bank', 'Ramallah', 'Palestinian Territories'],
  ['Bogotá D.C.', 'Bogotá', 'Colombia'],
  ['Chicago/IL', 'Chicago', 'Illinois, United States'],
  ['Illinois - Chicago', 'Chicago', 'Illinois, United States'],
  ['South Side of Chicago', 'Chicago', 'Illinois, United States'],
  ['2001 8th Ave Seattle WA 98121', 'Seattle', 'Washington, United States'],
  ['410 Terry Ave. N Seattle, WA', 'Seattle', 'Washington, United States'],
  ['Anacostia, D.C.', 'Washington, D.C.', 'District of Columbia, United States'],
  ['rally in Durango', 'Victoria de Durango', 'Mexico'],
  ['Belfast, NI', 'Belfast', 'Northern Ireland, United Kingdom'],
  ['Seoul, ROK', 'Seoul', 'South Korea'],
])('finds %s first', async (typed, town, note) => {
  expect(await first(typed)).toMatchObject({ town, note })
})

it('takes addresses with a postcode apart, and leaves out nothing', async () => {
  for (const [typed, name] of [
    ['1900 Main Street, Kokomo, IN 46901', '1900 Main Street, Kokomo 46901'],
    ['Kokomo, IN 46901-2222', 'Kokomo 46901-2222'],
    ['Unter den Linden 1, 10117 Berlin', 'Unter den Linden 1, 10117 Berlin'],
    ['Toronto, ON M5V 2T6', 'Toronto M5V 2T6'],
    ['downtown Caracas, Venezuela', 'downtown Caracas'],
  ])
    expect(await first(typed ?? '')).toMatchObject({ name })
})

it('keeps what stands behind a town and is no region that is known', async () => {
  for (const [typed, name] of [
    ['Seattle, Westlake Park', 'Seattle, Westlake Park'],
    ['Seattle – Westlake Park', 'Seattle, Westlake Park'],
    ['Seattle (Amazon Spheres)', 'Seattle (Amazon Spheres)'],
    ['Bessemer, AL (BHM1)', 'Bessemer (BHM1)'],
    ["Chicago's South Side", "Chicago's South Side"],
    ['Leeds LS1', 'Leeds LS1'],
  ])
    expect(await first(typed ?? '')).toMatchObject({ name })
  expect(await findPlaces('Selma, Westlake Park')).toEqual([])
})

it('takes no region for a town abroad, and no town for another one beside it', async () => {
  expect((await findPlaces('Mercury, Nevada')).map(({ note }) => note)).toEqual([
    'Nevada, United States',
  ])
  expect((await findPlaces('Geismar, LA')).map(({ note }) => note)).toEqual([
    'Louisiana, United States',
  ])
  expect(await findPlaces('Uluru, Nevada')).toEqual([])
  for (const { note } of await findPlaces('Rochester, Kent')) expect(note).toMatch(/^England/)
  for (const { note } of await findPlaces('Balto., MD')) expect(note).toMatch(/^Maryland/)
  for (const { note } of await findPlaces('California')) expect(note).toMatch(/United States$/)
  const alone = await Promise.all(['Iowa', 'Georgia', 'California'].map(first))
  expect(alone.map((place) => place?.town)).toEqual(['Iowa City', undefined, 'California City'])
  expect((await first('South Boston, VA'))?.town).toBe('South Boston')
  expect((await findPlaces('North Chicago, IL')).map(({ town }) => town)).not.toContain('Chicago')
})

it('offers nothing for what is no town', async () => {
  expect(await findPlaces('')).toEqual([])
  expect(await findPlaces('x')).toEqual([])
  expect(await findPlaces('constructor')).toEqual([])
  expect(await findPlaces('the corner where we always meet')).toEqual([])
  for (const typed of [
    'N/A',
    'TBA',
    'Zoom',
    'Bay Area',
    'Sala, QZX',
    'New England',
    'outside the White House',
  ])
    expect(await findPlaces(typed)).toEqual([])
})

it('knows a town by its number, and the clocks anywhere', async () => {
  expect(await townById(SEATTLE)).toMatchObject({ name: 'Seattle' })
  const flushing = await first('Flushing, NY')
  expect(flushing?.latitude).toBeCloseTo(40.76, 1)
  expect(await townById(Number(flushing?.id))).toMatchObject({ name: 'Flushing, New York' })
  expect(await townById(1)).toBeNull()
  expect(zoneOf(47.6, -122.3)).toBe('America/Los_Angeles')
  expect(zoneOf(0, -160)).toMatch(/./)
})
