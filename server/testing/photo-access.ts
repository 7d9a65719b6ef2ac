import 'server-only'
import sharp from 'sharp'
import type { Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { addPhoto, hideAreas } from '../photos/mutations'
import { getPhotoFile } from '../photos/queries'
import { sweepNowAndThen, sweepPhotos } from '../photos/sweep'
import { member, writer, type Row } from './access-rows'
import { makeDraft, type Target } from './target'

// Each sweep an hour after the one before.
let hours = 0

const picture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
    .png()
    .toBuffer()

/** A picture in the target's published entry, or in a draft of the member who calls. */
export async function makePhoto(target: Target, viewer: Viewer, entryId: string): Promise<string> {
  const author = viewer === target.contributor ? target.contributor : target.owner
  const { id } = await addPhoto(author, await picture(), [])
  await withViewer(target.owner, (tx) => tx.photo.updateMany({ where: { id }, data: { entryId } }))
  return id
}

/** Pictures, for the table of all access. */
export const photoAccess: Record<string, Row> = {
  'photos/mutations.addPhoto': writer('own', async (v) => addPhoto(v, await picture(), [])),
  'photos/mutations.hideAreas': writer(
    'refused',
    (v, _t, id) => hideAreas(v, id, [{ x: 0, y: 0, width: 1, height: 1 }]),
    async (t, v) => makePhoto(t, v, await makeDraft(t, v)),
  ),
  'photos/queries.getPhotoFile': {
    ...member('refused', (v, _t, id) => getPhotoFile(v, id, 'small')),
    make: (t, v) => makePhoto(t, v, t.entryId),
  },
  'photos/sweep.sweepNowAndThen': writer('own', (v) =>
    sweepNowAndThen(v, new Date(Date.now() + (hours += 3_600_001))),
  ),
  'photos/sweep.sweepPhotos': writer('own', (v) => sweepPhotos(v)),
}
