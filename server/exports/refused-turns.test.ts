import { beforeAll, expect, it } from 'vitest'
import { noFilter } from '@/lib/timeline/filters'
import { useTestDatabase } from '../auth/test-support'
import { failureOf } from '../testing/failure'
import { newWorld, type World } from '../testing/world'
import { importIncoming } from './incoming'
import { spoolExport } from './spool'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

it.each<[string, (world: World) => Promise<unknown>]>([
  [
    'a reader of a share, for a file',
    ({ reader, campaign: { slug } }) =>
      spoolExport(reader, { format: 'json', slug, filter: noFilter }),
  ],
  ['a contributor, for an import', ({ contributor }) => importIncoming(contributor)],
])('%s takes no turn from those who may', async (_who, ask) => {
  // As many at once as fill every line.
  const refusals = await Promise.all(Array.from({ length: 20 }, () => failureOf(ask(world))))
  expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['forbidden']))
})
