import { describe, expect, it } from 'vitest'
import { personSchema } from '@/lib/schemas/person'
import { useTestDatabase } from '../auth/test-support'
import { inRole, logEntry, newCampaign } from '../demands/test-support'
import { createPerson, updatePerson } from './mutations'
import { getPerson, listPeople } from './queries'

useTestDatabase()

const input = (more: Record<string, unknown> = {}) =>
  personSchema.parse({ name: 'Jo Example', ...more })

describe('a person', () => {
  it('is hidden from shares until somebody says why not', async () => {
    const { owner } = await newCampaign()
    const id = await createPerson(owner, input())
    expect((await getPerson(owner, id)).consent).toBe('hidden')
    const named = input({ consent: 'named' })
    for (const save of [() => updatePerson(owner, id, named), () => createPerson(owner, named)])
      await expect(save()).rejects.toMatchObject({ code: 'invalid', path: ['consentReason'] })
    expect(await listPeople(owner)).toHaveLength(1)
    const consent = { consent: 'named', consentReason: 'Said so on 13 Feb.' }
    await updatePerson(owner, id, input({ ...consent, version: 1 }))
    expect(await getPerson(owner, id)).toMatchObject({ ...consent, version: 2 })
  })

  it('is read with appearances, words and accounts that may be seen', async () => {
    const { owner, slug } = await newCampaign()
    const person = {
      name: 'Jo Example',
      description: 'a worker',
      quotes: [{ text: 'Enough.' }],
    }
    for (const status of ['published', 'draft'])
      await logEntry(owner, slug, { ...{ kind: 'rally', status }, appearances: [person] })
    await logEntry(owner, slug, { kind: 'retaliation', accordingTo: 'jo example', title: 'Fired' })
    const [listed] = await listPeople(owner)
    expect(listed).toMatchObject({ name: 'Jo Example', appearances: 2 })
    const id = listed?.id ?? ''
    expect(await getPerson(inRole(owner, 'viewer'), id)).toMatchObject({
      appearances: {
        count: 1,
        items: [{ description: 'a worker', quotes: [{ text: 'Enough.' }] }],
      },
      accounts: { items: [{ entry: { title: 'Fired', campaign: slug } }] },
    })
  })

  it('that somebody else saved meanwhile is not written over', async () => {
    const { owner } = await newCampaign()
    const id = await createPerson(owner, input())
    await updatePerson(owner, id, input({ name: 'Theirs', version: 1 }))
    await expect(
      updatePerson(owner, id, input({ name: 'Yours', version: 1 })),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      conflicts: [{ field: 'name', yours: 'Yours', theirs: 'Theirs' }],
    })
  })

  it('is not there for another workspace, and is changed by editors alone', async () => {
    const { owner, reader } = await newCampaign()
    const { owner: stranger } = await newCampaign()
    const id = await createPerson(owner, input())
    await expect(getPerson(stranger, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(updatePerson(stranger, id, input())).rejects.toMatchObject({ code: 'not_found' })
    await expect(listPeople(reader)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(updatePerson(inRole(owner, 'contributor'), id, input())).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
