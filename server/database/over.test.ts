import { beforeAll, describe, expect, it, vi } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { withViewer, type Tx } from '../db'
import { newWorld, type World } from '../testing/world'
import { prisma } from './prisma'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

/**
 * What comes of a question that somebody asks of a transaction which another part of its work ends.
 *
 * @param first what was asked and answered before
 * @param until what happens between the question and the end
 */
async function lateAnswer(
  ask: (tx: Tx) => Promise<unknown>,
  until: () => Promise<void>,
  first: (tx: Tx) => Promise<unknown> = () => Promise.resolve(),
): Promise<string> {
  let late: Promise<unknown> = Promise.resolve()
  const work = withViewer(world.owner, async (tx) => {
    await first(tx)
    late = ask(tx)
    late.catch(() => {})
    await until()
    throw new Error('Failed')
  })
  await expect(work).rejects.toThrow('Failed')
  return late.then(
    (answer) => (answer === null ? 'lost' : 'answered'),
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
}

const OVER = 'This transaction is over.'

describe('a transaction that is over', () => {
  it('has nothing opened in it by who asks a model later', async () => {
    const open = vi.spyOn(prisma(), '$transaction')
    let tx: Tx | undefined
    await withViewer(world.owner, (given) => Promise.resolve((tx = given)))
    await expect(tx?.person.count()).rejects.toThrow(OVER)
    expect(open).not.toHaveBeenCalled()
    open.mockRestore()
  })

  it('refuses a model for which Prisma was being opened', async () => {
    expect(
      await lateAnswer(
        (tx) => tx.person.count(),
        () => Promise.resolve(),
      ),
    ).toBe(OVER)
  })

  // It is several statements: those that are left would go to whoever has the connection next.
  it('sends no further statement of a write that is under way', async () => {
    const { workspaceId } = world
    const write = (turns: number) => (tx: Tx) =>
      tx.organization.create({
        data: {
          ...{ workspaceId, kind: 'other', name: `Above ${turns}` },
          children: { create: [1, 2, 3].map((at) => ({ name: `Below ${turns} ${at}` })) },
        },
      })
    for (let turns = 1; turns <= 20; turns += 1) {
      const turn = async () => {
        for (let at = 0; at < turns; at += 1) await new Promise(setImmediate)
      }
      const outcome = await lateAnswer(write(turns), turn, (tx) => tx.person.count())
      // What was answered in time was taken back with the rest; Prisma refuses what it has not begun.
      expect(outcome).toMatch(/^answered$|^This transaction is over\.$|Transaction already closed/)
    }
    expect(await withViewer(world.owner, (tx) => tx.organization.count())).toBe(0)
  })
})
