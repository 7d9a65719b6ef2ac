import { beforeAll, expect, it } from 'vitest'
import { newWorld, type World } from '../testing/world'
import { useTestDatabase } from './test-support'
import { requireMember, requireRole, requireShareReader, type Viewer } from './viewer'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

it.each<[string, (viewer: Viewer) => void]>([
  ['a role', (viewer) => requireRole(viewer, 'viewer')],
  ['a membership', (viewer) => requireMember(viewer)],
  ['a link', (viewer) => requireShareReader(viewer)],
])('whoever has %s is not known by what they look like', (_what, ask) => {
  const { owner, reader, workspaceId } = world
  const forged: unknown[] = [
    ...[null, undefined, {}, { ...owner }, { ...reader }, Object.create(owner) as unknown],
    { kind: 'system', workspaceId },
  ]
  for (const viewer of forged)
    expect(() => ask(viewer as Viewer)).toThrow(expect.objectContaining({ code: 'forbidden' }))
})
