import { describe, expect, it } from 'vitest'
import { organizationSchema } from '@/lib/schemas/campaign'
import { personSchema } from '@/lib/schemas/person'
import { sourceSchema } from '@/lib/schemas/source'
import { useTestDatabase } from '../auth/test-support'
import { inRole, logEntry, newCampaign, newDemand } from '../demands/test-support'
import { createOrganization } from '../organizations/mutations'
import { createPerson } from '../people/mutations'
import { createSource } from '../sources/mutations'
import { findPlaces, placesAt } from './places'

useTestDatabase()

async function harbor() {
  const campaign = await newCampaign()
  const { owner, id, slug } = campaign
  await newDemand(owner, { id, slug }, { wording: 'Close the harbor depot' })
  await createPerson(owner, personSchema.parse({ name: 'Hana Harbor' }))
  await createOrganization(owner, organizationSchema.parse({ name: 'Harbor Freight' }))
  await createSource(owner, sourceSchema('2026-03-01').parse({ title: 'Harbor workers walk out' }))
  await logEntry(owner, slug, { kind: 'rally', title: 'Rally at the harbor' })
  return campaign
}

describe('the places that somebody can go to', () => {
  it('are campaigns, demands, organizations, people, entries and sources by their names', async () => {
    const { owner, slug } = await harbor()
    const places = await findPlaces(owner, 'harb')
    expect(places.map(({ record, name }) => [record, name])).toEqual([
      ['demand', 'Close the harbor depot'],
      ['organization', 'Harbor Freight'],
      ['person', 'Hana Harbor'],
      ['entry', 'Rally at the harbor'],
      ['source', 'Harbor workers walk out'],
    ])
    expect(places[0]?.href).toBe(`/campaigns/${slug}/demands/1`)
    expect(places[2]?.href).toBe(`/people/${places[2]?.id}`)
    expect((await findPlaces(owner, 'campaign te')).map(({ record }) => record)).toContain(
      'campaign',
    )
    expect(await findPlaces(owner, 'rlaly harbor')).toMatchObject([{ record: 'entry' }])
    expect(await findPlaces(owner, '')).toEqual([])
    expect(await findPlaces(owner, "%_ '; drop table entry --")).toEqual([])
  })

  it('are at most five of a kind, those with the words as typed first', async () => {
    const { owner } = await newCampaign()
    for (let n = 0; n < 7; n += 1)
      await createOrganization(owner, organizationSchema.parse({ name: `Ringing ${n}` }))
    await createOrganization(owner, organizationSchema.parse({ name: 'Ring' }))
    const places = await findPlaces(owner, 'ring')
    expect(places).toHaveLength(5)
    expect(places[0]?.name).toBe('Ring')
  })

  it('are not those of another workspace, nor drafts of others', async () => {
    const { slug, owner, reader } = await harbor()
    await logEntry(owner, slug, {
      ...{ kind: 'picket', title: 'Draft of a harbor picket', status: 'draft' },
    })
    const viewer = inRole(owner, 'viewer')
    const names = async (who: typeof viewer) =>
      (await findPlaces(who, 'harbor')).map(({ name }) => name)
    expect(await names(owner)).toContain('Draft of a harbor picket')
    expect(await names(viewer)).not.toContain('Draft of a harbor picket')
    expect(await names((await newCampaign()).owner)).toEqual([])
    await expect(findPlaces(reader, 'harbor')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(placesAt(reader, [])).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('are read again at their paths, in the order of the paths', async () => {
    const { owner, slug } = await harbor()
    await logEntry(owner, slug, {
      ...{ kind: 'picket', title: 'Draft of a harbor picket', status: 'draft' },
    })
    const places = await findPlaces(owner, 'harbor')
    const paths = [...places.map(({ href }) => href).reverse(), `/campaigns/${slug}`, '/people']
    const back = await placesAt(owner, paths)
    expect(back.map(({ href }) => href)).toEqual(paths.slice(0, -1))
    expect(back.slice(0, -1).reverse()).toEqual(places)
    const viewer = inRole(owner, 'viewer')
    expect((await placesAt(viewer, paths)).map(({ name }) => name)).not.toContain(
      'Draft of a harbor picket',
    )
    // The campaign of a stranger has the same address, and is their own.
    const stranger = (await newCampaign()).owner
    expect(await placesAt(stranger, paths.slice(0, -2))).toEqual([])
    expect(await placesAt(owner, [])).toEqual([])
  })
})
