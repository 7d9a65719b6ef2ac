import 'server-only'
import { campaignOrganizationSchema } from '@/lib/schemas/campaign'
import { personSchema } from '@/lib/schemas/person'
import { shareSchema } from '@/lib/schemas/share'
import type { Viewer } from '../auth/viewer'
import { addCampaignOrganization } from '../campaigns/mutations'
import { listDemands } from '../demands/queries'
import { trashEntry } from '../entries/trash'
import { listOrganizations } from '../organizations/queries'
import { createPerson, updatePerson } from '../people/mutations'
import { listPeople } from '../people/queries'
import { createShare } from '../shares/links/mutations'
import { listSources } from '../sources/queries'
import { logEntry, newWorld, type World } from './world'

/** A word in every text of the target, so that a leak can be seen in an answer. */
export const CANARY = 'Canary'

/** A world with one record of each sort, which strangers try to reach. */
export type Target = World & {
  entryId: string
  demand: { id: string; number: number; targetId: string }
  organizationId: string
  personId: string
  sourceId: string
}

/** Makes a target: a published entry with all its parts. */
export async function newTarget(): Promise<Target> {
  const world = await newWorld()
  const { owner, campaign } = world
  const { id: entryId } = await logEntry(owner, campaign, {
    title: `${CANARY} rally`,
    summary: `${CANARY} summary`,
    privateNote: `${CANARY} note`,
    organizations: [{ name: `${CANARY} Corporation`, part: 'target' }],
    appearances: [{ name: `${CANARY} Person`, quotes: [{ text: `${CANARY} words` }] }],
    citations: [{ title: `${CANARY} report` }],
    demands: [{ wording: `${CANARY} demand`, targets: `${CANARY} Corporation` }],
  })
  const [demand] = await listDemands(owner, campaign.id)
  const [organization] = await listOrganizations(owner)
  const [person] = await listPeople(owner)
  const {
    sources: [source],
  } = await listSources(owner)
  const targetId = demand?.targets[0]?.id
  if (!demand || !organization || !person || !source || !targetId)
    throw new Error('The target misses a record.')
  return {
    ...world,
    entryId,
    demand: { id: demand.id, number: demand.number, targetId },
    organizationId: organization.id,
    personId: person.id,
    sourceId: source.id,
  }
}

/** A draft of the member who calls; of the owner where the caller may write none here. */
export async function makeDraft(target: Target, viewer: Viewer): Promise<string> {
  const author = viewer === target.contributor ? target.contributor : target.owner
  const { id } = await logEntry(author, target.campaign, { status: 'draft' })
  return id
}

/** The same, in the trash. */
export async function makeTrashed(target: Target, viewer: Viewer): Promise<string> {
  const id = await makeDraft(target, viewer)
  await trashEntry(viewer === target.contributor ? viewer : target.owner, id)
  return id
}

/** A proposed assessment. */
export async function makeProposal(target: Target): Promise<string> {
  const { owner, campaign, demand } = target
  const answer = { demand: demand.id, relation: 'answers', stance: 'meets' }
  const entry = await logEntry(owner, campaign, {
    kind: 'statement',
    demands: [{ ...answer, at: `${CANARY} Corporation` }],
  })
  const all = await listDemands(owner, campaign.id)
  const proposal = all
    .flatMap(({ proposals }) => proposals)
    .find((one) => one.entry?.id === entry.id)
  if (!proposal) throw new Error('Nothing was proposed.')
  return proposal.id
}

/** An organization with a role in the campaign; gives back the organization's id. */
export async function makeRole(target: Target): Promise<string> {
  const { owner, campaign } = target
  const name = `${CANARY} Ally`
  await addCampaignOrganization(
    owner,
    campaign.slug,
    campaignOrganizationSchema.parse({ name, role: 'ally' }),
  )
  const organization = (await listOrganizations(owner)).find((one) => one.name === name)
  return organization?.id ?? ''
}

/** A person who was once called by the canary word. */
export async function makeRenamed({ owner }: Target): Promise<string> {
  const id = await createPerson(owner, personSchema.parse({ name: CANARY }))
  await updatePerson(owner, id, personSchema.parse({ name: 'Somebody' }))
  return id
}

/** A link to the campaign. */
export async function makeLink({ owner, campaign }: Target): Promise<string> {
  return (await createShare(owner, shareSchema.parse({ campaign: campaign.id }))).id
}
