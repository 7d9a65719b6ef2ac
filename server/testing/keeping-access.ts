import 'server-only'
import { campaignEditSchema } from '@/lib/schemas/campaign'
import { personSchema } from '@/lib/schemas/person'
import { bulkSchema } from '@/lib/schemas/record'
import type { SystemJob, Viewer } from '../auth/viewer'
import { updateCampaign } from '../campaigns/edit'
import { noteDownload } from '../history/downloads'
import { getCampaignAccess, letsMoreIn, restrictCampaign } from '../campaigns/restriction'
import { recordFindings } from '../doctor/record'
import { listDirectory } from '../directory/queries'
import { changeMany, undoMany } from '../entries/bulk'
import { reviewEntry } from '../entries/review'
import { checkEntry, checkQuote, uncheckEntry, uncheckQuote } from '../entries/second-reader'
import { getEntry } from '../entries/queries'
import { lastSentBack, listRevisions } from '../history/queries'
import { restoreRevision } from '../history/restore'
import { mergeRecords } from '../merging/merge'
import { findMergeable } from '../merging/candidates'
import { previewMerge } from '../merging/preview'
import { listMerges, undoMerge } from '../merging/unmerge'
import { createPerson } from '../people/mutations'
import { restoreRecord, trashRecord } from '../trash/mutations'
import { matchUnmatched } from '../sources/passage-match'
import { purgeTrash } from '../trash/purge'
import { listCampaignTrash, listWorkspaceTrash } from '../trash/queries'
import { editor, member, ownerAlone, writer, type Row } from './access-rows'
import { CANARY, makeDraft, type Target } from './target'
import { logEntry } from './world'

let made = 0
const makePerson = ({ owner }: Target) =>
  createPerson(owner, personSchema.parse({ name: `${CANARY} somebody ${(made += 1)}` }))

async function makeBulk(target: Target, viewer: Viewer): Promise<string> {
  const id = await makeDraft(target, viewer)
  const author = viewer === target.contributor ? target.contributor : target.owner
  const input = bulkSchema.parse({ ids: [id], action: 'tag', tag: 'one' })
  return (await changeMany(author, target.campaign.id, input)).undo
}

async function makeMerge(target: Target): Promise<string> {
  const duplicateId = await makePerson(target)
  const { owner, personId } = target
  return (await mergeRecords(owner, 'person', { survivorId: personId, duplicateId, take: {} }))
    .merge
}

// An entry that somebody else wrote than the one who is to check it.
async function makeForeign({ owner, editor, campaign }: Target, viewer: Viewer): Promise<string> {
  const said = { text: 'We will not stop.', source: 'own' }
  return (
    await logEntry(viewer === owner ? editor : owner, campaign, {
      citations: [{ title: `${CANARY} report` }],
      appearances: [{ description: 'A worker', quotes: [said] }],
    })
  ).id
}

async function quoteOf({ owner }: Target, id: string): Promise<string> {
  const { appearances } = await getEntry(owner, id)
  return appearances[0]?.quotes[0]?.id ?? ''
}

/** How what was saved is kept, restored and taken back, for the table of all access. */
export const keepingAccess: Record<string, Row> = {
  'doctor/record.recordFindings': ownerAlone('own', (v) => recordFindings(v)),
  'history/downloads.noteDownload': member('refused', (v, t) =>
    noteDownload(v, 'campaign', t.campaign.id, 'plot'),
  ),
  'campaigns/restriction.getCampaignAccess': editor('refused', (v, t) =>
    getCampaignAccess(v, t.campaign.slug),
  ),
  'campaigns/restriction.letsMoreIn': editor('refused', (v, t) =>
    letsMoreIn(v, t.campaign.id, { who: 'everyone', members: [] }),
  ),
  'campaigns/restriction.restrictCampaign': editor('refused', (v, t) =>
    restrictCampaign(v, t.campaign.id, { who: 'everyone', members: [] }),
  ),
  'campaigns/edit.updateCampaign': editor('refused', (v, t) =>
    updateCampaign(
      v,
      t.campaign.id,
      campaignEditSchema.parse({ title: 'Edited', timeZone: 'America/Los_Angeles' }),
    ),
  ),
  'entries/bulk.changeMany': writer(
    'refused',
    (v, t, id) => changeMany(v, t.campaign.id, bulkSchema.parse({ ids: [id], action: 'trash' })),
    makeDraft,
  ),
  'entries/bulk.undoMany': writer('refused', (v, _t, id) => undoMany(v, id), makeBulk),
  'entries/review.reviewEntry': editor(
    'refused',
    (v, _t, id) => reviewEntry(v, id, { decision: 'publish', note: '' }),
    async ({ owner, campaign }) => (await logEntry(owner, campaign, { status: 'in_review' })).id,
  ),
  'entries/second-reader.checkEntry': writer(
    'refused',
    (v, _t, id) => checkEntry(v, id, 1),
    makeForeign,
  ),
  'entries/second-reader.uncheckEntry': writer(
    'refused',
    (v, _t, id) => uncheckEntry(v, id),
    makeForeign,
  ),
  'entries/second-reader.checkQuote': writer(
    'refused',
    async (v, t, id) => checkQuote(v, id, 1, await quoteOf(t, id)),
    makeForeign,
  ),
  'entries/second-reader.uncheckQuote': writer(
    'refused',
    async (v, t, id) => uncheckQuote(v, id, await quoteOf(t, id)),
    makeForeign,
  ),
  'history/queries.lastSentBack': member('refused', (v, t) => lastSentBack(v, t.entryId)),
  'directory/queries.listDirectory': member('own', (v) => listDirectory(v, 'organization')),
  'merging/preview.previewMerge': editor(
    'refused',
    (v, t, id) => previewMerge(v, 'person', t.personId, id),
    makePerson,
  ),
  'merging/candidates.findMergeable': editor('own', (v, t) =>
    findMergeable(v, 'person', { survivorId: t.personId, q: 'Jo' }),
  ),
  'merging/merge.mergeRecords': editor(
    'refused',
    (v, t, duplicateId) =>
      mergeRecords(v, 'person', { survivorId: t.personId, duplicateId, take: {} }),
    makePerson,
  ),
  'merging/unmerge.undoMerge': editor('refused', (v, _t, id) => undoMerge(v, id), makeMerge),
  'merging/unmerge.listMerges': member('own', (v, t) => listMerges(v, 'person', t.personId)),
  'trash/mutations.trashRecord': editor(
    'refused',
    (v, _t, id) => trashRecord(v, 'person', id),
    makePerson,
  ),
  'trash/mutations.restoreRecord': editor(
    'refused',
    (v, _t, id) => restoreRecord(v, 'person', id),
    async (target) => {
      const id = await makePerson(target)
      await trashRecord(target.owner, 'person', id)
      return id
    },
  ),
  'trash/queries.listCampaignTrash': member('own', (v, t) => listCampaignTrash(v, t.campaign.id)),
  'trash/queries.listWorkspaceTrash': member('own', (v) => listWorkspaceTrash(v)),
  'sources/passage-match.matchUnmatched': ownerAlone('own', (v) => matchUnmatched(v as SystemJob)),
  'trash/purge.purgeTrash': ownerAlone('own', (v) => purgeTrash(v as SystemJob)),
  'history/queries.listRevisions': member('refused', (v, t) =>
    listRevisions(v, 'entry', t.entryId),
  ),
  'history/restore.restoreRevision': writer(
    'refused',
    (v, _t, id) => restoreRevision(v, 'entry', id, 1),
    makeDraft,
  ),
}
