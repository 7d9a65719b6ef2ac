import 'server-only'
import {
  campaignOrganizationSchema,
  campaignSchema,
  organizationSchema,
} from '@/lib/schemas/campaign'
import { assessmentSchema, demandSchema } from '@/lib/schemas/demand'
import { personSchema } from '@/lib/schemas/person'
import { shareSchema } from '@/lib/schemas/share'
import { sourceSchema } from '@/lib/schemas/source'
import type { SystemJob } from '../auth/viewer'
import * as campaignMutations from '../campaigns/mutations'
import * as campaigns from '../campaigns/queries'
import { withViewer } from '../db'
import { assess, decide } from '../demands/assessments'
import * as demandMutations from '../demands/mutations'
import * as demands from '../demands/queries'
import * as entryMutations from '../entries/mutations'
import * as entries from '../entries/queries'
import * as entryTrash from '../entries/trash'
import * as organizationMutations from '../organizations/mutations'
import * as organizations from '../organizations/queries'
import { decideFormerName } from '../people/former-names'
import * as peopleMutations from '../people/mutations'
import * as people from '../people/queries'
import { addSample } from '../sample/founding-record'
import { revokeShare } from '../shares/links/ending'
import * as shareMutations from '../shares/links/mutations'
import * as shares from '../shares/links/queries'
import * as sourceMutations from '../sources/mutations'
import { lastEntryFrom } from '../sources/last-entry'
import * as sources from '../sources/queries'
import { refuseStaleEdit } from '../entries/edits'
import { editor, member, reader, writer, type Row } from './access-rows'
import {
  CANARY,
  makeDraft,
  makeLink,
  makeProposal,
  makeRenamed,
  makeRole,
  makeTrashed,
} from './target'
import { captureAccess } from './capture-access'
import { importAccess } from './import-access'
import { keepingAccess } from './keeping-access'
import { memberAccess } from './member-access'
import { photoAccess } from './photo-access'
import { loggingAccess } from './logging-access'
import { plotsAccess } from './plots-access'
import { shareAccess } from './share-access'
import { shareReadingAccess } from './share-reading-access'
import { commentAccess } from './comment-access'
import { assignmentAccess } from './assignment-access'
import { planAccess } from './plan-access'
import { demandAccess } from './demand-access'
import { exportAccess } from './export-access'
import { timelineAccess } from './timeline-access'
import { workspaceAccess } from './workspace-access'
import { entryInput, TEST_DAY } from './world'

let made = 0
const freshName = (what: string) => `${what} ${(made += 1)}`
const demandInput = (more: Record<string, unknown> = {}) =>
  demandSchema.parse({ wording: freshName('End contract'), targets: 'Amazon', ...more })
const organizationInput = () => organizationSchema.parse({ name: freshName('Organization') })
const personInput = () => personSchema.parse({ name: freshName('Person') })
const sourceInput = () => sourceSchema(TEST_DAY).parse({ title: freshName('Source') })

