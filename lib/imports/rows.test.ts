import { describe, expect, it } from 'vitest'
import { checkRow, type CheckedRow } from './check-rows'
import { orderIn } from './day-order'
import { columnsTo, type Mapping } from './mapping'
import { planFor } from './plan'
import { propose } from './propose'
import { readTable } from './read-table'

const HABITS = { today: '2026-03-01' }
const tableOf = (text: string) => readTable(new TextEncoder().encode(text), 'UTC').table

/** Checks the rows of a text as a mapping says, or as one is proposed. */
function check(text: string, given?: Partial<Mapping>): CheckedRow[] {
  const table = tableOf(text)
  const mapping = given ? { columns: {}, constants: {}, ...given } : propose(table, HABITS).mapping
  const plan = planFor(table, mapping, HABITS, 'sheet.csv')
  return table.rows.map((row) => checkRow(row, table, plan))
}

function good(row: CheckedRow | undefined) {
  if (row?.state !== 'good') throw new Error(JSON.stringify(row))
  return row
}

const rally = (columns: Mapping['columns'], constants: Mapping['constants'] = {}) => ({
  columns: { ...columnsTo(['Date', 'date'], ['Title', 'title']), ...columns },
  constants: { kind: 'rally' as const, ...constants },
})

describe('a row', () => {
  it('becomes what the entry’s form would send', () => {
    const [row] = check(
      'Date,Title,Town,State,Crowd,By,Against,Tags,Where\n' +
        '13 Feb 2026,Rally,Toledo,Ohio,"about 200","Local 12; Local 7",Harbor Freight,"pay, safety","41.65, -83.54"',
      rally(
        columnsTo(
          ['Town', 'place'],
          ['State', 'place'],
          ['Crowd', 'crowd'],
          ['By', 'actor'],
          ['Against', 'target'],
          ['Tags', 'tags'],
          ['Where', 'latLon'],
        ),
      ),
    )
    expect(good(row).input).toMatchObject({
      ...{ kind: 'rally', status: 'draft', title: 'Rally', place: 'Toledo, Ohio' },
      ...{ date: { edtf: '2026-02-13' }, crowd: { low: 200, high: 200, words: 'about 200' } },
      ...{ latitude: 41.65, longitude: -83.54, tags: 'pay, safety' },
      organizations: [
        { name: 'Local 12', part: 'actor' },
        { name: 'Local 7', part: 'actor' },
        { name: 'Harbor Freight', part: 'target' },
      ],
      citations: [{ title: 'sheet.csv', exact: 'Row 2', kind: 'primary_document' }],
    })
  })

  it.each([
    ['two days', '2026-02-13,2026-02-15', '2026-02-13/2026-02-15', null, ''],
    ['one day', '2026-02-13,2026-02-13', '2026-02-13', null, ''],
    ['no end', '2026-02-13,', '2026-02-13', null, ''],
    ['hours of one day', '2026-02-13 17:00,2026-02-13 19:30', '2026-02-13', '17:00', '19:30'],
    ['hours of two days', '2026-02-13 17:00,2026-02-14 02:00', '2026-02-13/2026-02-14', null, ''],
    ['a midnight that a program wrote', '2026-02-13T00:00:00Z,', '2026-02-13', null, ''],
  ])('has a start and an end in two columns: %s', (_name, cells, edtf, time, endTime) => {
    const [row] = check(`Date,End,Title\n${cells},Picket`, rally(columnsTo(['End', 'endDate'])))
    const { input } = good(row)
    expect(input).toMatchObject({ date: { edtf, time }, endTime })
    if (cells.includes('02:00')) expect(input.summary).toContain('2026-02-13 17:00 to 2026-02-14')
  })

  it('has sources with addresses and titles, each once, and the file as the last', () => {
    const [row] = check(
      `Date,Title,Links\n2026-02-13,Rally,"['https://a.org/x', 'The Blade https://b.org/y?z=1,2']"`,
      rally(columnsTo(['Links', 'source'])),
    )
    expect(good(row).input.citations).toMatchObject([
      { url: 'https://a.org/x', title: 'a.org/x' },
      { url: 'https://b.org/y?z=1,2', title: 'The Blade' },
      { title: 'sheet.csv' },
    ])
  })

  it('has what it is from words, a constant, or the title from several columns', () => {
    const mapping = {
      columns: columnsTo(
        ['Date', 'date'],
        ['What', 'kind', { values: { 'die-in': 'direct_action', '*': 'news' }, keep: true }],
        ['At', 'target'],
      ),
      constants: { title: '{What} at {At}' },
    }
    const rows = check(
      'Date,What,At\n2026,Protest,Acme\n2026,die-in,Acme\n2026,flash mob,',
      mapping,
    )
    expect(rows.slice(0, 2).map((row) => good(row).input)).toMatchObject([
      { kind: 'rally', title: 'Protest at Acme', summary: 'What: Protest' },
      { kind: 'direct_action', title: 'die-in at Acme' },
    ])
    expect(rows[2]).toMatchObject({
      state: 'refused',
      refusals: [{ row: 4, sentence: 'Give the entry a title: what happened, in a few words.' }],
    })
  })

  it('is refused with the sentence of the form, its column and its value', () => {
    const [row] = check(
      'Date,Title,Lat,Lon\n31 Feb 2026,Rally,95,1',
      rally(columnsTo(['Lat', 'latitude'], ['Lon', 'longitude'])),
    )
    expect(row).toMatchObject({
      state: 'refused',
      refusals: [
        {
          row: 2,
          column: 'Date',
          value: '31 Feb 2026',
          sentence: expect.stringMatching(/\.$/) as string,
        },
        {
          ...{ column: 'Lat', value: '95' },
          sentence: 'Give degrees from -90 to 90, such as 47.6062, or leave this empty.',
        },
      ],
    })
  })

  it('keeps words that are not understood where its column says so', () => {
    const columns = (unclear: { unclear?: 'words' }) =>
      rally(
        columnsTo(['Size', 'crowd', unclear], ['Lat', 'latitude', unclear], ['Lon', 'longitude']),
      )
    const text = 'Date,Title,Size,Lat,Lon\n2026-02-13,Rally,500-200,north of town,1'
    const [refused] = check(text, columns({}))
    expect(refused).toMatchObject({
      state: 'refused',
      refusals: [{ column: 'Size' }, { column: 'Lat' }],
    })
    const [kept] = check(text, columns({ unclear: 'words' }))
    expect(good(kept)).toMatchObject({
      kept: ['Size', 'Lat'],
      input: { crowd: { low: null, words: '' }, latitude: null, longitude: null },
    })
    expect(good(kept).input.summary).toBe('Size: 500-200\nLat: north of town')
  })

  it('has the text of HTML in a timeline, and no entry of a title slide', () => {
    const rows = check(
      'Year,Month,Day,Headline,Text,Media,Type\n,,,All,,,title\n1963,8,,"A <b>start</b>","<p>See <a href=""https://x.org"">this</a>.</p><p>&amp; more</p>",,',
    )
    expect(rows[0]).toMatchObject({ state: 'skipped' })
    expect(good(rows[1]).input).toMatchObject({
      ...{ title: 'A start', summary: 'See this (https://x.org).\n\n& more' },
      date: { edtf: '1963-08' },
    })
  })
})

