import { describe, expect, it } from 'vitest'
import { organizationSchema } from '@/lib/schemas/campaign'
import { personSchema } from '@/lib/schemas/person'
import { sourceSchema } from '@/lib/schemas/source'
import { useTestDatabase } from '../auth/test-support'
import { inRole, logEntry, newCampaign, newDemand } from '../demands/test-support'
import { createOrganization } from '../organizations/mutations'
import { createPerson } from '../people/mutations'
import { createSource } from '../sources/mutations'
import { lookUp } from './lookup'

useTestDatabase()

const names = async (...given: Parameters<typeof lookUp>) =>
  (await lookUp(...given)).map(({ name }) => name)

describe('a name is looked up', () => {
  it('as one types, by its other names, and with typing errors', async () => {
    const { owner } = await newCampaign()
    const make = (name: string, otherNames = '') =>
      createOrganization(owner, organizationSchema.parse({ name, otherNames }))
    await make('Amazon Web Services', 'AWS')
    await make('Amazon')
    await make('Amalgamated Transit Union')
    await make('Électricité du Nord')
    const find = (typed: string) => names(owner, 'organization', typed)
    expect(await find('a')).toEqual(['Amazon', 'Amalgamated Transit Union', 'Amazon Web Services'])
    expect(await find('amaz')).toEqual(['Amazon', 'Amazon Web Services'])
    expect(await find('web am')).toEqual(['Amazon Web Services'])
    expect(await find('aws')).toEqual(['Amazon Web Services'])
    expect(await find('amzaon')).toEqual(['Amazon', 'Amazon Web Services'])
    expect(await find('tarnsit')).toEqual(['Amalgamated Transit Union'])
    expect(await find('amalgmat')).toEqual(['Amalgamated Transit Union'])
    expect(await find('electri')).toEqual(['Électricité du Nord'])
    expect(await find('')).toEqual([])
    expect(await find("'; drop table organization --")).toEqual([])
    expect(await lookUp(owner, 'organization', 'aws')).toMatchObject([{ note: 'AWS' }])
  })

  it('of its own kind only, at most ten', async () => {
    const { owner, id, slug } = await newCampaign()
    await newDemand(owner, { id, slug }, { wording: 'Close the portal' })
    await createPerson(owner, personSchema.parse({ name: 'Portia Close' }))
    for (let n = 0; n < 12; n += 1) {
      await createSource(
        owner,
        sourceSchema('2026-03-01').parse({ title: `Portal ${n}`, publisher: 'The Herald' }),
      )
    }
    expect(await lookUp(owner, 'demand', 'portl')).toMatchObject([
      { name: 'Close the portal', note: 'Demand 1, Test campaign' },
    ])
    expect(await lookUp(owner, 'demand', 'portal', owner.accountId)).toEqual([])
    expect(await names(owner, 'person', 'port')).toEqual(['Portia Close'])
    expect(await names(owner, 'source', 'heral port')).toHaveLength(10)
  })

  it('by members of the workspace alone, and no demand that drafts of others raise', async () => {
    const { owner, reader, slug } = await newCampaign()
    const there = await newCampaign()
    await logEntry(owner, slug, {
      ...{ kind: 'rally', status: 'draft' },
      demands: [{ wording: 'Tear down the portal', targets: 'Ring' }],
    })
    expect(await names(owner, 'demand', 'tear')).toEqual(['Tear down the portal'])
    expect(await names(inRole(owner, 'viewer'), 'demand', 'tear')).toEqual([])
    expect(await names(there.owner, 'organization', 'ring')).toEqual([])
    await expect(lookUp(reader, 'organization', 'ring')).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
