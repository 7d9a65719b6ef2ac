import { beforeAll, describe, expect, it, vi } from 'vitest'
import { useTestDatabase } from './auth/test-support'
import type { SystemJob } from './auth/viewer'
import { inSnapshot, withViewer, writeWholeRecord } from './db'
import { newWorld, type World } from './testing/world'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

const forgeries: Record<string, (world: World) => unknown> = {
  nobody: () => null,
  'a copy of the owner': ({ owner }) => ({ ...owner }),
  'what looks up the owner': ({ owner }) => Object.create(owner) as unknown,
  'the program itself, of the same shape': ({ workspaceId }) => ({ kind: 'system', workspaceId }),
  'a copy of a reader': ({ reader }) => ({ ...reader }),
}

describe.each(Object.entries({ withViewer, inSnapshot, writeWholeRecord }))(
  'the door %s',
  (_name, door) => {
    it.each(Object.entries(forgeries))('stays shut to %s', async (_who, forged) => {
      const work = vi.fn(() => Promise.resolve())
      // Whoever is no object at all is refused with the same sentence.
      const opened = (async () => door(forged(world) as SystemJob, work))()
      await expect(opened).rejects.toMatchObject({ code: 'forbidden' })
      expect(work).not.toHaveBeenCalled()
    })
  },
)