describe('a mapping that is proposed', () => {
  it('goes by names and by contents, and loses nothing', () => {
    const table = tableOf(
      'Event name;When it was;Town;State;Turnout;Spot;Read more;Weather;Event type\n' +
        'March;26/5/2025;Toledo;Ohio;40;41.65, -83.54;https://a.org;Rain;march\n' +
        'Rally;3/5/2025;Toledo;Ohio;a few;41.65, -83.54;https://b.org;Sun;demonstration\n',
    )
    const { mapping } = propose(table, HABITS)
    const to = Object.fromEntries(
      Object.entries(mapping.columns).map(([name, rule]) => [name, rule.to]),
    )
    expect(to).toEqual({
      ...{ 'Event name': 'title', 'When it was': 'date', Town: 'place', State: 'place' },
      ...{ Turnout: 'crowd', Spot: 'latLon', 'Read more': 'source', Weather: 'labelled' },
      'Event type': 'kind',
    })
    expect(mapping.columns['Event type']?.values).toEqual({
      march: 'march',
      demonstration: 'rally',
    })
    expect(orderIn(table, mapping)).toEqual({ decided: 'dmy' })
  })

  it('tells by its contents whether “What” is a kind or a title', () => {
    const to = (text: string) =>
      Object.values(propose(tableOf(text), HABITS).mapping.columns).map((rule) => rule.to)
    expect(to('Date,What,Title\n2026-02-13,rally,At the Spheres\n')).toEqual([
      ...['date', 'kind', 'title'],
    ])
    expect(to('Date,What\n2026-02-13,Rally at the Spheres\n')).toEqual(['date', 'title'])
  })

  it('ends a first sentence at no abbreviation', () => {
    const [row] = check(
      'Date,What happened\n2026-02-13,"Fourteen workers warn the U.S. government about Acme Corp. and its plans. More follows."',
      {
        columns: columnsTo(['Date', 'date'], ['What happened', 'telling']),
        constants: { kind: 'statement' },
      },
    )
    expect(good(row).input.title).toBe(
      'Fourteen workers warn the U.S. government about Acme Corp. and its plans',
    )
  })

  it('asks for the order of day and month where no date decides it', () => {
    const table = tableOf('date,title\n3/5/2025,a\n4/4/2025,b\n')
    const { mapping } = propose(table, HABITS)
    expect(orderIn(table, mapping)).toEqual({ decided: 'ask', example: '3/5/2025' })
    const rows = (dayOrder: 'dmy' | 'mdy') =>
      check('date,title\n3/5/2025,a', { ...mapping, dayOrder, constants: { kind: 'rally' } })
    expect(good(rows('dmy')[0]).input.date.edtf).toBe('2025-05-03')
    expect(good(rows('mdy')[0]).input.date.edtf).toBe('2025-03-05')
  })

  it('knows formats by their columns', () => {
    const crowds = tableOf(
      'date,locality,state,location_detail,type,title,size_text,size_low,size_high,claims,issues,lat,lon,source_1\n' +
        '2025-03-01,Toledo,OH,City Hall,protest; march,Hands Off,,150,200,"for fair pay",labor,41.65,-83.54,https://a.org\n',
    )
    const proposal = propose(crowds, HABITS)
    expect(proposal.format).toBe('crowd-counting')
    const plan = planFor(crowds, proposal.mapping, HABITS, 'f')
    expect(good(crowds.rows.map((row) => checkRow(row, crowds, plan))[0]).input).toMatchObject({
      ...{ kind: 'rally', title: 'Hands Off', place: 'City Hall, Toledo, OH', tags: 'labor' },
      ...{ crowd: { low: 150, high: 200 }, summary: 'type: protest; march\nclaims: for fair pay' },
    })
    const labor = tableOf(
      'ID,Employer,Labor Organization,City,State,"Latitude, Longitude",Approximate Number of Participants,Start Date,End Date,Strike or Protest,Worker Demands\n' +
        '7,Acme,Local 12,Toledo,Ohio,"41.65, -83.54",50,3/1/2025,3/15/2025,Strike,Pay; Health\n',
    )
    const known = propose(labor, HABITS)
    expect(known.format).toBe('labor-action')
    const rows = planFor(labor, { ...known.mapping, dayOrder: 'mdy' }, HABITS, 'f')
    expect(good(labor.rows.map((row) => checkRow(row, labor, rows))[0]).input).toMatchObject({
      ...{ kind: 'strike', title: 'Strike at Acme, Toledo, Ohio', crowd: { low: 50 } },
      ...{ date: { edtf: '2025-03-01/2025-03-15' }, summary: 'Worker Demands: Pay; Health' },
    })
  })
})
