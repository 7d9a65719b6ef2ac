import 'server-only'
import { passageSchema, sourceSchema } from '@/lib/schemas/source'
import type { Viewer } from '../auth/viewer'
import { listEntryChoices } from '../entries/choices'
import { citePassage } from '../entries/cite'
import { findLookAlikes, requireUnlike } from '../entries/look-alikes'
import { citedDay } from '../sources/cited-day'
import { createSource } from '../sources/mutations'
import { member, writer, type Row } from './access-rows'
import { CANARY, makeDraft, type Target } from './target'
import { entryInput, TEST_DAY } from './world'

/** A source with a text, and an entry of the caller's own, where they may have one. */
async function makeCitable(target: Target, viewer: Viewer): Promise<string> {
  const source = sourceSchema(TEST_DAY).parse({ title: 'A report', capturedText: 'These words.' })
  return `${await createSource(target.owner, source)} ${await makeDraft(target, viewer)}`
}

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
  'entries/cite.citePassage': writer(
    'refused',
    (v, _t, made) => {
      const [source = '', entry = ''] = made.split(' ')
      return citePassage(v, source, passageSchema.parse({ exact: 'These words', entry }))
    },
    makeCitable,
  ),
  'sources/cited-day.citedDay': member('own', (v) => citedDay(v, { 'citations.0.title': CANARY })),
  'entries/choices.listEntryChoices': member('own', (v, t) => listEntryChoices(v, t.campaign.id)),
}
