import { describe, expect, it } from 'vitest'
import { campaignOrganizationSchema } from '@/lib/schemas/campaign'
import { useTestDatabase } from '../auth/test-support'
import { addCampaignOrganization } from '../campaigns/mutations'
import { inRole, logEntry, newCampaign } from '../demands/test-support'
import { listOrganizations } from './queries'
import { listRoleProposals } from './proposals'

useTestDatabase()

async function named() {
  const campaign = await newCampaign()
  const { owner, slug } = campaign
  await logEntry(owner, slug, {
    ...{ kind: 'rally', title: 'Rally' },
    organizations: [
      { name: 'Amazon', part: 'target' },
      { name: 'Tech Workers United', part: 'actor' },
    ],
    demands: [
      { wording: 'End it', targets: 'Amazon Web Services', counterparties: 'Flock' },
      { wording: 'End this too', targets: 'Amazon Web Services', counterparties: 'Flock' },
    ],
  })
  const confirm = (proposal: { name: string; role: string; parent: string }) =>
    addCampaignOrganization(
      owner,
      slug,
      campaignOrganizationSchema.parse({
        ...{ name: proposal.name, role: proposal.role, parent: proposal.parent },
      }),
    )
  return { ...campaign, confirm }
}

describe('what organizations are to a campaign', () => {
  it('is proposed from its demands and entries, with whom they belong to', async () => {
    const { owner, slug } = await named()
    expect(await listRoleProposals(owner, slug)).toEqual([
      {
        ...{ name: 'Amazon Web Services', role: 'target', parent: 'Amazon' },
        because: '2 demands target it',
      },
      {
        ...{ name: 'Flock', role: 'counterparty', parent: '' },
        because: '2 demands concern ties with it',
      },
      { name: 'Amazon', role: 'target', parent: '', because: '1 action is aimed at it' },
      { name: 'Tech Workers United', role: 'organizer', parent: '', because: '1 action is by it' },
    ])
  })

  it('is no longer proposed once it is confirmed, and its parent stands', async () => {
    const { owner, slug, confirm } = await named()
    for (const proposal of await listRoleProposals(owner, slug)) await confirm(proposal)
    expect(await listRoleProposals(owner, slug)).toEqual([])
    const all = await listOrganizations(owner)
    const aws = all.find(({ name }) => name === 'Amazon Web Services')
    expect(aws?.roles).toEqual([{ campaign: slug, role: 'target' }])
    expect(aws?.parentId).toBe(all.find(({ name }) => name === 'Amazon')?.id)
  })

  it('proposes only to whom one belongs that has a role', async () => {
    const { owner, slug, confirm } = await named()
    await confirm({ name: 'Amazon Web Services', role: 'secondary_target', parent: '' })
    expect((await listRoleProposals(owner, slug)).find(({ parent }) => parent !== '')).toEqual({
      ...{ name: 'Amazon Web Services', role: 'secondary_target', parent: 'Amazon' },
      because: 'By its name',
    })
  })

  it('is for editors', async () => {
    const { owner, slug } = await named()
    await expect(listRoleProposals(inRole(owner, 'contributor'), slug)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
