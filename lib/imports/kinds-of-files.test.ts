import { describe, expect, it } from 'vitest'
import { encoded, rowsOf, said, utf16, utf8 } from './kinds-of-files-test-support'
import { readTable } from './read-table'

describe('files that people have', () => {
  it('CSV of Excel in German: semicolons, days first, thousands with points, decimal commas', () => {
    const { rows, mapping } = rowsOf(
      utf8(
        '\uFEFFDatum;Art;Titel;Ort;Teilnehmer;Breite;Länge\r\n' +
          '13.02.2026;Streik;Fahrer legen die Arbeit nieder;Köln;1.200;50,9375;6,9603\r\n' +
          '01.03.2026;Kundgebung;Vor dem Tor, laut;Düsseldorf;300;51,2277;6,7735\r\n',
      ),
    )
    expect(mapping.columns.Datum?.to).toBe('date')
    expect(said(rows[0])).toMatchObject({
      ...{ title: 'Fahrer legen die Arbeit nieder', kind: 'strike', edtf: '2026-02-13' },
      ...{ place: 'Köln', crowd: [1200, 1200], coordinates: [50.9375, 6.9603] },
    })
    expect(said(rows[1])).toMatchObject({ kind: 'rally', edtf: '2026-03-01', crowd: [300, 300] })
  })

  it('CSV of Excel in French, in Windows-1252: spaces between thousands', () => {
    const { rows, read } = rowsOf(
      encoded(
        'Date;Type;Titre;Ville;Participants\r\n' +
          '13/02/2026;Grève;Les livreurs arrêtent le travail;Besançon;1\u00A0200\r\n' +
          '28/02/2026;Manifestation;Marche à l’hôtel de ville;Orléans;2 500\r\n',
        { è: 0xe8, ê: 0xea, ç: 0xe7, à: 0xe0, '’': 0x92, ô: 0xf4, é: 0xe9, '\u00A0': 0xa0 },
      ),
    )
    expect(read).toMatchObject({ encoding: 'windows-1252', sure: false })
    expect(said(rows[0])).toMatchObject({
      ...{ title: 'Les livreurs arrêtent le travail', kind: 'strike', edtf: '2026-02-13' },
      ...{ place: 'Besançon', crowd: [1200, 1200] },
    })
    expect(said(rows[1])).toMatchObject({ kind: 'march', place: 'Orléans', crowd: [2500, 2500] })
  })

  it('CSV of Excel for Mac, in Mac Roman', () => {
    const { rows, read } = rowsOf(
      encoded('Date,Title,Place\rFeb 13 2026,“No más” rally,México\rMar 1 2026,Café vigil,León\r', {
        ...{ á: 0x87, é: 0x8e, ó: 0x97, '“': 0xd2, '”': 0xd3 },
      }),
    )
    expect(read.encoding).toBe('macintosh')
    expect(said(rows[0])).toMatchObject({ title: '“No más” rally', place: 'México' })
    expect(said(rows[1])).toMatchObject({ edtf: '2026-03-01', title: 'Café vigil', place: 'León' })
  })

  it('Unicode text of Excel: tabs, in UTF-16 with its mark', () => {
    const { rows, read } = rowsOf(
      utf16('Date\tTitle\tPlace\tParticipants\r\n2/13/2026\tRally at the gate\tŁódź\t1,200\r\n'),
    )
    expect(read).toMatchObject({ encoding: 'utf-16le', sure: true })
    expect(said(rows[0])).toMatchObject({
      ...{ title: 'Rally at the gate', edtf: '2026-02-13', place: 'Łódź', crowd: [1200, 1200] },
    })
  })

  it('answers of a form of Google: the moment of the answer is not the day of what happened', () => {
    const { rows, mapping } = rowsOf(
      utf8(
        'Timestamp,Email Address,When did it happen?,What happened?,Where?,How many people?,Link to a source\n' +
          '2/20/2026 9:14:07,ada@example.org,2/13/2026,"Drivers rallied, then marched","Tukwila, WA",about 300,https://news.example.org/1\n' +
          '2/21/2026 18:02:55,bo@example.org,2/14/2026,Vigil at the depot,"Kent, WA",50,https://news.example.org/2\n',
      ),
    )
    expect(mapping.columns.Timestamp?.to).toBe('nothing')
    expect(said(rows[0])).toMatchObject({
      ...{ edtf: '2026-02-13', place: 'Tukwila, WA', crowd: [300, 300] },
      ...{ sources: ['https://news.example.org/1'] },
    })
    // Whoever answered is no part of the record.
    expect(mapping.columns['Email Address']?.to).toBe('nothing')
  })

  it('CSV of Airtable: lists in cells, pictures with their addresses, days as ISO', () => {
    const { rows } = rowsOf(
      utf8(
        'Name,Date,Type,Organizations,Tags,Photos,Location\n' +
          '"Rally at the ""Depot""",2026-02-13,Rally,"Local 12,Local 14","wages,heat","depot.jpg (https://dl.example.org/a/depot.jpg)","Kent, WA"\n' +
          'Strike vote,2026-02-14T17:30:00.000Z,Vote,Local 12,wages,,"Seattle, WA"\n',
      ),
    )
    expect(said(rows[0])).toMatchObject({
      ...{ title: 'Rally at the "Depot"', edtf: '2026-02-13', kind: 'rally' },
      ...{ organizations: ['Local 12', 'Local 14'], tags: 'wages, heat', place: 'Kent, WA' },
    })
  })

  it('CSV of Numbers: a title above, empty columns and a sum below', () => {
    const { rows } = rowsOf(
      utf8(
        'Actions 2026,,,,\n,,,,\nDate,Title,Place,Participants,\n' +
          '13 Feb 2026,Rally at the gate,Kent,300,\n,,,,\n14 Feb 2026,Vigil,Seattle,50,\n,,,,\nTotal,,,350,\n',
      ),
    )
    expect(rows.map(({ state }) => state)).toEqual(['good', 'good', 'skipped'])
    expect(said(rows[1])).toMatchObject({ title: 'Vigil', edtf: '2026-02-14', crowd: [50, 50] })
  })

  it('a table whose days are the numbers that Excel counts, from 1900 and from 1904', () => {
    const sheet = (day: number) => `Date,Title\n${day},Rally at the gate\n${day + 1},Vigil\n`
    // One number is two days four years apart: rather none is guessed.
    for (const day of [46_066, 44_604])
      for (const row of rowsOf(utf8(sheet(day))).rows) expect(row.state).toBe('refused')
  })

  it('TSV that was pasted: quotes within cells are words, and a cell has several addresses', () => {
    const { rows } = rowsOf(
      utf8(
        'Date\tTitle\tSources\n13 Feb 2026\tThe 6" pipe "rally"\thttps://a.example.org/1 https://b.example.org/2\n',
      ),
    )
    expect(said(rows[0])).toMatchObject({
      ...{ title: 'The 6" pipe "rally"' },
      ...{ sources: ['https://a.example.org/1', 'https://b.example.org/2'] },
    })
  })

  it('CSV of LibreOffice in Polish: Latin-2 once it is chosen', () => {
    const bytes = encoded('Data;Title;Place\n2026-02-13;Strajk kurierów;Łódź\n', {
      ...{ ó: 0xf3, Ł: 0xa3, ź: 0xbc },
    })
    const { table } = readTable(bytes, 'UTC', { encoding: 'iso-8859-2' })
    expect(table.rows[0]?.cells).toEqual(['2026-02-13', 'Strajk kurierów', 'Łódź'])
  })

  it('bars, a byte order mark and no line end at the last row', () => {
    const { rows } = rowsOf(utf8('\uFEFFDate|Title|Place\n2026-02-13|Rally at the gate|Kent'))
    expect(said(rows[0])).toMatchObject({ title: 'Rally at the gate', place: 'Kent' })
  })

  it('line by line JSON of a database', () => {
    const { rows } = rowsOf(
      utf8(
        '{"date":"2026-02-13","title":"Rally at the gate"}\n{"date":"2026-02-14","title":"Vigil"}\n',
      ),
    )
    expect(said(rows[1])).toMatchObject({ title: 'Vigil', edtf: '2026-02-14' })
  })

  it('years alone, spans and days that are only about', () => {
    const { rows } = rowsOf(
      utf8(
        'Date,Title\n1999,The first strike\nFeb 2026,A march\n13-15 Feb 2026,Three days out\nabout 2019,A walkout\n',
      ),
    )
    expect(rows.map((row) => said(row).edtf)).toEqual([
      ...['1999', '2026-02', '2026-02-13/2026-02-15', '2019~'],
    ])
  })
})
