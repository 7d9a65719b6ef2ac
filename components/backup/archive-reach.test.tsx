import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { ArchiveRange } from '@/lib/backups'
import { ArchiveReach } from './archive-reach'

const range: ArchiveRange = {
  ...{ days: 3, bytes: 5e6, folder: '/data/archive', former: [], trouble: null },
  ...{ from: '2026-02-10T12:00:00.250Z', until: '2026-02-13T12:00:00.750Z' },
}
const now = new Date('2026-02-13T12:05:00Z')
const words = (more: Partial<ArchiveRange> = {}) =>
  renderToStaticMarkup(<ArchiveReach archive={{ ...range, ...more }} now={now} />).replace(
    /<[^>]*>/g,
    '',
  )

it('says from when to when, no moment more', () => {
  expect(words()).toContain('From 2026-02-10 12:00:01 to 2026-02-13 12:00:00 UTC (5.0 MB).')
  expect(words()).toContain('Last written 4 minutes ago.')
})

it('says why there is nothing', () => {
  expect(words({ days: 0 })).toContain('THROUGHLINE_ARCHIVE is 0')
  expect(words({ from: null, until: null })).toContain('Nothing has been archived yet.')
  expect(words({ trouble: 'The disk is full.' })).toContain('The disk is full.')
})

it.each([{ days: 3 }, { days: 0 }])('names earlier archives that are still there: %o', (more) => {
  expect(words({ ...more, former: ['/old/archive'] })).toContain(
    'An earlier archive is still in /old/archive',
  )
  expect(words(more)).not.toContain('earlier archive')
})