/** Every export that takes a viewer, by file and name. */
export const accessTable: Record<string, Row> = {
  // Before what ends links.
  ...shareReadingAccess,
  ...captureAccess,
  ...importAccess,
  ...keepingAccess,
  ...memberAccess,
  ...photoAccess,
  ...plotsAccess,
  ...shareAccess,
  ...loggingAccess,
  ...assignmentAccess,
  ...planAccess,
  ...commentAccess,
  ...demandAccess,
  ...exportAccess,
  ...timelineAccess,
  ...workspaceAccess,
  'campaigns/queries.listCampaigns': member('own', (v) => campaigns.listCampaigns(v)),
  'campaigns/queries.firstCampaignSlug': member('own', (v) => campaigns.firstCampaignSlug(v)),
  'campaigns/queries.listOtherCampaigns': member('own', (v) => campaigns.listOtherCampaigns(v, '')),
  'campaigns/queries.getCampaign': member('refused', (v, t) =>
    campaigns.getCampaign(v, t.campaign.slug),
  ),
  'campaigns/queries.campaignBySlug': reader('refused', (v, t) =>
    withViewer(v, (tx) => campaigns.campaignBySlug(tx, v, t.campaign.slug)),
  ),
  'campaigns/mutations.createCampaign': editor('own', (v) =>
    campaignMutations.createCampaign(
      v,
      campaignSchema.parse({ title: freshName('Campaign'), timeZone: 'UTC' }),
    ),
  ),
  'campaigns/mutations.addCampaignOrganization': editor('refused', (v, t) =>
    campaignMutations.addCampaignOrganization(
      v,
      t.campaign.slug,
      campaignOrganizationSchema.parse({ name: freshName('Ally'), role: 'ally' }),
    ),
  ),
  'campaigns/mutations.removeCampaignOrganization': editor(
    'refused',
    (v, t, organizationId) =>
      campaignMutations.removeCampaignOrganization(v, t.campaign.slug, {
        organizationId,
        role: 'ally',
      }),
    makeRole,
  ),
  'demands/queries.listDemands': reader('refused', (v, t) => demands.listDemands(v, t.campaign.id)),
  'demands/queries.getDemand': member('refused', (v, t) =>
    demands.getDemand(v, t.campaign.slug, t.demand.number),
  ),
  'demands/queries.listEvidence': member('refused', (v, t) =>
    demands.listEvidence(v, t.campaign.slug),
  ),
  'demands/mutations.createDemand': editor('refused', (v, t) =>
    demandMutations.createDemand(v, t.campaign.slug, demandInput()),
  ),
  'demands/mutations.updateDemand': editor('refused', (v, t) =>
    demandMutations.updateDemand(v, t.demand.id, demandInput({ targets: `${CANARY} Corporation` })),
  ),
  'demands/assessments.assess': editor('refused', (v, t) =>
    assess(
      v,
      assessmentSchema(TEST_DAY).parse({
        ...{ demand: t.demand.id, organization: t.demand.targetId, entry: t.entryId },
        ...{ standing: 'acknowledged', date: '14 Feb 2026' },
      }),
    ),
  ),
  'demands/assessments.decide': editor(
    'refused',
    (v, _t, assessment) => decide(v, { assessment, decision: 'confirmed', reason: '' }),
    makeProposal,
  ),
  'entries/queries.listEntries': reader('own', (v, t) =>
    entries.listEntries(v, { campaignId: t.campaign.id }),
  ),
  'entries/queries.getEntry': reader('refused', (v, t) => entries.getEntry(v, t.entryId)),
  'entries/queries.entryById': reader('refused', (v, t) =>
    withViewer(v, (tx) => entries.entryById(tx, v, t.entryId)),
  ),
  'entries/queries.entriesById': reader('own', (v, t) =>
    withViewer(v, (tx) => entries.entriesById(tx, v, [t.entryId])),
  ),
  'entries/queries.entriesOfCampaign': reader('own', (v, t) =>
    entries.entriesOfCampaign(v, t.campaign.id, [t.entryId]),
  ),
  'entries/edits.refuseStaleEdit': writer(
    'refused',
    (v, _t, id) => refuseStaleEdit(v, id, entryInput({ version: '1' }), { version: '1' }),
    makeDraft,
  ),
  'entries/mutations.createEntry': writer('refused', (v, t) =>
    entryMutations.createEntry(v, t.campaign.slug, entryInput({ status: 'draft' })),
  ),
  'entries/mutations.updateEntry': writer(
    'refused',
    (v, _t, id) => {
      const values = { kind: 'rally', title: 'Changed', date: '13 Feb 2026', version: '1' }
      const input = entryInput({ ...values, kind: 'rally', status: 'draft' })
      return entryMutations.updateEntry(v, id, input, values)
    },
    makeDraft,
  ),
  'entries/trash.trashEntry': writer(
    'refused',
    (v, _t, id) => entryTrash.trashEntry(v, id),
    makeDraft,
  ),
  'entries/trash.restoreEntry': writer(
    'refused',
    (v, _t, id) => entryTrash.restoreEntry(v, id),
    makeTrashed,
  ),
  'organizations/queries.listOrganizationNames': member('own', (v) =>
    organizations.listOrganizationNames(v),
  ),
  'organizations/queries.listOrganizations': member('own', (v) =>
    organizations.listOrganizations(v),
  ),
  'organizations/queries.getOrganization': member('refused', (v, t) =>
    organizations.getOrganization(v, t.organizationId),
  ),
  'organizations/mutations.createOrganization': writer('own', (v) =>
    organizationMutations.createOrganization(v, organizationInput()),
  ),
  'organizations/mutations.updateOrganization': editor('refused', (v, t) =>
    organizationMutations.updateOrganization(v, t.organizationId, organizationInput()),
  ),
  'people/queries.listPeople': member('own', (v) => people.listPeople(v)),
  'people/queries.getPerson': member('refused', (v, t) => people.getPerson(v, t.personId)),
  'people/mutations.createPerson': editor('own', (v) =>
    peopleMutations.createPerson(v, personInput()),
  ),
  'people/former-names.decideFormerName': editor(
    'refused',
    (v, _t, id) => decideFormerName(v, id, { name: CANARY, shown: true }),
    makeRenamed,
  ),
  'people/mutations.updatePerson': editor('refused', (v, t) =>
    peopleMutations.updatePerson(v, t.personId, personInput()),
  ),
  'sample/founding-record.addSample': editor('own', (v) => addSample(v as SystemJob)),
  'shares/links/queries.listShares': editor('own', (v, t) => shares.listShares(v, t.campaign.id)),
  'shares/links/mutations.createShare': editor('refused', (v, t) =>
    shareMutations.createShare(v, shareSchema.parse({ campaign: t.campaign.id })),
  ),
  'shares/links/ending.revokeShare': editor('refused', (v, _t, id) => revokeShare(v, id), makeLink),
  'sources/queries.listSources': member('own', (v, t) =>
    sources.listSources(v, { campaignId: t.campaign.id }),
  ),
  'sources/last-entry.lastEntryFrom': member('own', (v, t) =>
    lastEntryFrom(v, t.campaign.id, t.sourceId),
  ),
  'sources/queries.getSource': member('refused', (v, t) => sources.getSource(v, t.sourceId)),
  'sources/mutations.createSource': writer('own', (v) =>
    sourceMutations.createSource(v, sourceInput()),
  ),
  'sources/mutations.updateSource': editor('refused', (v, t) =>
    sourceMutations.updateSource(v, t.sourceId, sourceInput()),
  ),
}
