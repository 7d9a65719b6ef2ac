import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { useTestDatabase as inTestDatabase } from './auth/test-support'
import type { Viewer } from './auth/viewer'
import { AppError } from './errors'
import { letsIn } from './testing/access-rows'
import { accessTable } from './testing/access-table'
import { newTarget, type Target } from './testing/target'

/** For whom a door to the database was opened. */
const opened = vi.hoisted(() => [] as unknown[])

type Door = (viewer: Viewer, ...all: unknown[]) => unknown

vi.mock('./db', async (original) => {
  const db = await original<Record<'withViewer' | 'inSnapshot' | 'writeWholeRecord', Door>>()
  const noting =
    (door: Door): Door =>
    (viewer, ...all) => {
      opened.push(viewer)
      return door(viewer, ...all)
    }
  return {
    ...db,
    withViewer: noting(db.withViewer),
    inSnapshot: noting(db.inSnapshot),
    writeWholeRecord: noting(db.writeWholeRecord),
  }
})

inTestDatabase()

let target: Target
beforeAll(async () => {
  target = await newTarget()
})
beforeEach(() => void opened.splice(0))

it.each(Object.entries(accessTable))(
  '%s refuses whom it must by their role before it opens the database',
  async (_name, row) => {
    const { owner, editor, contributor, viewer, reader } = target
    const id = (await row.make?.(target, owner)) ?? ''
    // What is called within a transaction is given one by its row.
    const ofRow = /\bwithViewer\)?\(/.test(String(row.call)) ? 1 : 0
    for (const somebody of [reader, viewer, contributor, editor, owner]) {
      if (letsIn(row.least, somebody)) continue
      opened.splice(0)
      const refusal: unknown = await row.call(somebody, target, id).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(AppError)
      expect(opened.filter((one) => one === somebody)).toHaveLength(ofRow)
    }
  },
)
