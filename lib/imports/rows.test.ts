import { describe, expect, it } from 'vitest'
import { columnsTo, type Mapping } from './mapping'
import { check, good } from './rows-test-support'

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
    ['hours of three days', '2026-02-13 17:00,2026-02-15 02:00', '2026-02-13/2026-02-15', null, ''],
    ['a midnight that a program wrote', '2026-02-13T00:00:00Z,', '2026-02-13', null, ''],
  ])('has a start and an end in two columns: %s', (_name, cells, edtf, time, endTime) => {
    const [row] = check(`Date,End,Title\n${cells},Picket`, rally(columnsTo(['End', 'endDate'])))
    const { input } = good(row)
    expect(input).toMatchObject({ date: { edtf, time }, endTime })
    if (cells.includes('02:00')) expect(input.summary).toContain('2026-02-13 17:00 to 2026-02-15')
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

  it.each([
    ['lines', '"12 Main St, Toledo\n40 Pine St, Toledo"'],
    ['a semicolon', '"12 Main St, Toledo; 40 Pine St, Toledo"'],
    ['a list that a program wrote', `"['12 Main St, Toledo', '40 Pine St, Toledo']"`],
  ])('has each street address of a cell: %s', (_name, cell) => {
    const [row] = check(
      `Date,Title,Where\n2026-02-13,Rally,${cell}`,
      rally(columnsTo(['Where', 'place'])),
    )
    expect(good(row).input).toMatchObject({
      place: '12 Main St, Toledo',
      otherPlaces: '40 Pine St, Toledo',
    })
  })

  it.each([
    [
      'lists that are as long as each other',
      '"100 Main; 200 Oak","Toledo; Akron","Ohio; Ohio","41.6,-83.5; 41.1,-81.5"',
      { place: '100 Main, Toledo, Ohio', otherPlaces: '200 Oak, Akron, Ohio', latitude: 41.6 },
    ],
    [
      'a state for all',
      '"100 Main; 200 Oak","Toledo; Akron",Ohio,',
      { place: '100 Main, Toledo, Ohio', otherPlaces: '200 Oak, Akron, Ohio' },
    ],
    [
      'lists that do not fit',
      '100 Main,"Toledo; Akron",Ohio,',
      { place: '100 Main, Toledo; Akron, Ohio', otherPlaces: '' },
    ],
    ['a town that is called as its state', ',New York,New York,', { place: 'New York, New York' }],
  ])('has each place of several columns: %s', (_name, cells, place) => {
    const [row] = check(
      `Date,Title,Address,City,State,Where\n2026-02-13,Strike,${cells}`,
      rally(
        columnsTo(
          ['Address', 'place'],
          ['City', 'place'],
          ['State', 'place'],
          ['Where', 'latLon', { unclear: 'words' }],
        ),
      ),
    )
    expect(good(row).input).toMatchObject(place)
    if (cells.includes('41.1')) expect(good(row).input.summary).toContain('41.1,-81.5')
  })

  it.each([
    ['a large crowd', 'a large crowd,500,800', [500, 800], 'Size: a large crowd'],
    ['a large crowd', 'a large crowd,500,', [500, null], 'Size: a large crowd'],
    ['about 600', 'about 600,500,800', [600, 600], 'Low: 500\nHigh: 800'],
    ['600', '600,600,600', [600, 600], ''],
    ['a large crowd', 'a large crowd,,', [null, null], ''],
    ['no words', ',500,800', [500, 800], ''],
  ])('has the size of its crowd in words and numbers: %s', (_name, cells, [low, high], summary) => {
    const [row] = check(
      `Date,Title,Size,Low,High\n2026-02-13,Rally,${cells}`,
      rally(
        columnsTo(
          ['Size', 'crowd', { unclear: 'words' }],
          ['Low', 'crowdLow'],
          ['High', 'crowdHigh'],
        ),
      ),
    )
    expect(good(row).input).toMatchObject({ crowd: { low, high }, summary })
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
      kept: ['Size', 'Lat', 'Lon'],
      input: { crowd: { low: null, words: '' }, latitude: null, longitude: null },
    })
    expect(good(kept).input.summary).toBe('Size: 500-200\nLat: north of town\nLon: 1')
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

it.each([
  ['Candlelight vigil for Pat', 'vigil'],
  ['Picket at the depot', 'picket'],
  ['Two strikes in one week', 'strike'],
  ['Sit-in at the mayor’s office', 'direct_action'],
  ['Strike and march', null],
  ['Nobody came', null],
])('has the kind that its title names where no column does: %s', (title, kind) => {
  const [row] = check(`Date,Title\n2026-02-13,${title}`, {
    columns: columnsTo(['Date', 'date'], ['Title', 'title']),
    constants: {},
  })
  if (kind) expect(good(row).input.kind).toBe(kind)
  else expect(row?.state).toBe('refused')
})
