import { describe, expect, it } from 'vitest'
import { campaignOrganizationSchema, organizationSchema } from '@/lib/schemas/campaign'
import { useTestDatabase } from '../auth/test-support'
import { addCampaignOrganization, removeCampaignOrganization } from '../campaigns/mutations'
import { getCampaign, listCampaigns } from '../campaigns/queries'
import { inRole, logEntry, newCampaign, newDemand } from '../demands/test-support'
import { createOrganization, updateOrganization } from './mutations'
import { getOrganization, listOrganizations } from './queries'

useTestDatabase()

const input = (name: string, more: Record<string, unknown> = {}) =>
  organizationSchema.parse({ name, ...more })

describe('an organization', () => {
  it('has a parent that is found by name or made', async () => {
    const { owner } = await newCampaign()
    const id = await createOrganization(owner, input('Ring', { parent: 'Amazon' }))
    const { parent } = await getOrganization(owner, id)
    expect(parent?.name).toBe('Amazon')
    expect((await getOrganization(owner, parent?.id ?? '')).children).toMatchObject([{ id }])
  })

  it('has the parent that has this other name, and none that has another one', async () => {
    const { owner } = await newCampaign()
    await createOrganization(owner, input('Amazon', { otherNames: 'Amazon.com; Lab126' }))
    const parentOf = async (name: string, parent: string) => {
      const id = await createOrganization(owner, input(name, { parent }))
      return (await getOrganization(owner, id)).parent?.name
    }
    expect(await parentOf('Ring', 'amazon.COM')).toBe('Amazon')
    expect(await parentOf('Condor', 'Flock')).toBe('Flock')
  })

  it('cannot become a part of itself', async () => {
    const { owner } = await newCampaign()
    const a = await createOrganization(owner, input('A'))
    await createOrganization(owner, input('B', { parent: 'A' }))
    await createOrganization(owner, input('C', { parent: 'B' }))
    for (const parent of ['A', 'B', 'C']) {
      await expect(updateOrganization(owner, a, input('A', { parent }))).rejects.toMatchObject({
        code: 'invalid',
        path: ['parent'],
      })
    }
  })

  it('cannot become a part of itself in the pages of a campaign either', async () => {
    const { owner, slug } = await newCampaign()
    const a = await createOrganization(owner, input('A'))
    await createOrganization(owner, input('B', { parent: 'A' }))
    const said = campaignOrganizationSchema.parse({ name: 'A', parent: 'B', role: 'ally' })
    await expect(addCampaignOrganization(owner, slug, said)).rejects.toMatchObject({
      ...{ code: 'invalid', path: ['parent'] },
    })
    expect((await getOrganization(owner, a)).parent).toBeNull()
  })

  it('cannot be put in a ring by two who move at once', async () => {
    const { owner } = await newCampaign()
    const a = await createOrganization(owner, input('A'))
    const b = await createOrganization(owner, input('B'))
    const both = await Promise.allSettled([
      updateOrganization(owner, a, input('A', { parent: 'B' })),
      updateOrganization(owner, b, input('B', { parent: 'A' })),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const parents = (await listOrganizations(owner)).filter(({ parentId }) => parentId !== null)
    expect(parents).toHaveLength(1)
  })

  it('has a name of its own', async () => {
    const { owner } = await newCampaign()
    await createOrganization(owner, input('Amazon'))
    const ring = await createOrganization(owner, input('Ring'))
    const taken = input('amazon')
    for (const save of [
      () => createOrganization(owner, taken),
      () => updateOrganization(owner, ring, taken),
    ])
      await expect(save()).rejects.toMatchObject({ code: 'invalid', path: ['name'] })
    // Its own name in other letters is no other's.
    await updateOrganization(owner, ring, input('RING'))
  })

  it('is read with everything that mentions it and may be seen', async () => {
    const { owner, id, slug } = await newCampaign()
    const demand = await newDemand(owner, { id, slug })
    for (const status of ['published', 'draft'])
      await logEntry(owner, slug, {
        ...{ kind: 'rally', status, title: status },
        organizations: [{ name: 'Ring', part: 'target' }],
      })
    const ring = demand.target('Ring')
    expect(await getOrganization(owner, ring)).toMatchObject({
      demands: [{ number: 1, part: 'target' }],
      entries: { items: [{ entry: { title: 'draft' } }, { entry: { title: 'published' } }] },
    })
    const seen = await getOrganization(inRole(owner, 'viewer'), ring)
    expect(seen.entries.items.map(({ entry }) => entry.title)).toEqual(['published'])
  })

  it('is not there for another workspace', async () => {
    const { owner } = await newCampaign()
    const { owner: stranger, reader } = await newCampaign()
    const id = await createOrganization(owner, input('A'))
    await expect(getOrganization(stranger, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(updateOrganization(stranger, id, input('B'))).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await listOrganizations(stranger)).toEqual([])
    await expect(listOrganizations(reader)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a role in a campaign', () => {
  it('is given and taken, and completes what was not known of the organization', async () => {
    const { owner, slug } = await newCampaign()
    await createOrganization(owner, input('Ring'))
    const role = campaignOrganizationSchema.parse({
      ...{ name: 'Ring', kind: 'division', parent: 'Amazon', role: 'target' },
    })
    await addCampaignOrganization(owner, slug, role)
    const [ring] = (await getCampaign(owner, slug)).organizations
    expect(ring).toMatchObject({ name: 'Ring', role: 'target' })
    const organizationId = ring?.id ?? ''
    expect(await getOrganization(owner, organizationId)).toMatchObject({
      kind: 'division',
      parent: { name: 'Amazon' },
    })
    await addCampaignOrganization(owner, slug, { ...role, kind: 'agency', parent: 'Other' })
    expect(await getOrganization(owner, organizationId)).toMatchObject({
      kind: 'division',
      parent: { name: 'Amazon' },
    })
    await removeCampaignOrganization(owner, slug, { organizationId, role: 'target' })
    expect((await getCampaign(owner, slug)).organizations).toEqual([])
  })
})

describe('the list of campaigns', () => {
  it('counts the entries and proposals that a member may see', async () => {
    const { owner, id, slug } = await newCampaign()
    const demand = await newDemand(owner, { id, slug })
    const answer = { demand: demand.id, relation: 'answers', stance: 'meets', at: 'Ring' }
    await logEntry(owner, slug, { kind: 'statement', status: 'draft', demands: [answer] })
    await logEntry(owner, slug, { kind: 'news' })
    expect(await listCampaigns(owner)).toMatchObject([{ slug, entries: 2, proposals: 1 }])
    expect(await listCampaigns(inRole(owner, 'viewer'))).toMatchObject([
      { entries: 1, proposals: 0 },
    ])
  })
})
