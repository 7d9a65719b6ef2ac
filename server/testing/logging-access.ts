import 'server-only'
import { listEntryChoices } from '../entries/choices'
import { findLookAlikes, requireUnlike } from '../entries/look-alikes'
import { member, type Row } from './access-rows'
import { CANARY } from './target'
import { entryInput } from './world'

/** What the entry form asks for, for the table of all access. */
export const loggingAccess: Record<string, Row> = {
  'entries/look-alikes.findLookAlikes': member('refused', (v, t) =>
    findLookAlikes(v, t.campaign.slug, {
      ...{ kind: 'rally', title: CANARY, place: '' },
      ...{ firstDay: '2026-02-13', lastDay: '2026-02-13' },
    }),
  ),
  'entries/look-alikes.requireUnlike': member('refused', (v, t) =>
    requireUnlike(v, t.campaign.slug, entryInput({ title: 'Nothing like it' })),
  ),
  'entries/choices.listEntryChoices': member('own', (v, t) => listEntryChoices(v, t.campaign.id)),
}
