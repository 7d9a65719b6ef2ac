import { beforeAll, describe, expect, it } from 'vitest'
import { entryFormValues } from '@/lib/entries/form-values'
import { campaignEditSchema, organizationSchema } from '@/lib/schemas/campaign'
import { demandSchema } from '@/lib/schemas/demand'
import { personSchema } from '@/lib/schemas/person'
import { sourceSchema } from '@/lib/schemas/source'
import { useTestDatabase } from '../auth/test-support'
import { updateCampaign } from '../campaigns/edit'
import { getCampaign } from '../campaigns/queries'
import { withViewer } from '../db'
import { createDemand, updateDemand } from '../demands/mutations'
import { getDemand } from '../demands/queries'
import { updateEntry } from '../entries/mutations'
import { getEntry } from '../entries/queries'
import { createOrganization, updateOrganization } from '../organizations/mutations'
import { getOrganization } from '../organizations/queries'
import { createPerson, updatePerson } from '../people/mutations'
import { getPerson } from '../people/queries'
import { createSource, updateSource } from '../sources/mutations'
import { getSource } from '../sources/queries'
import { failureOf } from '../testing/failure'
import { entryInput, logEntry, newWorld, TEST_DAY, type World } from '../testing/world'
import { listRevisions } from './queries'
import { restoreRevision } from './restore'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

async function edited(id: string, fields: Record<string, unknown>) {
  await updateEntry(world.owner, id, entryInput({ version: '1', ...fields }), {})
}

describe('an entry', () => {
  it('comes back as it stood, as a new version, with its status of today', async () => {
    const { owner, campaign } = world
    const first = {
      title: 'Rally at the Spheres',
      summary: 'As first written',
      tags: 'one, two',
      organizations: [{ name: 'Amazon', part: 'target' }],
      appearances: [{ name: 'Jo Example', quotes: [{ text: 'These words' }] }],
      citations: [{ title: 'A report' }],
      status: 'draft',
    }
    const { id } = await logEntry(owner, campaign, first)
    const before = await getEntry(owner, id)
    await edited(id, { title: 'Another title', status: 'published' })
    await restoreRevision(world.editor, 'entry', id, 1)
    const after = await getEntry(owner, id)
    const lasting = (values: Record<string, unknown>) =>
      Object.entries(values).filter(([name]) => !/(^|\.)(id|status)$/.test(name))
    expect(lasting(entryFormValues(after))).toEqual(lasting(entryFormValues(before)))
    expect(after).toMatchObject({ status: 'published', version: 3 })
    const [last] = await listRevisions(owner, 'entry', id)
    expect(last).toMatchObject({
      ...{ by: 'A editor', done: 'an earlier version restored', note: 'Version 1 restored.' },
    })
    expect(last?.fields.map(({ field }) => field)).toContain('title')
  })

  it('does not name again who has withdrawn a consent', async () => {
    const { owner, campaign } = world
    const spoken = { name: 'Sam Withdrawn', consent: 'named', consentReason: 'On the record' }
    const { id } = await logEntry(owner, campaign, {
      appearances: [{ ...spoken, quotes: [{ text: 'Words' }] }],
    })
    const entry = await getEntry(owner, id)
    const quote = entry.appearances[0]?.quotes[0]
    await edited(id, {
      appearances: [
        {
          ...{ id: entry.appearances[0]?.id, name: 'Sam Withdrawn', consent: 'hidden' },
          quotes: [{ id: quote?.id, text: 'Words', consent: 'hidden' }],
        },
      ],
    })
    await restoreRevision(owner, 'entry', id, 1)
    const rows = await withViewer(owner, (tx) =>
      tx.appearance.findMany({
        where: { entryId: id },
        select: { person: { select: { consent: true } }, quotes: { select: { consent: true } } },
      }),
    )
    expect(rows).toEqual([{ person: { consent: 'hidden' }, quotes: [{ consent: 'hidden' }] }])
  })

  it('is told in words when its version is not kept or no longer allowed', async () => {
    const { owner, campaign } = world
    const { id } = await logEntry(owner, campaign)
    expect(await failureOf(restoreRevision(owner, 'entry', id, 7))).toMatchObject({
      ...{ code: 'invalid', message: 'This version is not stored. Choose another one.' },
    })
    await withViewer(owner, (tx) =>
      tx.revision.updateMany({
        where: { recordId: id },
        data: { snapshot: { kind: 'rally', title: '', date: 'some day' } },
      }),
    )
    const { code, message } = await failureOf(restoreRevision(owner, 'entry', id, 1))
    expect(code).toBe('invalid')
    expect(message).toContain('it breaks a current rule')
  })

  it('is not restored by somebody who may not change it', async () => {
    const { owner, campaign, contributor, viewer } = world
    const { id } = await logEntry(owner, campaign)
    expect((await failureOf(restoreRevision(contributor, 'entry', id, 1))).code).toBe('not_found')
    expect((await failureOf(restoreRevision(viewer, 'entry', id, 1))).code).toBe('forbidden')
  })
})

