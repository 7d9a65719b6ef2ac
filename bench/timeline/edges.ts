import type { BenchEntry } from './row'

/** Dates that are hard to draw: old, long, open, doubtful, crowded, and around a change of clocks. */
export function edgeEntries(): BenchEntry[] {
  return [
    entry('1804', 'May be any day of 1804'),
    entry('1804-07-11', 'On a day of 1804'),
    entry('1890/1915', 'Lasts for decades'),
    ...Array.from({ length: 300 }, (_, index) => ({
      ...entry('2019-03-05', `Of a full day ${index}`),
      tags: [`number ${index}`],
    })),
    ...Array.from({ length: 40 }, (_, index) =>
      entry('2020-06-01', `Of one minute ${index}`, '12:30'),
    ),
    entry('2026-03-08', 'Before the clocks change', '01:30'),
    entry('2026-03-08', 'After the clocks change', '03:30'),
    entry('2026', 'May be any day of 2026'),
    entry('2026-03-30/2026-04-02', 'Lasts from a known day to a known day'),
    entry('[..2026-02-13]', 'Known by February'),
  ]
}

function entry(edtf: string, title: string, time?: string): BenchEntry {
  return {
    ...{ kind: 'rally', edtf, title, summary: '', place: 'Seattle, Washington' },
    ...{ latitude: 47.6155, longitude: -122.3382 },
    ...(time && { time }),
  }
}
