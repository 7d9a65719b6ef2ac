import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { shareReaderFor } from './share-reader'
import { useTestDatabase } from './test-support'
import { atThreshold } from '../db'
import { env } from '../env'
import { updatePerson, createPerson } from '../people/mutations'
import { newWorld, type World } from '../testing/world'
import { personSchema } from '@/lib/schemas/person'
import { shareSchema } from '@/lib/schemas/share'
import { checkEpoch, startEpoch } from './epoch'
import { revokeShare } from '../shares/links/ending'
import { createShare } from '../shares/links/mutations'
import { countPaused, resumeShares } from '../shares/links/paused'

useTestDatabase()

let world: World
let token: string
let id: string

const file = () => join(env().dataFolder, 'epoch')
const opens = async () => (await shareReaderFor(token)) !== null
const countInDatabase = () =>
  atThreshold({}, async (tx) => {
    const [row] = await tx.$queryRaw<{ count: bigint }[]>`select count from epoch`
    return Number(row?.count)
  })

beforeAll(async () => {
  world = await newWorld()
  const made = await createShare(world.owner, shareSchema.parse({ campaign: world.campaign.id }))
  token = new URL(made.url).pathname.slice('/s/'.length)
  id = made.id
})

describe('the epoch', () => {
  it('is written down when a link ends and when a consent is withdrawn', async () => {
    expect(await checkEpoch()).toBe(false)
    const before = await countInDatabase()
    const other = await createShare(world.owner, shareSchema.parse({ campaign: world.campaign.id }))
    await revokeShare(world.owner, other.id)
    const open = { name: 'Ada Byron', consent: 'named', consentReason: 'agreed' }
    const person = await createPerson(world.owner, personSchema.parse(open))
    await updatePerson(world.owner, person, personSchema.parse({ name: 'Ada Byron' }))
    expect(await countInDatabase()).toBe(before + 2)
    expect(readFileSync(file(), 'utf8')).toBe(`${before + 2}\n`)
    expect(await checkEpoch()).toBe(false)
    expect(await opens()).toBe(true)
  })

  it('pauses every link on an older database, until an owner has looked', async () => {
    await atThreshold({}, (tx) => tx.$executeRaw`update epoch set count = count - 1`)
    expect(await checkEpoch()).toBe(true)
    expect(await opens()).toBe(false)
    expect(await checkEpoch()).toBe(false)
    expect(await opens()).toBe(false)
    expect(await countPaused(world.editor)).toBeGreaterThan(1)
    await expect(resumeShares(world.editor, id)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await resumeShares(world.owner, id)).toBe(1)
    expect(await opens()).toBe(true)
    expect(await resumeShares(world.owner)).toBeGreaterThan(0)
    expect(await countPaused(world.editor)).toBe(0)
  })

  it('pauses them where the count beside the key is gone, or is no number', async () => {
    rmSync(file())
    expect(await checkEpoch()).toBe(true)
    expect(await opens()).toBe(false)
    await resumeShares(world.owner)
    writeFileSync(file(), 'x')
    expect(await checkEpoch()).toBe(true)
    await resumeShares(world.owner)
    expect(await opens()).toBe(true)
  })

  it('opens no link while it is not known yet', async () => {
    // The count is written down every minute from then on.
    vi.useFakeTimers({ toFake: ['setInterval'] })
    const starting = startEpoch()
    await expect(shareReaderFor(token)).rejects.toThrow('It is not known yet')
    await starting
    expect(await opens()).toBe(true)
    vi.useRealTimers()
  })
})
