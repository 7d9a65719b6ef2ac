import { describe, expect, it } from 'vitest'
import { rowsOf, said, utf8 } from './kinds-of-files-test-support'
import { good } from './rows-test-support'

describe('calendars and maps that people have', () => {
  it('a calendar of Outlook: the zone is Windows’ own, and described in the file', () => {
    const { rows } = rowsOf(
      utf8(
        [
          ...['BEGIN:VCALENDAR', 'PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN'],
          ...['VERSION:2.0', 'METHOD:PUBLISH', 'X-MS-OLK-FORCEINSPECTOROPEN:TRUE'],
          ...['BEGIN:VTIMEZONE', 'TZID:Pacific Standard Time', 'BEGIN:STANDARD'],
          ...['DTSTART:16011104T020000', 'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11'],
          ...['TZOFFSETFROM:-0700', 'TZOFFSETTO:-0800', 'END:STANDARD', 'END:VTIMEZONE'],
          ...['BEGIN:VEVENT', 'CLASS:PUBLIC', 'UID:040000008200E00074C5B7101A82E008'],
          ...['DTSTART;TZID="Pacific Standard Time":20260213T173000'],
          ...['DTEND;TZID="Pacific Standard Time":20260213T190000'],
          ...['SUMMARY;LANGUAGE=en-us:Rally at the gate', 'LOCATION:Kent\\, WA'],
          ...['DESCRIPTION:Bring water\\nand signs\\n', 'X-ALT-DESC;FMTTYPE=text/html:<b>x</b>'],
          ...['BEGIN:VALARM', 'TRIGGER:-PT15M', 'ACTION:DISPLAY', 'END:VALARM'],
          ...['END:VEVENT', 'END:VCALENDAR', ''],
        ].join('\r\n'),
      ),
    )
    // The campaign's clocks are those of Berlin.
    expect(said(rows[0])).toMatchObject({
      ...{ title: 'Rally at the gate', edtf: '2026-02-14', time: '02:30', place: 'Kent, WA' },
    })
  })

  it('a calendar of Google: all-day events, hours in UTC, folded lines', () => {
    const { rows } = rowsOf(
      utf8(
        [
          ...['BEGIN:VCALENDAR', 'PRODID:-//Google Inc//Google Calendar 70.9054//EN'],
          ...['VERSION:2.0', 'CALSCALE:GREGORIAN', 'X-WR-CALNAME:Actions'],
          ...['X-WR-TIMEZONE:America/Los_Angeles', 'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20260213'],
          ...[
            'DTEND;VALUE=DATE:20260215',
            'UID:a@google.com',
            'SUMMARY:Strike at the Har',
            ' bor depot',
          ],
          ...['END:VEVENT', 'BEGIN:VEVENT', 'DTSTART:20260301T013000Z', 'DTEND:20260301T023000Z'],
          ...['UID:b@google.com', 'SUMMARY:Vigil', 'END:VEVENT', 'END:VCALENDAR', ''],
        ].join('\r\n'),
      ),
    )
    expect(said(rows[0])).toMatchObject({
      ...{ title: 'Strike at the Harbor depot', edtf: '2026-02-13/2026-02-14' },
    })
    expect(said(rows[1])).toMatchObject({ edtf: '2026-03-01', time: '02:30' })
  })

  it('GeoJSON of QGIS: in degrees under its name, in metres refused to be read as degrees', () => {
    const layer = (crs: string, at: number[]) =>
      utf8(
        JSON.stringify({
          ...{ type: 'FeatureCollection', name: 'actions' },
          crs: { type: 'name', properties: { name: `urn:ogc:def:crs:${crs}` } },
          features: [
            {
              ...{ type: 'Feature', geometry: { type: 'Point', coordinates: at } },
              properties: { fid: 1, date: '2026/02/13', title: 'Rally at the gate', size: null },
            },
          ],
        }),
      )
    const degrees = rowsOf(layer('OGC:1.3:CRS84', [6.9603, 50.9375]))
    expect(said(degrees.rows[0])).toMatchObject({
      ...{ edtf: '2026-02-13', coordinates: [50.9375, 6.9603] },
    })
    const metres = rowsOf(layer('EPSG::25832', [356_640.2, 5_645_208.7]))
    const { input } = good(metres.rows[0])
    expect([input.latitude, input.longitude]).toEqual([null, null])
    expect(metres.read.table.rows[0]?.note).toMatch(/EPSG::25832|coordinates/)
  })
})
