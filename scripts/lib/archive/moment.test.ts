import { expect, it } from 'vitest'
import { momentOf } from './moment'
import { lsnInWords, lsnOf, offsetOf, segmentName, segmentOf } from './wal'

it.each([
  ['2026-11-28 17:29:05+00', '2026-11-28T17:29:05.000Z'],
  ['2026-11-28T17:29:05.250Z', '2026-11-28T17:29:05.250Z'],
  ['2026-11-28 17:29 +02', '2026-11-28T15:29:00.000Z'],
  ['2026-11-28 23:30:00-05:30', '2026-11-29T05:00:00.000Z'],
])('reads %s as a moment', (text, moment) => {
  expect(momentOf(text).toISOString()).toBe(moment)
})

it.each([
  '',
  'yesterday',
  '2026-11-28',
  '2026-11-28 17:29:05',
  '2026-02-30 12:00Z',
  '2026-11-28 25:00Z',
  '2026-11-28 17:29+99:99',
  '2026-11-28 17:29+01:60',
])('asks for day, time and time zone instead of reading "%s"', (text) => {
  expect(() => momentOf(text)).toThrow('the day, the time and the time zone')
})

it('knows PostgreSQL’s places in a log and the names of its files', () => {
  const size = 16 * 1024 * 1024
  for (const text of ['0/3000148', '1A/FF000000', 'FFFFFFFF/FFFFFFFF'])
    expect(lsnInWords(lsnOf(text))).toBe(text)
  // As pg_walfile_name gives them.
  expect(segmentName(1, segmentOf(lsnOf('0/3000148'), size), size)).toBe('000000010000000000000003')
  expect(segmentName(11, segmentOf(lsnOf('1A/FF000000'), size), size)).toBe(
    '0000000B0000001A000000FF',
  )
  expect(offsetOf(lsnOf('1A/FF000148'), size)).toBe(0x148)
})
