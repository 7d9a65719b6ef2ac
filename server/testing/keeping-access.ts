import 'server-only'
import { campaignEditSchema } from '@/lib/schemas/campaign'
import { updateCampaign } from '../campaigns/edit'
import { listRevisions } from '../history/queries'
import { restoreRevision } from '../history/restore'
import { editor, member, writer, type Row } from './access-rows'
import { makeDraft } from './target'

/** How what was saved is kept, restored and taken back, for the table of all access. */
export const keepingAccess: Record<string, Row> = {
  'campaigns/edit.updateCampaign': editor('refused', (v, t) =>
    updateCampaign(
      v,
      t.campaign.id,
      campaignEditSchema.parse({ title: 'Edited', timeZone: 'America/Los_Angeles' }),
    ),
  ),
  'history/queries.listRevisions': member('refused', (v, t) =>
    listRevisions(v, 'entry', t.entryId),
  ),
  'history/restore.restoreRevision': writer(
    'refused',
    (v, _t, id) => restoreRevision(v, 'entry', id, 1),
    makeDraft,
  ),
}
