import 'server-only'
import { noFilter } from '@/lib/timeline/filters'
import type { ShareReader } from '../auth/viewer'
import { dots } from '../photos/test-support'
import { readChangesSince } from '../shares/editions/changes-since'
import {
  freezeShare,
  listEditions,
  readSharedEdition,
  readSharedEditions,
  type SharedEdition,
} from '../shares/editions/editions'
import { packEdition } from '../shares/editions/packed'
import { getSharedCampaign } from '../shares/links/queries'
import { readSharedMap } from '../shares/reading/map'
import { readSharedMark } from '../shares/reading/mark'
import { readSharedPhoto } from '../shares/reading/photos'
import { readSharedPlots } from '../shares/reading/plots'
import { readEntryPage, readingOf, readShared, readSharedEntry } from '../shares/reading/read'
import { recordIdFor } from '../shares/reading/record-ids'
import { readSharedFile, readSharedRecord } from '../shares/reading/record'
import { changeMark, getMark } from '../workspace/mark'
import type { Row } from './access-rows'
import { makePhoto } from './photo-access'
import type { Target } from './target'
import { logEntry } from './world'

/** A row that readers of the campaign’s links may call and nobody else, whatever their role. */
const readerAlone = (
  others: Row['others'],
  call: (reader: ShareReader, target: Target, id: string) => Promise<unknown>,
  make?: Row['make'],
): Row => ({
  least: 'reader alone',
  others,
  // Whoever else is put in place of a reader must be refused.
  call: (viewer, target, id) => call(viewer as ShareReader, target, id),
  ...(make && { make }),
})

const entryId = (target: Target) => Promise.resolve(recordIdFor(target.reader, target.entryId))

const window = { order: 'newest', after: null, limit: 10 } as const

/** An edition without entries: what stands in one is its reader's to bring. */
const empty = {
  ...{ number: 1, frozenAt: '2026-03-01T08:00:00.000Z', text: '{}' },
  ...{ content: { entries: [] }, terms: { publisher: null } },
} as unknown as SharedEdition

/** What is read behind a link, for the table of all access. */
export const shareReadingAccess: Record<string, Row> = {
  'shares/links/queries.getSharedCampaign': readerAlone('own', (r) => getSharedCampaign(r, window)),
  'shares/reading/read.readingOf': readerAlone('own', (r) =>
    readingOf(r, () => Promise.resolve(null)),
  ),
  'shares/reading/read.readShared': readerAlone('own', (r) => readShared(r, window)),
  'shares/reading/read.readSharedEntry': readerAlone(
    'refused',
    (r, _t, id) => readSharedEntry(r, id),
    entryId,
  ),
  'shares/reading/read.readEntryPage': readerAlone(
    'refused',
    (r, _t, id) => readEntryPage(r, id),
    entryId,
  ),
  'shares/reading/record.readSharedFile': readerAlone('own', (r) => readSharedFile(r)),
  'shares/reading/record.readSharedRecord': readerAlone('own', (r) => readSharedRecord(r)),
  'shares/reading/plots.readSharedPlots': readerAlone('own', (r) =>
    readSharedPlots(r, { filter: noFilter }),
  ),
  'shares/reading/map.readSharedMap': readerAlone(
    'refused',
    (r) => readSharedMap(r),
    async ({ owner, campaign }) => {
      const seattle = { place: 'Seattle', latitude: '47.6062', longitude: '-122.3321' }
      const portland = { place: 'Portland', latitude: '45.5152', longitude: '-122.6784' }
      for (const place of [seattle, portland]) await logEntry(owner, campaign, place)
      return ''
    },
  ),
  'shares/reading/photos.readSharedPhoto': readerAlone(
    'refused',
    (r, _t, id) => readSharedPhoto(r, id, 'small'),
    async (t) => recordIdFor(t.reader, await makePhoto(t, t.owner, t.entryId)),
  ),
  'shares/reading/mark.readSharedMark': readerAlone(
    'own',
    (r, _t, hash) => readSharedMark(r, hash),
    async ({ owner }) => {
      await changeMark(owner, await dots(8, 8).png().toBuffer())
      return (await getMark(owner))?.id ?? ''
    },
  ),
  'shares/editions/changes-since.readChangesSince': readerAlone('own', (r) =>
    readChangesSince(r, null),
  ),
  'shares/editions/editions.readSharedEditions': readerAlone('own', (r) => readSharedEditions(r)),
  'shares/editions/editions.readSharedEdition': readerAlone(
    'refused',
    (r) => readSharedEdition(r, 1),
    async ({ owner, reader }) => {
      const share = reader.shareLinkId
      if ((await listEditions(owner, share)).length === 0) await freezeShare(owner, { share })
      return ''
    },
  ),
  'shares/editions/packed.packEdition': readerAlone('own', (r) => packEdition(r, empty, [])),
}
