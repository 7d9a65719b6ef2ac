import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { listPeople } from '../people/queries'
import { logEntry, newWorld, type World } from '../testing/world'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

type Fields = Parameters<typeof logEntry>[2]
const log = (fields: Fields, by: 'owner' | 'contributor' = 'owner') =>
  logEntry(world[by], world.campaign, fields)
const person = (more: Record<string, unknown>) => ({ appearances: [{ name: 'Jo', ...more }] })
const refusal = (path: PropertyKey[], message: RegExp) => ({
  code: 'invalid',
  path,
  message: expect.stringMatching(message) as string,
})

describe('a person’s consent', () => {
  const consentOf = async (name: string) =>
    (await listPeople(world.owner)).find((one) => one.name === name)?.consent

  it('is hidden unless something is said', async () => {
    await log(person({ name: 'Quiet One' }))
    expect(await consentOf('Quiet One')).toBe('hidden')
    await log({ accordingTo: 'Quiet Two' })
    expect(await consentOf('Quiet Two')).toBe('hidden')
  })

  it.each(['named', 'initials', 'role_only'])('is %s only for a reason', async (consent) => {
    const name = `Open ${consent}`
    await expect(log(person({ name, consent }))).rejects.toMatchObject(
      refusal(['appearances', 0, 'consentReason'], /^Say why/),
    )
    expect(await consentOf(name)).toBeUndefined()
    await log(person({ name, consent, consentReason: 'Spoke on the record to press.' }))
    expect(await consentOf(name)).toBe(consent)
    await log(person({ name, consent }))
    await log(person({ name }))
    expect(await consentOf(name)).toBe(consent)
    await log(person({ name: name.toUpperCase(), consent: 'hidden' }))
    expect(await consentOf(name)).toBe('hidden')
  })

  it('is not changed by a contributor, whose draft would reach every share at once', async () => {
    const loose = { name: 'Somebody', consent: 'named', consentReason: 'They said so.' }
    const draft = { status: 'draft' }
    const asContributor = (more: Record<string, unknown>) =>
      log({ ...draft, appearances: [{ name: 'First' }, more] }, 'contributor')
    const refused = refusal(
      ['appearances', 1, 'consent'],
      /^An editor decides how shares show a person\.$/,
    )
    await expect(asContributor(loose)).rejects.toMatchObject(refused)
    await log(person({ ...loose, consent: 'initials' }))
    await expect(asContributor(loose)).rejects.toMatchObject(refused)
    await asContributor({ name: 'Somebody', consent: 'initials' })
    expect(await consentOf('Somebody')).toBe('initials')
    await expect(asContributor({ name: 'Somebody', consent: 'hidden' })).rejects.toMatchObject(
      refused,
    )
    expect(await consentOf('Somebody')).toBe('initials')
  })
})