describe('another record', () => {
  it('that is a demand takes its earlier wording again, as a new wording', async () => {
    const { owner, campaign } = world
    const input = (wording: string) => demandSchema.parse({ wording, targets: 'Ring; Amazon' })
    const { id, number } = await createDemand(owner, campaign.slug, input('End the contract'))
    await updateDemand(owner, id, input('End all contracts'))
    await restoreRevision(owner, 'demand', id, 1)
    const { demand } = await getDemand(owner, campaign.slug, number)
    expect(demand.wording).toBe('End the contract')
    expect(demand.earlier).toHaveLength(2)
    expect(demand.targets.map(({ name }) => name).sort()).toEqual(['Amazon', 'Ring'])
  })

  it('that is an organization takes its name and parent again', async () => {
    const { owner } = world
    const input = (fields: object) => organizationSchema.parse(fields)
    const id = await createOrganization(
      owner,
      input({ name: 'Web Services', kind: 'division', parent: 'Big Company', otherNames: 'WS' }),
    )
    await updateOrganization(owner, id, input({ name: 'Cloud' }))
    const [last] = await listRevisions(owner, 'organization', id)
    expect(last?.fields).toContainEqual({
      ...{ field: 'parentId', label: 'Part of', from: 'Big Company', to: '' },
    })
    await restoreRevision(owner, 'organization', id, 1)
    expect(await getOrganization(owner, id)).toMatchObject({
      ...{ name: 'Web Services', kind: 'division', otherNames: ['WS'] },
      parent: { name: 'Big Company' },
      version: 3,
    })
  })

  it('that is a person takes the name again, and the stricter consent', async () => {
    const { owner } = world
    const input = (fields: object) => personSchema.parse(fields)
    const id = await createPerson(
      owner,
      input({ name: 'First Name', consent: 'named', consentReason: 'Said so' }),
    )
    await updatePerson(owner, id, input({ name: 'Second Name', consent: 'hidden' }))
    await restoreRevision(owner, 'person', id, 1)
    expect(await getPerson(owner, id)).toMatchObject({ name: 'First Name', consent: 'hidden' })
    expect((await failureOf(restoreRevision(world.contributor, 'person', id, 1))).code).toBe(
      'forbidden',
    )
  })

  it('that is a source takes its text and dates again', async () => {
    const { owner } = world
    const input = (fields: object) => sourceSchema(TEST_DAY).parse({ title: 'A report', ...fields })
    const id = await createSource(
      owner,
      input({
        ...{ published: 'about November 2025', accessedOn: '13 Feb 2026', capturedText: 'Kept' },
        pictures: [{ caption: 'A crowd', credit: 'Somebody' }],
      }),
    )
    const before = await getSource(owner, id)
    await updateSource(owner, id, input({ title: 'Another' }))
    await restoreRevision(owner, 'source', id, 1)
    const after = await getSource(owner, id)
    const { version: _v, pictures, ...rest } = after
    expect(rest).toEqual({ ...before, version: undefined, pictures: undefined })
    expect(pictures).toMatchObject([{ caption: 'A crowd', credit: 'Somebody' }])
  })

  it('that is a campaign takes its title again and keeps its address', async () => {
    const { owner, campaign } = world
    const input = (title: string) => campaignEditSchema.parse({ title, timeZone: 'UTC' })
    await updateCampaign(owner, campaign.id, input('Renamed'))
    await restoreRevision(owner, 'campaign', campaign.id, 1)
    const restored = await getCampaign(owner, campaign.slug)
    expect(restored).toMatchObject({ timeZone: 'America/Los_Angeles', version: 3 })
    expect(restored.title).toMatch(/^Campaign /)
  })
})
